import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { dismissChecklist } from '#app/flows/storefront/change-branding.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

export async function loader(args: LoaderFunctionArgs) {
  await asMember(args)
  return redirect(pathTo('/office'))
}

/** Puts the first days' list away. */
export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args)
  await dismissChecklist(tenant.id, { by, at })
  return redirect(pathTo('/office'), 303)
}
