import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PARTS = [
  '**Context.**',
  '**Alternatives.**',
  '**Decision.**',
  '**Consequences.**',
  '**Revisit**',
]

/** Returns the parts that a decision record lacks. */
const missingFrom = (record: string) => PARTS.filter((part) => !record.includes(`\n${part}`))

const records = readdirSync('docs/decisions').map((file) => ({
  file,
  text: readFileSync(`docs/decisions/${file}`, 'utf8'),
}))

test('every decision record says what else was possible and what follows', () => {
  expect(records.length).toBeGreaterThan(15)
  for (const { file, text } of records) expect(missingFrom(text), file).toEqual([])
  expect(missingFrom('# A\n\n**Context.** x\n\n**Decision.** y')).toEqual([
    '**Alternatives.**',
    '**Consequences.**',
    '**Revisit**',
  ])
})

/** Returns the packages that no record names, in backticks or in its text. A scope counts for its packages. */
function undecided(packages: readonly string[], texts: readonly string[]): string[] {
  const text = texts.join('\n')
  const names = (name: string) => (name.startsWith('@remix-run/') ? ['@remix-run/*'] : [name])
  return packages.filter((name) => !names(name).some((known) => text.includes(known)))
}

test('every production dependency has a decision record', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Readonly<Record<string, string>>
  }
  const texts = records.map(({ text }) => text)
  expect(undecided(Object.keys(dependencies), texts)).toEqual([])
  expect(undecided(['left-pad', 'hono'], texts)).toEqual(['left-pad'])
})
