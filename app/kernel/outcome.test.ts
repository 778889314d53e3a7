import { expect, test } from 'vitest'
import { type Catalogue, es } from '#app/locales/catalogues.ts'
import { invalidForm, refuse } from '#app/request/form.server.ts'
import { done, type Outcome, refused } from './outcome.ts'

// Each `@ts-expect-error` marks code that must not compile; the compiler fails when the code compiles.

test('an act is refused for a reason that has its sentence', () => {
  expect(refused('slot-taken')).toEqual({ ok: false, refusal: 'slot-taken' })
  // @ts-expect-error No catalogue has a sentence for this refusal.
  expect(refused('no-such-sentence')).toMatchObject({ ok: false })
})

test('an outcome names only refusals that have their sentence', () => {
  // @ts-expect-error No catalogue has a sentence for this refusal.
  const outcome: Outcome<null, 'no-such-sentence'> = done(null)
  expect(outcome.ok).toBe(true)
})

test('a form is refused for a reason that has its sentence, with what the sentence speaks of', () => {
  const form = { values: {}, errors: {} }
  const said = { values: {}, errors: { fee: 'refusals:terms-out-of-range 3 – 5' } }
  expect(refuse(form, 'fee', 'terms-out-of-range 3 – 5')).toEqual(invalidForm(said))
  // @ts-expect-error No catalogue has a sentence for this refusal.
  expect(refuse(form, 'fee', 'no-such-sentence')).toBeDefined()
  // @ts-expect-error The sentence of this refusal names a limit.
  expect(refuse(form, 'fee', 'terms-out-of-range')).toBeDefined()
})

test('a language that lacks the sentence of a refusal does not compile', () => {
  const { 'slot-taken': missing, ...refusals } = es.refusals
  // @ts-expect-error The sentence of `slot-taken` is missing.
  const lacking: Catalogue = { ...es, refusals }
  expect(missing).not.toBe('')
  expect(lacking.refusals).not.toHaveProperty('slot-taken')
})
