import { describe, expect, it } from 'vitest'
import { directionOf, LOCALES } from '#app/kernel/locale.ts'
import { mail } from '#app/locales/en/mail.ts'
import { isValue, VALUES } from './letters.ts'
import { renderMail } from './render.ts'

const templates = Object.keys(mail)
  .filter((key) => key.endsWith('.subject'))
  .map((key) => key.slice(0, -'.subject'.length))

const sender = {
  name: 'Brightwater',
  origin: 'https://brightwater.twiza.example',
  colour: '#25358a',
  country: 'GB',
  timeZone: 'Europe/London',
}

const MOMENT = '2026-12-02T10:00:00Z'
const moments = { start: MOMENT, opens: MOMENT, closes: MOMENT, until: MOMENT }
const counts = { abstain: 1, electorate: 7, minutes: 90, no: 2, stars: 5, version: 3, yes: 4 }
const data = {
  ...moments,
  ...counts,
  count: 3,
  number: 4,
  fee: 1.5,
  feeBefore: 1,
  workers: 80,
  workersBefore: 75,
  date: '2026-12-02',
  who: '<b>Helen</b>',
  total: '6800',
  amount: '1200',
  currency: 'GBP',
  by: '<b>Rosa</b> & Co',
  coOp: '<i>Azahar</i>',
  code: 'AB2C-D3EF',
  reason: 'A "reason" <script>',
  title: '<b>Regular clean</b>',
  titles: 'Regular clean\nDeep clean',
  path: '/somewhere?one=1&two=2',
}

const cases = templates.flatMap((template) => LOCALES.map((locale) => ({ template, locale })))

describe('letters', () => {
  it('are at least fifteen', () => expect(templates.length).toBeGreaterThan(15))

  it.each(cases)('$template has every sentence and value in $locale', ({ template, locale }) => {
    const letter = { template, locale, name: '<b>x</b>', data }
    const { subject, html, text } = renderMail(letter, sender)
    for (const part of [subject, html, text]) {
      expect(part.trim()).not.toBe('')
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/)
      expect(part).not.toContain(`${template}.`)
      expect(part).not.toContain('mail:')
    }
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`)
    expect(html).not.toMatch(/<(b|i|script)>/)

    const link = `${sender.origin}/somewhere?one=1&two=2`
    expect(text).toContain(link)
    expect(html).toContain(`href="${link.replaceAll('&', '&amp;')}"`)
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)
    for (const address of addresses) expect(address).toMatch(/^https:\/\//)
  })

  it.each(templates)('%s has a different subject in each language', (template) => {
    const sentences = LOCALES.map(
      (locale) => renderMail({ template, locale, name: 'x', data }, sender).subject,
    )
    expect(new Set(sentences).size).toBe(LOCALES.length)
  })

  it.each([
    ['en', '2 December 2026'],
    ['ar', '٢ ديسمبر ٢٠٢٦'],
    ['es', '2 de diciembre de 2026'],
    ['fr', '2 décembre 2026'],
  ] as const)('write a day as %s writes days', (locale, day) => {
    const letter = { template: 'terms-changed', locale, name: 'x', data }
    expect(renderMail(letter, sender).subject).toContain(day)
  })

  it.each(templates)('%s names only values that have a unit', (template) => {
    const sentences = Object.entries(mail).filter(([key]) => key.startsWith(`${template}.`))
    const named = sentences.flatMap(([, sentence]) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)])
    expect(named.map(([, name = '']) => name).filter((name) => !isValue(name))).toEqual([])
  })

  it('have no unit that no sentence uses', () => {
    const allSentences = Object.values(mail).join(' ')
    expect(Object.keys(VALUES).filter((name) => !allSentences.includes(`{{${name}}}`))).toEqual([])
  })

  it('that do not exist are refused', () => {
    const letter = { template: 'no-such-letter', locale: 'en' as const, name: 'x', data }
    expect(() => renderMail(letter, sender)).toThrow(RangeError)
  })
})
