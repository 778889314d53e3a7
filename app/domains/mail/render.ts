import { dateFormat } from '#app/kernel/formats.ts'
import { Temporal } from '#app/kernel/clock.ts'
import { directionOf, formatLocale, type Locale } from '#app/kernel/locale.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { wordsOf } from '#app/locales/kind-words.ts'
import { isPlainKey, translator } from '#app/locales/translate.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { isValue, VALUES } from './letters.ts'

/** The site that sends the letter. */
export type Sender = {
  readonly name: string
  readonly origin: string
  readonly colour: string
  readonly country?: string
  readonly timeZone: string
}
export type Rendered = { readonly subject: string; readonly html: string; readonly text: string }

type LetterToRender = {
  readonly template: string
  readonly locale: Locale
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Writes a letter in its reader's language as HTML, with one button, and the same as plain text. */
export function renderMail(letter: LetterToRender, sender: Sender): Rendered {
  const t = translator(letter.locale, sender.country)
  const kind = letter.data['kind']
  const say = wordsOf(typeof kind === 'string' ? kind : null, t)
  const values = { ...formatValues(letter, sender), site: sender.name, name: letter.name }
  const writeSection = (section: string) => {
    const key = `mail:${letter.template}.${section}`
    if (!isPlainKey(key)) throw new RangeError(`There is no letter called ${letter.template}.`)
    return say(key, values)
  }
  const link = new URL(String(letter.data['path'] ?? '/'), sender.origin).href
  const sections = {
    subject: writeSection('subject'),
    body: writeSection('body'),
    action: writeSection('action'),
    link,
    foot: t('mail:foot', values),
  }
  const text = [sections.body, `${sections.action}: ${link}`, sections.foot].join('\n\n')
  return { subject: sections.subject, html: writeHtml(sections, letter.locale, sender), text }
}

/** Returns the letter's data with amounts and moments formatted for its reader. */
function formatValues(
  { locale, data }: LetterToRender,
  { country, timeZone }: Sender,
): Record<string, unknown> {
  const region = formatLocale(locale, country)
  const currency = typeof data['currency'] === 'string' ? data['currency'] : 'GBP'
  const money = (minor: unknown) => writeMoney({ minor: String(minor), currency }, region)
  const moment = (text: unknown) =>
    dateFormat(region, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(
      Temporal.Instant.from(String(text)).epochMilliseconds,
    )
  const day = (text: unknown) =>
    dateFormat(region, { timeZone: 'UTC', dateStyle: 'long' }).format(
      Temporal.PlainDate.from(String(text)).toZonedDateTime('UTC').epochMilliseconds,
    )
  const formatters = { money, moment, day, text: String, number: (value: unknown) => value }
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isValue(name) && value ? formatters[VALUES[name]](value) : value,
    ]),
  )
}

type Sections = Readonly<Record<'subject' | 'body' | 'action' | 'link' | 'foot', string>>

function writeHtml(
  { subject, body, action, link, foot }: Sections,
  locale: Locale,
  { name, origin, colour }: Sender,
): string {
  const direction = directionOf(locale)
  const paragraphs = body
    .split('\n')
    .map((line) => `<p style="margin:0 0 16px">${escape(line)}</p>`)
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f6f4ef;color:#1b2250;font:17px/1.6 'IBM Plex Sans','IBM Plex Sans Arabic',Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%;background:#fffdfa" dir="${direction}">
<tr><td><img src="${origin}${pathTo('/pattern.svg')}?w=560&amp;h=48" width="560" height="48" alt="" style="display:block;width:100%"></td></tr>
<tr><td style="padding:28px 32px;text-align:start"><p style="margin:0 0 20px;font-weight:600">${escape(name)}</p>
<h1 style="margin:0 0 20px;font-size:26px;line-height:1.25">${escape(subject)}</h1>${paragraphs.join('')}
<p style="margin:28px 0 8px"><a href="${escape(link)}" style="display:inline-block;background:${colour};color:#fff;text-decoration:none;font-weight:600;padding:14px 24px;border-radius:4px">${escape(action)}</a></p>
</td></tr><tr><td style="padding:16px 32px;border-top:1px solid #e2ddd2;font-size:14px;color:#565a78">${escape(foot)}</td></tr></table></td></tr></table></body></html>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
