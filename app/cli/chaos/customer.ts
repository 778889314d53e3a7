import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, ask } from './server.ts'

/** What happened to the customers, in counts. */
export type Tally = {
  /** Cards that the processor took. Each must be recorded, once. */
  accepted: number
  /** Customers whom the page told that they have paid. */
  told: number
  /** Answers of 503, which asked to come back. */
  unavailable: number
  /** Other faults: answers of 500, or none. */
  faults: number
  slowest: number
  readonly tokens: string[]
  readonly lost: string[]
}

type Visit = { readonly host: string; readonly slot: string; readonly returns: boolean }

/** How often a customer tries each step again. */
const TRIES = 60

/** Books, pays and returns, as a customer with a browser would, who tries again when something fails. */
export async function buy({ host, slot, returns }: Visit, tally: Tally): Promise<void> {
  const lose = (what: string, answer?: Answer) =>
    tally.lost.push(`${slot} was not ${what}: ${answer?.status ?? 'no answer'}`)
  const path = `/listings/regular-clean/book?slot=${encodeURIComponent(slot)}`
  const form = bookingForm()
  const booked = await insist(() => ask(host, path, form), tally)
  if (booked?.status !== 303) return void lose('booked', booked)
  const paid = await insist(() => pay(booked.location), tally)
  const token = tokenIn(paid)
  if (!token) return void lose('paid', paid)
  tally.accepted += 1
  tally.tokens.push(token)
  if (!returns) return
  const back = await insist(() => ask(host, `/orders/${token}/paid`), tally)
  if (back?.status === 302) tally.told += 1
  else lose('told', back)
}

const tokenIn = (answer?: Answer) => /\/orders\/([^/?]+)\/paid/.exec(answer?.location ?? '')?.[1]

function bookingForm(): URLSearchParams {
  return new URLSearchParams({
    checkout: randomBytes(12).toString('hex'),
    step: 'pay',
    name: 'Helen',
    email: 'helen@example.com',
    line1: '14 Dean Lane',
    city: 'Bristol',
    postcode: 'BS3 1DD',
  })
}

const CARD = new URLSearchParams({ number: '4242424242424242', expiry: '12/34', cvc: '123' })

async function pay(url: string): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', body: CARD, redirect: 'manual' })
  await answer.body?.cancel()
  return { status: answer.status, location: answer.headers.get('location') ?? '', seconds: 0 }
}

/** Tries a step until it is neither refused for a moment nor fails. */
async function insist(step: () => Promise<Answer>, tally: Tally): Promise<Answer | undefined> {
  let last: Answer | undefined
  for (let tries = 0; tries < TRIES; tries += 1) {
    last = await step().catch(() => undefined)
    if (last) tally.slowest = Math.max(tally.slowest, last.seconds)
    if (last && last.status < 500) return last
    if (last?.status === 503) tally.unavailable += 1
    else tally.faults += 1
    await wait(500 + Math.random() * 500)
  }
  return last
}
