import type {
  ActionFunctionArgs,
  HandleDocumentRequestFunction,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { localeOf } from './request/locale.ts'
import { logFault } from './request/log.server.ts'
import { siteFacts } from './request/site-facts.server.ts'
import { noteUnavailable } from './request/unavailable.server.ts'
import { loggable } from './site-map/look-up.ts'
import { KnownSiteContext } from './ui/site.tsx'

export { serve } from './server.ts'

/** Renders a page in one piece. This takes half the work of streaming, and the length of the page is known. */
export default function handleRequest(
  ...args: Parameters<HandleDocumentRequestFunction>
): Response {
  const [request, status, headers, remix, { site }] = args
  const { pathname: path, search: query } = new URL(request.url)
  const locale = localeOf(request, site.kind === 'co-op' ? site.tenant.locale : 'en')
  const rootData = { site: siteFacts(site, null), locale, path, query }
  const markup = renderToString(
    <KnownSiteContext.Provider value={rootData}>
      <RemixServer context={remix} url={request.url} />
    </KnownSiteContext.Provider>,
  )
  headers.set('content-type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${markup}`, { status, headers })
}

/** Logs faults (not refusals, not thrown responses) once, without anything that a person typed or has. */
export function handleError(
  fault: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  noteUnavailable(context, fault)
  if (request.signal.aborted || (isRouteErrorResponse(fault) && fault.status < 500)) return
  logFault(fault, { method: request.method, path: loggable(new URL(request.url).pathname) })
}
