import { setTimeout as wait } from 'node:timers/promises'
import { runChecks } from '#db/run-checks.server.ts'
import { ask } from './server.ts'
import { asOwner } from './harm.ts'

/** The state of the books and of the queue. */
export type Found = {
  readonly due: number
  readonly recorded: number
  readonly doubled: number
  /** The letters that tell customers that they have paid. */
  readonly letters: number
}

/** Reads how many of these orders are recorded exactly once, and how many jobs wait. */
function look(url: string, tokens: readonly string[]): Promise<Found> {
  return asOwner(url, async (sql) => {
    const [row] = await sql`
      with bought as (
        select o.tenant_id, o.id, o.state,
          (select count(*) from payments p where p.tenant_id = o.tenant_id and p.order_id = o.id and p.state = 'captured') as captures,
          (select count(*) from ledger_journals j where j.tenant_id = o.tenant_id and j.order_id = o.id) as journals
        from orders o where o.token = any(${[...tokens]}::text[])
      )
      select
        (select count(*)::int from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts) as due,
        count(*) filter (where state = 'paid' and captures = 1 and journals = 1)::int as recorded,
        (select count(*)::int from mails where template = 'order-paid') as letters,
        count(*) filter (where captures > 1 or journals > 1)::int as doubled
      from bought`
    return {
      due: Number(row?.['due']),
      recorded: Number(row?.['recorded']),
      doubled: Number(row?.['doubled']),
      letters: Number(row?.['letters']),
    }
  })
}

/** Waits until the queue is empty and everything is recorded, or the time is over. Returns the seconds that it took. */
export async function untilDrained(
  url: string,
  tokens: readonly string[],
  most: number,
): Promise<{ seconds: number; found: Found; ready: boolean }> {
  const began = performance.now()
  for (;;) {
    const found = await look(url, tokens)
    const seconds = (performance.now() - began) / 1000
    const ready = (await ask('localhost', '/readyz').catch(() => undefined))?.status === 200
    if ((found.due === 0 && found.recorded === tokens.length && ready) || seconds > most)
      return { seconds, found, ready }
    await wait(1000)
  }
}

/** Returns what the checks of the database find. */
export function faultsOf(url: string): Promise<string[]> {
  return asOwner(url, async (sql) => {
    const checks = await runChecks(sql)
    return checks
      .filter(({ faults, failure }) => faults.length > 0 || failure)
      .map(({ check, failure }) => `${check}${failure ? `: ${failure}` : ''}`)
  })
}
