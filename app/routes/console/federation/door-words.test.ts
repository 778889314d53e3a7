import { expect, test } from 'vitest'
import { wordFor } from './door-words.ts'

test('a row of a door is called as the co-op calls it', () => {
  expect(wordFor('orders', 'paid')).toBe('jobs:state.paid')
  expect(wordFor('log', 'member-joined')).toBe('storefront:brand.act.member-joined')
  expect(wordFor('balances', 'held')).toBe('books:account.held')
  expect(wordFor('balances', 'members')).toBe('federation:door.account.members')
})

test('what has no sentence is a fault', () => {
  expect(() => wordFor('members', 'no-such-state')).toThrow(
    new RangeError('There is no sentence federation:door.member.no-such-state.'),
  )
})
