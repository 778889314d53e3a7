import type { PlainTemplate } from '#app/domains/mail/letters.ts'
import { type PromisedLetter, promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { enterTenant, type FederationDb, leaveTenant } from '#tenants/scope.server.ts'

/** Where a letter's link returns to: the site, null for the federation's, and the path of the requested page. */
export type ReturnPoint = { readonly tenant: TenantId | null; readonly next: string }

type LinkLetter = Pick<PromisedLetter, 'to' | 'at'> & {
  readonly template: PlainTemplate
  readonly page: 'verify' | 'reset'
  readonly code: string
}

/** Promises a letter whose link leads to a page of the given site, and from there to the requested page. */
export async function mailLink(
  db: FederationDb,
  from: ReturnPoint,
  { page, code, ...letter }: LinkLetter,
): Promise<void> {
  const returnPath = from.next === pathTo('/account') ? null : from.next
  const path = pathTo(`/${page}`, { code, return: returnPath })
  await mailPath(db, from, { ...letter, path })
}

type PathLetter = Pick<PromisedLetter, 'to' | 'at'> & {
  readonly template: PlainTemplate
  readonly path: string
}

/** Promises a letter whose button opens a page of the given site. */
export async function mailPath(
  db: FederationDb,
  { tenant }: Pick<ReturnPoint, 'tenant'>,
  { path, ...letter }: PathLetter,
): Promise<void> {
  if (!tenant) return void (await promiseMail(db, { ...letter, data: { path } }))
  const coOp = await enterTenant(db, tenant)
  await promiseMail(coOp, { ...letter, data: { path } })
  await leaveTenant(coOp)
}
