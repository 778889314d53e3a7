import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { asVisitor, notFound } from '#app/request/guards.server.ts'
import { endThisSession, noSessionCookie } from '#app/request/session.server.ts'

export function loader() {
  throw notFound()
}

export async function action(args: ActionFunctionArgs) {
  asVisitor(args)
  await endThisSession(args)
  return redirect('/', { status: 303, headers: noSessionCookie() })
}
