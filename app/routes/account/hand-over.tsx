import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { takeHandOver } from '#app/flows/sign-up.server.ts'
import { asVisitor } from '#app/request/guards.server.ts'
import { safeReturn, sessionCookie } from '#app/request/session.server.ts'

/** Takes over from another of our hosts. The code is for this host, once, within a minute. */
export async function loader(args: LoaderFunctionArgs) {
  const { url, host, at } = asVisitor(args)
  const next = safeReturn(url.searchParams.get('return'), '/account')
  const taken = await takeHandOver(url.searchParams.get('code') ?? '', { host, at })
  if (!taken.ok) return redirect(`/sign-in?return=${encodeURIComponent(next)}`)
  return redirect(next, { headers: sessionCookie(taken.value.token) })
}
