import { createHmac } from 'node:crypto'
import type { StoredObject, Store } from './store.ts'

export type Delivery = { readonly url: string; readonly secret: string }

/** How events are sent: immediately, twice each, or held until they are released (and then in any order). */
export type Mode = 'normal' | 'double' | 'hold'

const RETRY_MS = [200, 1000, 3000, 10_000, 30_000, 60_000]

/**
 * Posts events to the application as Stripe does: later, signed, repeatedly until they are accepted, in no promised
 * order.
 */
export class EventSender {
  readonly #store: Store
  readonly #to: Delivery
  readonly #timers = new Set<NodeJS.Timeout>()
  mode: Mode = 'normal'

  constructor(store: Store, to: Delivery) {
    this.#store = store
    this.#to = to
    for (const event of store.all('evt_')) if (!event['delivered']) this.#later(event, 0)
  }

  /** Records an event about an object of an account. */
  record(type: string, account: string, object: StoredObject): void {
    const id = `evt_${crypto.randomUUID().replaceAll('-', '').slice(0, 24)}`
    const event = {
      id,
      object: 'event',
      api_version: '2025-01-27',
      type,
      account,
      created: seconds(),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
    }
    this.#store.put(event)
    if (this.mode === 'hold') return
    this.#later(event, 0)
    if (this.mode === 'double') this.#later(event, 0)
  }

  /** Sends the held events in random order. */
  release(): void {
    this.mode = 'normal'
    const held = this.#store.all('evt_').filter((event) => !event['delivered'])
    for (const event of held.toSorted(() => Math.random() - 0.5)) this.#later(event, 0)
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #later(event: StoredObject, attempt: number): void {
    const wait = RETRY_MS[attempt]
    if (wait === undefined) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void this.#send(event, attempt)
    }, wait)
    this.#timers.add(timer)
  }

  async #send(event: StoredObject, attempt: number): Promise<void> {
    const body = JSON.stringify(event)
    const t = seconds()
    const v1 = createHmac('sha256', this.#to.secret).update(`${t}.${body}`).digest('hex')
    const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${t},v1=${v1}` }
    const taken = await fetch(this.#to.url, { method: 'POST', headers, body }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (taken) this.#store.put({ ...event, delivered: true })
    else this.#later(event, attempt + 1)
  }
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
