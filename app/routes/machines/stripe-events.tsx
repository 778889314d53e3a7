import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveProcessorEvent } from '#app/flows/payments/handle-processor-event.server.ts'
import { asVisitor, notFound } from '#app/request/guards.server.ts'
import { gateways } from '#app/wiring.server.ts'

export function loader() {
  throw notFound()
}

/** What the processor tells us. Only its signature is believed, and what it says is asked for again. */
export async function action(args: ActionFunctionArgs) {
  const { at } = asVisitor(args)
  const { request } = args
  if (request.method !== 'POST') throw notFound()
  const event = gateways().processor.readEvent(
    await request.text(),
    request.headers.get('stripe-signature') ?? '',
  )
  if (!event) return new Response(null, { status: 400 })
  await receiveProcessorEvent(event, at)
  return new Response(null, { status: 204 })
}
