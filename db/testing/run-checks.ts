import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'

/** What each check found: its name, and the faults. A check that cannot run is a fault of its own. */
export type Found = { readonly check: string; readonly faults: readonly Record<string, unknown>[] }

/** Runs every check of `db/checks` as the auditor, who sees all co-ops and may change nothing. */
export async function runChecks(owner: postgres.Sql): Promise<Found[]> {
  const files = (await readdir('db/checks')).toSorted()
  return owner.begin('read only', async (tx) => {
    await tx`set local role twiza_auditor`
    const found: Found[] = []
    for (const file of files) {
      const faults = await tx.unsafe(await readFile(join('db/checks', file), 'utf8'))
      found.push({ check: file.replace('.sql', ''), faults: faults.map((row) => ({ ...row })) })
    }
    return found
  }) as Promise<Found[]>
}
