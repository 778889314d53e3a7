import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { postedIn } from '#app/request/form.server.ts'
import { asVisitor, notFound } from '#app/request/guards.server.ts'
import { endThisSession, noSessionCookie, safeReturn } from '#app/request/session.server.ts'

export function loader() {
  throw notFound()
}

export async function action(args: ActionFunctionArgs) {
  asVisitor(args)
  const next = (await postedIn(args.request)).get('next')
  await endThisSession(args)
  return redirect(safeReturn(typeof next === 'string' ? next : null, '/'), {
    status: 303,
    headers: noSessionCookie(),
  })
}
