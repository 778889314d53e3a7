import { sendRefund } from '#app/flows/payments/send-refund.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { RefundId, TenantId } from '#app/kernel/ids.ts'
import { gateways } from '#app/wiring.server.ts'
import { idIn } from './payload.ts'

export async function sendRefundTask(payload: unknown): Promise<void> {
  const refund = idIn<RefundId>(payload, 'refund')
  await sendRefund(gateways().processor, idIn<TenantId>(payload, 'tenant'), {
    refund,
    at: systemClock(),
  })
}
