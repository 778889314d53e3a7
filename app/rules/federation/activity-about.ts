import { SUPPORT_PAGES } from './support-pages.ts'

/** What an entry of a co-op's log is about: a title, a name or a code; the page of a door; and the reason that was given. */
export function aboutOf(detail: Readonly<Record<string, unknown>>) {
  const about = detail['title'] ?? detail['who'] ?? detail['code']
  return {
    about: typeof about === 'string' ? about : '',
    page: SUPPORT_PAGES.find((page) => page === detail['page']) ?? null,
    reason: typeof detail['reason'] === 'string' ? detail['reason'] : '',
  }
}
