import { sendRefund } from '#app/flows/payments/send-refund.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { Payload } from '#app/queue/payloads.ts'
import { gateways } from '#app/wiring.server.ts'

/** Sends one refund to the processor. */
export async function sendRefundTask({ tenant, refund }: Payload<'send-refund'>): Promise<void> {
  await sendRefund(gateways().processor, tenant, { refund, at: systemClock() })
}
