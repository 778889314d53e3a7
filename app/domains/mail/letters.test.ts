import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mail } from '#app/locales/en/mail.ts'
import type { Letter } from './letters.ts'

// What must not compile is named by `@ts-expect-error`: the compiler fails where it would.

test('a letter is promised only with what its sentences name', () => {
  const path = '/'
  const letters: Letter[] = [
    { template: 'invitation', data: { by: 'Rosa', coOp: 'Azahar', path } },
    // @ts-expect-error Who invites is missing.
    { template: 'invitation', data: { coOp: 'Azahar', path } },
    // @ts-expect-error No sentence of an invitation names an amount.
    { template: 'invitation', data: { by: 'Rosa', coOp: 'Azahar', amount: '12', path } },
    // @ts-expect-error A moment is told as text.
    { template: 'voting-open', data: { title: 'Longer weeks', closes: 5, path } },
    // @ts-expect-error An amount of money has its currency.
    { template: 'order-refunded', data: { amount: '1200', code: 'AB2C', path } },
    // @ts-expect-error There is no page to lead to.
    { template: 'verify-email', data: {} },
    // @ts-expect-error The catalogues have no such letter.
    { template: 'no-such-letter', data: { path } },
  ]
  expect(letters).toHaveLength(7)
})

test('every letter of the catalogue is promised somewhere', () => {
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
