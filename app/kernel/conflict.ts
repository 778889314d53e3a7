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

/** Returns the SQLSTATE of a database error, also when a library wrapped the error. */
export function sqlStateOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined
  if ('code' in fault && typeof fault.code === 'string' && /^[0-9A-Z]{5}$/.test(fault.code))
    return fault.code
  return 'cause' in fault ? sqlStateOf(fault.cause) : undefined
}
