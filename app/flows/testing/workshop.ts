import { expect } from 'vitest'
import { showOwnListing, writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { KindActs } from '#app/offerings/kind.ts'
import { pagesOf, registerKind } from '#app/offerings/registry.server.ts'
import { acts } from '#app/offerings/testing/seat/acts.server.ts'
import { kind } from '#app/offerings/testing/seat/kind.ts'
import { view } from '#app/offerings/testing/seat/view.tsx'
import { registerView } from '#app/offerings/views.tsx'
import { pages } from '#app/offerings/testing/seat/pages.server.ts'
import { runChecks } from '#db/run-checks.server.ts'
import { owner } from '#db/testing/database.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import {
  buildOrderRequest,
  createOpenCoOp,
  getProcessor,
  monday as at,
  payOnPage,
  paymentUrls,
  wednesday,
} from './co-op.ts'

/** Adds the kind of seats in a workshop, under another name and with other acts if a test needs them. */
export function registerSeats(name = 'seat', changed: Partial<KindActs> = {}): void {
  registerKind({ kind: { ...kind, name }, acts: { ...acts, ...changed }, pages })
  registerView(name, view)
}

type Workshop = { readonly kind?: string; readonly seats?: number; readonly material?: number }

/** A co-op with a workshop of three seats, 20.00 each and up to 5.00 of material, taught by Amina. */
export async function createWorkshop({
  kind: name = 'seat',
  seats = 3,
  material = 500,
}: Workshop = {}) {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = members as [MemberId, MemberId]
  const by = { id: amina, name: 'Amina' }
  const posted = new FormData()
  const typed = { title: 'Pruning', summary: 'Roses', body: '', date: '2026-12-02' }
  const numbers = { minutes: 120, seats, minor: 2000, material }
  for (const [field, value] of Object.entries({ ...typed, ...numbers }))
    posted.set(field, String(value))
  const read = pagesOf(name).readListing(posted, { tenant })
  if (!read.ok) throw new Error('not read')
  const { words } = read
  const written = await writeOwnListing(tenant, { listing: null, kind: name, words, by, at })
  if (!written.ok) throw new Error(written.refusal)
  await showOwnListing(tenant.id, { listing: written.value, shown: true, by, at })
  return { tenant, amina, rosa, by }
}

/** A customer's request for seats in the workshop. */
export const buildSeatRequest = (count: number, kindName = 'seat') => ({
  ...buildOrderRequest(wednesday),
  items: [{ kind: kindName, listing: 'pruning', choices: { seats: count }, details: null }],
})

/** Places the order and pays it on the processor's page. */
export async function buySeats(tenant: Tenant, request: ReturnType<typeof buildSeatRequest>) {
  const { processor } = await getProcessor()
  const placed = await placeOrder(tenant, request)
  if (!placed.ok) throw new Error(placed.refusal)
  const page = await startPayment(processor, tenant, { order: placed.value.id, ...paymentUrls, at })
  if (!page.ok) throw new Error(page.refusal)
  await payOnPage(page.value)
  const session = page.value.split('/').at(-1) ?? ''
  expect(await recordPayment(processor, tenant, { session, at })).toBe('paid')
  return { ...placed.value, session }
}

/** Runs the checks of the database, and expects that they find nothing. */
export async function expectSound(): Promise<void> {
  const found = await runChecks(owner)
  expect(found.filter(({ faults, failure }) => faults.length > 0 || failure)).toEqual([])
}
