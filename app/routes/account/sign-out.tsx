import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { readFormData } from '#app/request/form.server.ts'
import { asVisitor, notFound } from '#app/request/guards.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { endCurrentSession, clearSessionCookie } from '#app/request/session.server.ts'

export function loader() {
  throw notFound()
}

export async function action(args: ActionFunctionArgs) {
  asVisitor(args)
  const next = (await readFormData(args.request)).get('next')
  await endCurrentSession(args)
  return redirect(safeReturn(next, '/'), {
    status: 303,
    headers: clearSessionCookie(),
  })
}
