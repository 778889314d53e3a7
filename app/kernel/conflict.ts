const CONFLICTS: ReadonlySet<string> = new Set([
  '23P01', // exclusion: somebody else holds that time
  '23505', // unique: somebody else was first
  '40001', // serialisation
  '40P01', // deadlock
])

/** Whether the database refused an act because another got there first: worth doing again from the start. */
export function isConflict(fault: unknown): boolean {
  return CONFLICTS.has(sqlStateOf(fault) ?? '')
}

type Retry<Lost> = {
  /** How often at most it is done, the first time counted. */
  readonly tries: number
  /** The answer when another got there first every time; without it the last conflict is thrown. */
  readonly lost?: () => Lost
}

/** Does an act, and again from its start while another got there first. Any other fault is thrown at once. */
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

/** The SQLSTATE of a database's refusal, also when a library wrapped it. */
export function sqlStateOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined
  if ('code' in fault && typeof fault.code === 'string' && /^[0-9A-Z]{5}$/.test(fault.code))
    return fault.code
  return 'cause' in fault ? sqlStateOf(fault.cause) : undefined
}
