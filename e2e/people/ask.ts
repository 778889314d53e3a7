import type { APIRequestContext, APIResponse } from '@playwright/test'
import { PASSWORD, siteOf } from './visit.ts'

export type Asked = {
  /** A co-op's site; without one, the federation's. */
  readonly slug?: string | undefined
  readonly path: string
  readonly cookie?: string | undefined
  readonly method?: 'GET' | 'POST'
  readonly fromElsewhere?: boolean
  /** What is filled in. */
  readonly form?: Readonly<Record<string, string>>
  /** Sent as it stands, as this type, instead of a form. */
  readonly raw?: readonly [type: string, body: string]
}

/** One request to a site, from nobody's browser: it follows nowhere, and its answer may be anything. */
export async function ask(request: APIRequestContext, asked: Asked): Promise<APIResponse> {
  const home = new URL(siteOf(asked.slug))
  const sent = asked.raw
    ? { data: asked.raw[1] }
    : asked.method === 'POST'
      ? { form: asked.form ?? { act: 'x' } }
      : {}
  return request.fetch(`http://127.0.0.1:${home.port}${asked.path}`, {
    method: asked.method ?? 'GET',
    maxRedirects: 0,
    headers: {
      host: home.host,
      origin: asked.fromElsewhere ? 'http://evil.example' : home.origin,
      ...(asked.cookie ? { cookie: asked.cookie } : {}),
      ...(asked.raw ? { 'content-type': asked.raw[0] } : {}),
    },
    ...sent,
  })
}

/** Somebody's session on a site, as their browser would send it. */
export async function cookieOf(
  request: APIRequestContext,
  email: string,
  slug?: string,
): Promise<string> {
  const form = { email, password: PASSWORD }
  const answer = await ask(request, { slug, path: '/sign-in', method: 'POST', form })
  const cookie = answer.headers()['set-cookie']?.split(';')[0]
  if (!cookie) throw new Error(`${email} cannot sign in: ${answer.status()}`)
  return cookie
}
