import type { APIRequestContext } from '@playwright/test'
import { cookieOf } from './ask.ts'
import type { Visitor } from './crawl.ts'

/** Who looks for the hidden words of a co-op: one who belongs to it, and those who do not. */
export type Sessions = {
  readonly insider: Visitor
  readonly outsiders: Readonly<Record<string, Visitor>>
}

/** Signs everybody in who looks for hidden words. It comes before the words are hidden: an address is one of them. */
export async function signEverybodyIn(request: APIRequestContext): Promise<Sessions> {
  const at = async (email: string, slug?: string): Promise<Visitor> => ({
    ...(slug ? { slug } : {}),
    cookie: await cookieOf(request, email, slug),
  })
  return {
    insider: await at('lola@azahar.example', 'azahar'),
    outsiders: {
      nobody: { slug: 'brightwater' },
      customer: await at('helen@example.com', 'brightwater'),
      member: await at('rosa@brightwater.example', 'brightwater'),
      steward: await at('amina@brightwater.example', 'brightwater'),
      stranger: {},
      admin: await at('admin@twiza.example'),
    },
  }
}
