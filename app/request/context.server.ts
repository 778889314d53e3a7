import type { Site } from '#tenants/resolve.server.ts'

/** What the server knows about a request before Remix handles it. Each loader and action receives it as `context`. */
export type RequestContext = {
  readonly site: Exclude<Site, { kind: 'unknown' }>
  /** The host that the reader used, without its port. */
  readonly host: string
  /** The origin that the reader used: `http://host:port`. */
  readonly origin: string
  /** The network address of the reader. A forwarded address counts only behind a trusted proxy. */
  readonly peer: string
  /** Whether the request was made on this very machine. */
  readonly local: boolean
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
}
