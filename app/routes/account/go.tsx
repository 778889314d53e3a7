import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { makeHandOver } from '#app/flows/sign-up.server.ts'
import { originOf } from '#app/paths.server.ts'
import { chosenLanguage } from '#app/request/locale.ts'
import { asPerson, notFound } from '#app/request/guards.server.ts'
import { safeReturn } from '#app/request/session.server.ts'
import { tenantBySlug } from '#tenants/directory.server.ts'
import { hostOf } from '#tenants/resolve.server.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Carries somebody who is signed in here to another of our sites, signed in there too. Only sites we know are gone to. */
export async function loader(args: LoaderFunctionArgs) {
  const { person, url, at } = await asPerson(args)
  const slug = url.searchParams.get('to') ?? ''
  const tenant = await inFederation((db) => tenantBySlug(db, slug), { readOnly: true })
  if (!tenant) throw notFound()
  const code = await makeHandOver(person.id, hostOf(tenant.slug), at)
  const next = safeReturn(url.searchParams.get('return'), '/office')
  const language = chosenLanguage(args.request)
  const query = new URLSearchParams({ code, return: next, ...(language ? { lang: language } : {}) })
  return redirect(`${originOf(tenant.slug)}/hand-over?${query}`)
}
