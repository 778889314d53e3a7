import type { Site } from '#tenants/resolve.server.ts'

/** What the server knows of a request before Remix sees it; each loader and action is handed it as `context`. */
export type RequestContext = {
  readonly site: Exclude<Site, { kind: 'unknown' }>
  /** The host the reader used, without port. */
  readonly host: string
  /** `http://host:port`, as the reader typed it. */
  readonly origin: string
  /** The address the connection came from; a forwarded one only behind a trusted proxy. */
  readonly peer: string
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
}
