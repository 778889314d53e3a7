import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mail } from '#app/locales/en/mail.ts'
import type { Letter } from './letters.ts'

// `@ts-expect-error` marks each letter that must not compile; the compiler fails when one does.

test('a letter is promised only with the values that its sentences name', () => {
  const path = '/'
  const letters: Letter[] = [
    { template: 'invitation', data: { by: 'Rosa', coOp: 'Azahar', path } },
    // @ts-expect-error The inviting member is missing.
    { template: 'invitation', data: { coOp: 'Azahar', path } },
    // @ts-expect-error No sentence of an invitation names an amount.
    { template: 'invitation', data: { by: 'Rosa', coOp: 'Azahar', amount: '12', path } },
    // @ts-expect-error A moment is text.
    { template: 'voting-open', data: { title: 'Longer weeks', closes: 5, path } },
    // @ts-expect-error An amount of money has its currency.
    { template: 'order-refunded', data: { amount: '1200', code: 'AB2C', path } },
    // @ts-expect-error The path of the page is missing.
    { template: 'verify-email', data: {} },
    // @ts-expect-error The catalogues have no such letter.
    { template: 'no-such-letter', data: { path } },
  ]
  expect(letters).toHaveLength(7)
})

test('every letter of the catalogue is promised by a flow', () => {
  const code = sourcesIn('app/flows')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const templates = Object.keys(mail).flatMap((key) => /^(.+)\.subject$/.exec(key)?.[1] ?? [])
  expect(templates.length).toBeGreaterThan(30)
  expect(templates.filter((name) => !code.includes(`'${name}'`))).toEqual([])
})

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sourcesIn(path)
    return name.endsWith('.server.ts') ? [path] : []
  })
