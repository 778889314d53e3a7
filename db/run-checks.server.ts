import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'

/**
 * What a check found: its name, the faults, and whether there was anything for it to look at. A check that finds no
 * fault among no rows has said nothing. One that cannot run throws: that is a fault of its own.
 */
export type Found = {
  readonly check: string
  readonly faults: readonly Record<string, unknown>[]
  /** The tables that the check reads and of which the auditor sees no row. */
  readonly empty: readonly string[]
  readonly sawNothing: boolean
}

/** Runs every check of `db/checks` as the auditor, who sees all co-ops and may change nothing. */
export async function runChecks(owner: postgres.Sql): Promise<Found[]> {
  const files = (await readdir('db/checks')).filter((file) => file.endsWith('.sql')).toSorted()
  return owner.begin('read only', async (tx) => {
    await tx`set local role twiza_auditor`
    const found: Found[] = []
    for (const file of files) {
      const text = await readFile(join('db/checks', file), 'utf8')
      const faults = await tx.unsafe(text)
      const tables = await tablesOf(tx, text)
      const empty = await emptyOf(tx, tables)
      found.push({
        check: file.replace('.sql', ''),
        faults: faults.map((row) => ({ ...row })),
        empty,
        sawNothing: empty.length === tables.length,
      })
    }
    return found
  }) as Promise<Found[]>
}

/** The tables a query reads, as the database plans it. */
async function tablesOf(tx: postgres.TransactionSql, text: string): Promise<string[]> {
  const [row] = await tx.unsafe(`explain (format json) ${text}`)
  const names = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const name: unknown = Reflect.get(node, 'Relation Name')
    if (typeof name === 'string') names.add(name)
    for (const part of Object.values(node)) walk(part)
  }
  walk(row)
  return [...names].toSorted()
}

async function emptyOf(tx: postgres.TransactionSql, tables: readonly string[]): Promise<string[]> {
  const empty: string[] = []
  for (const table of tables) {
    const rows = await tx`select from ${tx(table)} limit 1`
    if (rows.length === 0) empty.push(table)
  }
  return empty
}
