import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'

/**
 * The result of a check: its name, its faults, and whether it saw any row. A check that saw no row proves nothing;
 * when its tables do hold rows, row security hid them (`rowsHidden`).
 */
export type CheckResult = {
  readonly check: string
  readonly faults: readonly Record<string, unknown>[]
  readonly noRows: boolean
  readonly rowsHidden: boolean
  /** The error that stopped the check, if one did. */
  readonly failure: string | null
}

/** Runs every check of `db/checks` as the auditor, who sees all co-ops and may change nothing. */
export async function runChecks(owner: postgres.Sql, folder = 'db/checks'): Promise<CheckResult[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()
  return owner.begin('read only', async (tx) => {
    await tx`set local role twiza_auditor`
    const found: CheckResult[] = []
    for (const file of files) {
      const check = file.replace('.sql', '')
      const text = await readFile(join(folder, file), 'utf8')
      const ran = tx.savepoint((point) => runCheck(point, text))
      found.push({ check, ...((await ran.catch(failed)) as Omit<CheckResult, 'check'>) })
    }
    return found
  }) as Promise<CheckResult[]>
}

async function runCheck(
  tx: postgres.TransactionSql,
  text: string,
): Promise<Omit<CheckResult, 'check'>> {
  const faults = await tx.unsafe(text)
  const tables = await tablesOf(tx, text)
  const empty = await emptyOf(tx, tables)
  const noRows = empty.length === tables.length
  return {
    faults: faults.map((row) => ({ ...row })),
    noRows,
    rowsHidden: noRows && (await holdAnything(tx, tables)),
    failure: null,
  }
}

function failed(fault: unknown): Omit<CheckResult, 'check'> {
  const failure = fault instanceof Error ? fault.message : String(fault)
  return { faults: [], noRows: true, rowsHidden: true, failure }
}

/**
 * Returns the tables that a query names in its text. The query's plan would leave out a table that a policy hides
 * completely.
 */
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

/** Returns whether the tables hold rows, by their size, which row security does not change. */
async function holdAnything(
  tx: postgres.TransactionSql,
  tables: readonly string[],
): Promise<boolean> {
  const sizes = await tx`select pg_relation_size(name::regclass) > 0 as holds
    from unnest(${[...tables]}::text[]) name`
  return sizes.some((row) => row['holds'] === true)
}
