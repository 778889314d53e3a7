import { randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { createOpenCoOp, buildOrderRequest, monday, wednesday } from '#app/flows/testing/co-op.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { bare, record, replay, type Recorded } from './recording.ts'

/**
 * The times of one co-op. They are far enough apart that no checkout falls into the week of another, and all lie
 * within the year's hours.
 */
const SPACING_DAYS = 8
const TIMES = 22
/** The number of co-ops that sell at the same time. */
const CO_OPS = 4

/** Answers per second, and the CPU time of one answer. */
export type Rate = { readonly perSecond: number; readonly cpuMs: number }

type Seller = {
  readonly statements: number
  readonly byFlow: (time: number) => Promise<void>
  readonly bySql: (time: number) => Promise<void>
  /** Releases all times, as the task does for orders that nobody pays. */
  readonly release: () => Promise<unknown>
}

/**
 * Checkouts of several co-ops at the same time: by the flow, and by the statements that the flow sends, replayed
 * through the driver alone.
 */
export async function checkouts() {
  const sql = bare(10)
  const sellers: Seller[] = []
  while (sellers.length < CO_OPS) sellers.push(await startSeller(sql))
  return {
    statements: sellers[0]?.statements ?? 0,
    app: () => round(sellers, ({ byFlow }) => byFlow),
    floor: () => round(sellers, ({ bySql }) => bySql),
    stop: () => sql.end(),
  }
}

async function startSeller(sql: Sql): Promise<Seller> {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const start = (time: number) => wednesday.add({ hours: 24 * SPACING_DAYS * time })
  const byFlow = async (time: number) => {
    const placed = await placeOrder(tenant, buildOrderRequest(start(time)))
    if (!placed.ok) throw new Error(placed.refusal)
  }
  const [one] = await record(() => byFlow(TIMES))
  const [two] = await record(() => byFlow(TIMES + 1))
  if (!one || !two || one.statements.length !== two.statements.length)
    throw new Error('Two checkouts did not send the same statements.')
  return {
    statements: one.statements.length,
    byFlow,
    bySql: async (time) => {
      await replay(sql, one, renewValues(one, two, (time - TIMES) * SPACING_DAYS))
    },
    release: () => releaseLapsedHolds(tenant.id, monday.add({ hours: 1 })),
  }
}

/** Sells every time of every seller once. Releasing the times afterwards is not measured. */
async function round(
  sellers: readonly Seller[],
  how: (seller: Seller) => (time: number) => Promise<void>,
): Promise<Rate> {
  const before = process.cpuUsage()
  const began = performance.now()
  await Promise.all(
    sellers.map(async (seller) => {
      const sell = how(seller)
      for (let time = 0; time < TIMES; time += 1) await sell(time)
    }),
  )
  const count = sellers.length * TIMES
  const { user, system } = process.cpuUsage(before)
  const rate = {
    perSecond: (count * 1000) / (performance.now() - began),
    cpuMs: (user + system) / 1000 / count,
  }
  await Promise.all(sellers.map(({ release }) => release()))
  return rate
}

/**
 * Makes the values of another checkout. Values that are equal in both recordings stay, ids are made anew, and dates
 * are moved by `days`.
 */
function renewValues(one: Recorded, two: Recorded, days: number) {
  const made = new Map<string, string>()
  const once = (old: string, make: () => string) => {
    const known = made.get(old) ?? make()
    made.set(old, known)
    return known
  }
  return (value: unknown, statement: number, position: number): unknown => {
    const other = two.statements[statement]?.values[position]
    if (same(value, other)) return value
    if (value instanceof Date) return new Date(value.getTime() + days * 86_400_000)
    const text = String(value)
    const renewed = text
      .replaceAll(UUID, (old) => once(old, () => randomUUID()))
      .replaceAll(MOMENT, (moment) => moved(moment, days))
    return renewed === text ? once(text, () => randomText(text)) : renewed
  }
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const MOMENT = /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function moved(moment: string, days: number): string {
  const instant = new Date(moment)
  instant.setUTCDate(instant.getUTCDate() + days)
  return moment.includes('T') ? instant.toISOString() : instant.toISOString().slice(0, 10)
}

function randomText(like: string): string {
  return randomBytes(24).toString('hex').slice(0, like.length)
}
