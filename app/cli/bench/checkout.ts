import { randomBytes, randomUUID } from 'node:crypto'
import { anOpenCoOp, anOrder, wednesday } from '#app/flows/testing/co-op.ts'
import { placeOrder } from '#app/flows/place-order.server.ts'
import { bare, record, replay, type Recorded } from './recording.ts'

const SPACING_DAYS = 8
const AT_ONCE = 4

/** How many a second, and what one cost this process. */
export type Rate = { readonly perSecond: number; readonly cpuMs: number }

/** Checkouts of one co-op: by the flow, and by the statements it sends, replayed through the driver alone. */
export async function checkouts() {
  const { tenant } = await anOpenCoOp('Amina', 'Rosa')
  let day = 0
  const start = (n: number) => wednesday.add({ hours: 24 * SPACING_DAYS * n })
  const byFlow = async () => {
    const placed = await placeOrder(tenant, anOrder(start((day += 1))))
    if (!placed.ok) throw new Error(placed.refusal)
  }
  const one = (await record(byFlow))[0]
  const recordedDay = day
  const two = (await record(byFlow))[0]
  if (!one || !two || one.statements.length !== two.statements.length)
    throw new Error('Two checkouts did not send the same statements.')
  const sql = bare(10)
  const bySql = async () => {
    const days = ((day += 1) - recordedDay) * SPACING_DAYS
    await replay(sql, one, fresh(one, two, days))
  }
  return {
    statements: one.statements.length,
    app: (count: number) => many(count, byFlow),
    floor: (count: number) => many(count, bySql),
    stop: () => sql.end(),
  }
}

async function many(count: number, work: () => Promise<void>): Promise<Rate> {
  const before = process.cpuUsage()
  const began = performance.now()
  let left = count
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while ((left -= 1) >= 0) await work()
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return {
    perSecond: (count * 1000) / (performance.now() - began),
    cpuMs: (user + system) / 1000 / count,
  }
}

/** Gives the values of another checkout: what two recordings agree on stays, ids are made anew, days are moved on. */
function fresh(one: Recorded, two: Recorded, days: number) {
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
