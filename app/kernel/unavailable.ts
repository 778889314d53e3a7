/** What the driver, the system and the database call a connection that cannot be made or used. */
const CODES: ReadonlySet<string> = new Set([
  'DATABASE_UNAVAILABLE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '08000', // the classes of a connection that broke
  '08003',
  '08006',
  '25P03', // idle in a transaction for too long
  '53300', // too many connections
  '55P03', // a lock was not given in time
  '57014', // a statement took too long
  '57P01', // the server was told to end the connection
  '57P02', // the server crashed
  '57P03', // the server is starting or stopping
])

/** The database cannot be reached, or does not answer in time. */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE'
}

/**
 * Returns whether a fault only says that something could not be reached or did not answer in time. The same can then be
 * asked again a little later.
 */
export function isUnavailable(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false
  if ('code' in fault && CODES.has(String(fault.code))) return true
  return 'cause' in fault && isUnavailable(fault.cause)
}
