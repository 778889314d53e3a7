import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NoBreak } from './no-break.tsx'

const shown = (children: string, of?: string) =>
  renderToStaticMarkup(createElement(NoBreak, of ? { children, of } : { children }))

test('a word with a hyphen is kept whole, with the stop that follows it', () => {
  expect(shown('Found a co-op. Now.')).toBe('Found a <span class="inline-block">co-op.</span> Now.')
  expect(shown('Nothing to keep.')).toBe('Nothing to keep.')
})

test('a date is kept whole, and where it has to be broken a day stays with its month', () => {
  expect(shown('Where, Tuesday 1 December at 10:00?', 'Tuesday 1 December at 10:00')).toBe(
    'Where, <span class="date inline-block">Tuesday 1\u00a0December at\u00a010:00?</span>',
  )
  expect(shown('We come.', 'Tuesday')).toBe('We come.')
})
