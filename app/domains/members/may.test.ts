import { expect, test } from 'vitest'
import * as rights from './may.ts'

const { mayWorkHere, ...stewards } = rights

test('whoever is active works here, and nobody else', () => {
  expect(mayWorkHere({ state: 'active', offices: [] })).toBe(true)
  for (const state of ['suspended', 'left'] as const)
    expect(mayWorkHere({ state, offices: ['steward'] })).toBe(false)
})

test('what is a steward’s takes the office, and being active', () => {
  expect(Object.keys(stewards)).toHaveLength(4)
  for (const may of Object.values(stewards)) {
    expect(may({ state: 'active', offices: ['treasurer', 'steward'] })).toBe(true)
    expect(may({ state: 'active', offices: ['treasurer'] })).toBe(false)
    expect(may({ state: 'suspended', offices: ['steward'] })).toBe(false)
  }
})
