import type { APIRequestContext } from '@playwright/test'
import { ask } from './ask.ts'

/** A person on a site. */
export type Visitor = { readonly slug?: string | undefined; readonly cookie?: string | undefined }

/** The answer of an address. */
export type Answer = { readonly path: string; readonly status: number; readonly text: string }

/** A form of a page: its action, and its values before anybody types. */
export type PageForm = {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

const unescapeHtml = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'")

const valueOf = (tag: string, name: string) =>
  unescapeHtml(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The same page in another order or another language, the static files, and signing out are not crawled. */
const SKIPPED = /^\/(assets|sign-out)|[?&](lang|sort)=/

function linksOn(text: string): string[] {
  return [...text.matchAll(/(?:href|src)="(\/[^"#]*)"/g)]
    .map(([, path]) => unescapeHtml(path ?? ''))
    .filter((path) => !SKIPPED.test(path))
}

/** Follows every link of a site from the given paths, until every link was followed or `most` pages were read. */
export async function crawl(
  request: APIRequestContext,
  visitor: Visitor,
  from: readonly string[],
  most = 400,
): Promise<Answer[]> {
  const known = new Set(from)
  const seen: Answer[] = []
  for (const path of known) {
    if (seen.length === most) break
    const answer = await ask(request, { ...visitor, path })
    const text = await answer.text()
    seen.push({ path, status: answer.status(), text })
    const next = answer.headers()['location'] ?? ''
    for (const link of [...linksOn(text), ...(next.startsWith('/') ? [next] : [])]) known.add(link)
  }
  return seen
}

/** Returns the forms of a page that change something. */
export function formsOn({ path, text }: Answer): PageForm[] {
  return [...text.matchAll(/<form[^>]*method="post"[^>]*>(.*?)<\/form>/gs)].map(
    ([form, inside]) => ({
      action: valueOf(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action') || path,
      fields: Object.fromEntries(
        [...(inside ?? '').matchAll(/<(?:input|button|textarea|option)[^>]*>/g)]
          .map(([tag]) => [valueOf(tag, 'name'), valueOf(tag, 'value')])
          .filter(([name]) => name),
      ),
    }),
  )
}
