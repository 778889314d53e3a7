import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { dismissChecklist } from '#app/flows/storefront/change-branding.server.ts'
import { asMember, forbidden } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

export async function loader(args: LoaderFunctionArgs) {
  await asMember(args)
  return redirect(pathTo('/office'))
}

/** Dismisses the list of first steps. */
export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at, t } = await asMember(args)
  const done = await dismissChecklist(tenant.id, { by, at })
  if (!done.ok) throw forbidden(t(`refusals:${done.refusal}`))
  return redirect(pathTo('/office'), 303)
}
