import type { APIRequestContext } from '@playwright/test'
import { ask } from './ask.ts'

/** Somebody on a site. */
export type Visitor = { readonly slug?: string | undefined; readonly cookie?: string | undefined }

/** What an address answered. */
export type Answer = { readonly path: string; readonly status: number; readonly text: string }

/** A form as it stands on a page: where it goes, and what is in it before anybody types. */
export type Filled = { readonly action: string; readonly fields: Readonly<Record<string, string>> }

const plain = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'")

const valueOf = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The same page in another order, another language or out of the way: not worth a visit of its own. */
const DULL = /^\/(assets|sign-out)|[?&](lang|sort)=/

function linksOn(text: string): string[] {
  return [...text.matchAll(/(?:href|src)="(\/[^"#]*)"/g)]
    .map(([, path]) => plain(path ?? ''))
    .filter((path) => !DULL.test(path))
}

/** Follows every link of a site from where somebody starts, until there is none that was not followed. */
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

/** The forms of a page that change something. */
export function formsOn({ path, text }: Answer): Filled[] {
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
