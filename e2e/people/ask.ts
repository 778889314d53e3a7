import type { APIRequestContext, APIResponse } from '@playwright/test'
import { PASSWORD, siteOf } from './visit.ts'

export type RequestOptions = {
  /** The co-op of the site; without one, it is the federation's site. */
  readonly slug?: string | undefined
  readonly path: string
  readonly cookie?: string | undefined
  readonly method?: 'GET' | 'POST'
  readonly fromElsewhere?: boolean
  /** The fields of the form. */
  readonly form?: Readonly<Record<string, string>>
  /** A body and its content type, sent unchanged instead of a form. */
  readonly raw?: readonly [type: string, body: string]
}

/** Sends one request to a site without a browser. It follows no redirect and accepts any status. */
export async function ask(
  request: APIRequestContext,
  options: RequestOptions,
): Promise<APIResponse> {
  const home = new URL(siteOf(options.slug))
  const body = options.raw
    ? { data: options.raw[1] }
    : options.method === 'POST'
      ? { form: options.form ?? { act: 'x' } }
      : {}
  return request.fetch(`http://127.0.0.1:${home.port}${options.path}`, {
    method: options.method ?? 'GET',
    maxRedirects: 0,
    headers: {
      host: home.host,
      origin: options.fromElsewhere ? 'http://evil.example' : home.origin,
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...(options.raw ? { 'content-type': options.raw[0] } : {}),
    },
    ...body,
  })
}

/** Signs a person in on a site and returns the session's cookie, as a browser would send it. */
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
