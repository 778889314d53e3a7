import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { settings } from '#app/config.ts'
import { isLoopback } from './network.ts'

/** Returns whether a proxy of ours stands in front, whose headers count. */
const trustsProxy = () => settings().TRUST_PROXY

/** The headers by which a proxy shows that it forwards a request. */
const FORWARD_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip']

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

/**
 * Returns whether a request was made on this very machine, and not only passed on by a proxy that runs on it. Where no
 * proxy is trusted, a header of one is enough to say no.
 */
export function isFromThisMachine(c: Context): boolean {
  const forwarded =
    !trustsProxy() && FORWARD_HEADERS.some((name) => c.req.header(name) !== undefined)
  return !forwarded && isLoopback(peerOf(c))
}
