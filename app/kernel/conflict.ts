const CONFLICTS: ReadonlySet<string> = new Set([
  '23P01', // exclusion: another booking holds that time
  '23505', // unique: another transaction was first
  '40001', // serialisation
  '40P01', // deadlock
])

/**
 * Returns whether the database refused an act because another transaction was first. The act can then be tried again
 * from its start.
 */
export function isConflict(fault: unknown): boolean {
  return CONFLICTS.has(sqlStateOf(fault) ?? '')
}

type Retry<Lost> = {
  /** The largest number of attempts, the first one included. */
  readonly tries: number
  /** The answer when every attempt met a conflict. Without it, the last conflict is thrown. */
  readonly lost?: () => Lost
}

/** Runs an act, and runs it again from its start after a conflict. It throws any other fault at once. */
export async function retryOnConflict<Result, Lost = never>(
  act: () => Promise<Result>,
  { tries, lost }: Retry<Lost>,
): Promise<Result | Lost> {
  for (let left = tries; ; left -= 1) {
    try {
      return await act()
    } catch (fault) {
      if (!isConflict(fault)) throw fault
      if (left > 1) continue
      if (lost) return lost()
      throw fault
    }
  }
}

/** Returns the SQLSTATE of a database error, also when a library wrapped the error. */
export function sqlStateOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined
  if ('code' in fault && typeof fault.code === 'string' && /^[0-9A-Z]{5}$/.test(fault.code))
    return fault.code
  return 'cause' in fault ? sqlStateOf(fault.cause) : undefined
}
