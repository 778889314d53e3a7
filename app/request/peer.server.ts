import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { settings } from '#app/config.ts'

/** Returns whether a proxy of ours stands in front, whose headers count. */
export const trustsProxy = () => settings().TRUST_PROXY

/** The headers by which a proxy shows that it forwards a request. */
export const FORWARD_HEADERS = [
  'x-forwarded-for',
  'x-forwarded-host',
  'forwarded',
  'via',
  'x-real-ip',
]

/**
 * Returns the address that the request came from. A proxy's header counts only when TRUST_PROXY says that a proxy is
 * in front.
 */
export function peerOf(c: Context): string {
  const forwarded = trustsProxy()
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded ?? getConnInfo(c).remote.address ?? ''
}
