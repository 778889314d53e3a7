import { baseHost, hostOf } from '#tenants/resolve.server.ts'

/** The address at which a site is reached from outside: the federation's, or a co-op's by its slug. */
export function originOf(slug: string | null): string {
  const host = slug ? hostOf(slug) : baseHost()
  const scheme = process.env['PUBLIC_SCHEME'] ?? 'http'
  const port = process.env['PUBLIC_PORT'] ?? process.env['PORT'] ?? '3000'
  const shown =
    (scheme === 'http' && port === '80') || (scheme === 'https' && port === '443') ? '' : `:${port}`
  return `${scheme}://${host}${shown}`
}
