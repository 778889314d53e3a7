import { isUnavailable } from '#app/kernel/unavailable.ts'
import { noSitePage } from '#app/no-site-page.tsx'

const contexts = new WeakSet<object>()

/** Remembers that a request failed because something could not be reached. `context` is the request's own. */
export function noteUnavailable(context: unknown, fault: unknown): void {
  if (typeof context === 'object' && context !== null && isUnavailable(fault)) contexts.add(context)
}

/**
 * Answers with a page that asks to come back in a moment when the request failed because something could not be
 * reached, and with what was rendered otherwise.
 */
export function unlessUnavailable(request: Request, context: object, rendered: Response): Response {
  return contexts.has(context) ? busyPage(request) : rendered
}

/** A page that says that something cannot be reached for now. Nothing that was sent has been done twice. */
export function busyPage(request: Request): Response {
  const page = noSitePage(request, 'busy')
  page.headers.set('retry-after', '5')
  page.headers.set('cache-control', 'no-store')
  return page
}
