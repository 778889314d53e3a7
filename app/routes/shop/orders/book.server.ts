import { z } from 'zod'
import { readCheckout } from '#app/reads/orders/own-checkout.server.ts'
import { email, line, optionalLine, paragraph } from '#app/request/form.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { savedDetails } from './saved-details.server.ts'

const checkout = z.string().regex(/^[\w-]{16,64}$/)

/** Who books and where the work is, with the step that was asked for and the key that makes one order of one form. */
export const details = z.object({
  name: line(120),
  email,
  phone: optionalLine(40),
  line1: line(120),
  line2: optionalLine(120),
  city: line(80),
  postcode: line(20),
  notes: paragraph(1000),
  checkout,
  step: z.enum(['check', 'pay', 'edit']).default('check'),
})

export type Answers = z.output<typeof details>

/** A customer who leaves the form for a while: whatever is typed so far goes with them, finished or not. */
export const leaving = z.object({ checkout, step: z.enum(['back', 'sign-in']) })

/** The checkout that this browser is in the middle of for a listing, and the unpaid order it may have placed. */
export async function ownCheckout(request: Request, tenant: Tenant, listing: string) {
  const kept = savedDetails(request)
  const mine = kept?.listing === listing ? kept : undefined
  const order = mine && (await readCheckout(tenant, mine.checkout))
  return {
    details: kept?.details ?? {},
    checkout: order?.paid ? undefined : mine?.checkout,
    order: order?.paid ? undefined : order?.id,
  }
}
