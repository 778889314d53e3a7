import type { PlainTemplate } from '#app/domains/mail/letters.ts'
import { type PromisedLetter, promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { enterTenant, type FederationDb, leaveTenant } from '#tenants/scope.server.ts'

/** Where somebody stands: on which site, and what they were about to do there. */
export type ReturnPoint = { readonly tenant: TenantId | null; readonly next: string }

type LinkLetter = Pick<PromisedLetter, 'to' | 'at'> & {
  readonly template: PlainTemplate
  readonly page: 'verify' | 'reset'
  readonly code: string
}

/** Promises a letter whose link comes back to where its reader stood: to that site, and from there to what they were about to do. */
export async function mailLink(
  db: FederationDb,
  { tenant, next }: ReturnPoint,
  { page, code, ...letter }: LinkLetter,
): Promise<void> {
  const onward = next === pathTo('/account') ? null : next
  const path = pathTo(`/${page}`, { code, return: onward })
  if (!tenant) return void (await promiseMail(db, { ...letter, data: { path } }))
  const own = await enterTenant(db, tenant)
  await promiseMail(own, { ...letter, data: { path } })
  await leaveTenant(own)
}
