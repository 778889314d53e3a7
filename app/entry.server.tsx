import type { EntryContext, LoaderFunctionArgs, ActionFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { logFault } from './request/log.server.ts'

export { serve } from './server.ts'

/** Renders a page whole, in one go: half the work of streaming, and its length is known. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
): Response {
  const markup = renderToString(<RemixServer context={remix} url={request.url} />)
  headers.set('content-type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${markup}`, { status, headers })
}

/** Faults (not refusals, not thrown responses) are logged once, here, without anything a person typed. */
export function handleError(
  fault: unknown,
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted)
    logFault(fault, { method: request.method, path: new URL(request.url).pathname })
}
