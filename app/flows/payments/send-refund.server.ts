import { recordRefund, refundById } from '#app/domains/payments/payment.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { RefundId, TenantId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import { inTenant } from '#tenants/scope.server.ts'

/**
 * Sends a refund that the books already have to the processor. It uses the refund's id as idempotency key, so that the
 * processor pays it once.
 */
export async function sendRefund(
  processor: Processor,
  tenant: TenantId,
  { refund: id, at }: { refund: RefundId; at: Instant },
): Promise<void> {
  const found = await inTenant(tenant, (db) => refundById(db, id), { readOnly: true })
  if (!found || found.refund.state === 'done') return
  const { refund, payment } = found
  if (!payment.account || !payment.processorRef)
    throw new Error('The payment of a refund was never captured.')
  const { ref } = await processor.refund({
    account: payment.account,
    ref: payment.processorRef,
    amount: money(refund.amountMinor, payment.currency),
    idempotencyKey: `refund:${id}`,
  })
  await inTenant(tenant, (db) => recordRefund(db, id, { ref, at }))
}
