import { expect, test } from 'vitest'
import * as rights from './may.ts'

const { isRightsRefusal, rightsRefusal, ...sentences } = rights
const { mayKeepHoursOfOthers, mayRefund, ...rest } = sentences
const { mayAnswerDoor, mayChangeBranding, mayInvite, mayTakeExport, ...everybodys } = rest
const stewards = { mayAnswerDoor, mayChangeBranding, mayInvite, mayTakeExport }

test('nobody who is suspended or has left may anything, whatever office they held', () => {
  for (const may of Object.values(sentences))
    for (const state of ['suspended', 'left'] as const)
      expect(may({ state, offices: ['steward', 'treasurer'] })).toBe(false)
})

test('whoever is active works here, does their jobs, writes listings, raises and votes', () => {
  expect(Object.keys(everybodys).length).toBeGreaterThan(9)
  for (const may of Object.values(everybodys))
    expect(may({ state: 'active', offices: [] })).toBe(true)
})

test('what is a steward’s takes the office', () => {
  for (const may of Object.values(stewards)) {
    expect(may({ state: 'active', offices: ['treasurer', 'steward'] })).toBe(true)
    expect(may({ state: 'active', offices: ['treasurer'] })).toBe(false)
  }
})

test('a treasurer gives money back too, and keeps nobody’s hours', () => {
  const one = (office: 'treasurer' | 'steward') => {
    const actor = { state: 'active' as const, offices: [office] }
    return [mayRefund(actor), mayKeepHoursOfOthers(actor)]
  }
  expect(one('treasurer')).toEqual([true, false])
  expect(one('steward')).toEqual([true, true])
})

test('why somebody may not is a sentence about them', () => {
  const offices = ['steward'] as const
  const why = (actor: rights.Standing | undefined) => rightsRefusal(actor, mayInvite)
  expect(why(undefined)).toBe('not-a-member-here')
  expect(why({ state: 'suspended', offices })).toBe('member-suspended')
  expect(why({ state: 'left', offices })).toBe('member-left')
  expect(why({ state: 'active', offices: [] })).toBe('not-allowed')
  expect(why({ state: 'active', offices })).toBeUndefined()
  expect(isRightsRefusal('not-allowed')).toBe(true)
  expect(isRightsRefusal('below-floor')).toBe(false)
})
