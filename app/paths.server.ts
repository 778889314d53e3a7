import { settings } from './config.ts'
import { baseHost, hostOf } from '#tenants/resolve.server.ts'

/** Returns the public origin of a site: the federation's, or a co-op's by its slug. */
export function originOf(slug: string | null): string {
  const host = slug ? hostOf(slug) : baseHost()
  const { PUBLIC_SCHEME: scheme, PUBLIC_PORT: port } = settings()
  const portSuffix =
    (scheme === 'http' && port === 80) || (scheme === 'https' && port === 443) ? '' : `:${port}`
  return `${scheme}://${host}${portSuffix}`
}
