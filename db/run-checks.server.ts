import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'

/**
 * What a check found: its name, the faults, and whether there was anything for it to look at. A check that finds no
 * fault among no rows has said nothing; one that sees no row where rows are kept is blind.
 */
export type Found = {
  readonly check: string
  readonly faults: readonly Record<string, unknown>[]
  readonly sawNothing: boolean
  readonly blind: boolean
  /** Why it could not run at all. */
  readonly broken: string | null
}

/** Runs every check of `db/checks` as the auditor, who sees all co-ops and may change nothing. */
export async function runChecks(owner: postgres.Sql, folder = 'db/checks'): Promise<Found[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()
  return owner.begin('read only', async (tx) => {
    await tx`set local role twiza_auditor`
    const found: Found[] = []
    for (const file of files) {
      const check = file.replace('.sql', '')
      const text = await readFile(join(folder, file), 'utf8')
      const ran = tx.savepoint((point) => runCheck(point, text))
      found.push({ check, ...((await ran.catch(unable)) as Omit<Found, 'check'>) })
    }
    return found
  }) as Promise<Found[]>
}

async function runCheck(tx: postgres.TransactionSql, text: string): Promise<Omit<Found, 'check'>> {
  const faults = await tx.unsafe(text)
  const tables = await tablesOf(tx, text)
  const empty = await emptyOf(tx, tables)
  const sawNothing = empty.length === tables.length
  return {
    faults: faults.map((row) => ({ ...row })),
    sawNothing,
    blind: sawNothing && (await holdAnything(tx, tables)),
    broken: null,
  }
}

function unable(fault: unknown): Omit<Found, 'check'> {
  const broken = fault instanceof Error ? fault.message : String(fault)
  return { faults: [], sawNothing: true, blind: true, broken }
}

/** The tables a query reads, by its words: what a policy hides altogether is not in the database's plan for it. */
async function tablesOf(tx: postgres.TransactionSql, text: string): Promise<string[]> {
  const words = text.replaceAll(/--.*$/gm, '').matchAll(/\b(?:from|join)\s+([a-z_]+)/g)
  const names = [...new Set([...words].map(([, name = '']) => name))]
  const known = await tx`select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any(${names})`
  return known.map((row) => String(row['relname'])).toSorted()
}

async function emptyOf(tx: postgres.TransactionSql, tables: readonly string[]): Promise<string[]> {
  const empty: string[] = []
  for (const table of tables) {
    const rows = await tx`select from ${tx(table)} limit 1`
    if (rows.length === 0) empty.push(table)
  }
  return empty
}

/** Whether anything is kept in the tables, whoever may see it: their size knows no row security. */
async function holdAnything(
  tx: postgres.TransactionSql,
  tables: readonly string[],
): Promise<boolean> {
  const sizes = await tx`select pg_relation_size(name::regclass) > 0 as holds
    from unnest(${[...tables]}::text[]) name`
  return sizes.some((row) => row['holds'] === true)
}
