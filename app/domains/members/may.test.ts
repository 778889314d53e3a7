import { expect, test } from 'vitest'
import * as rights from './may.ts'

const { isRightsRefusal, rightsRefusal, ...allRights } = rights
const { mayEditHoursOfOthers, mayRefund, ...rest } = allRights
const { mayAnswerDoor, mayChangeBranding, mayInvite, mayExport, ...rightsOfEverybody } = rest
const rightsOfStewards = { mayAnswerDoor, mayChangeBranding, mayInvite, mayTakeExport: mayExport }

test('a member who is suspended or has left may do nothing, whatever office they held', () => {
  for (const may of Object.values(allRights))
    for (const state of ['suspended', 'left'] as const)
      expect(may({ state, offices: ['steward', 'treasurer'] })).toBe(false)
})

test('every active member works here, does their jobs, writes listings, raises proposals and votes', () => {
  expect(Object.keys(rightsOfEverybody).length).toBeGreaterThan(9)
  for (const may of Object.values(rightsOfEverybody))
    expect(may({ state: 'active', offices: [] })).toBe(true)
})

test('a steward’s rights need the office', () => {
  for (const may of Object.values(rightsOfStewards)) {
    expect(may({ state: 'active', offices: ['treasurer', 'steward'] })).toBe(true)
    expect(may({ state: 'active', offices: ['treasurer'] })).toBe(false)
  }
})

test('a treasurer may refund too, and may not edit the hours of others', () => {
  const rightsOf = (office: 'treasurer' | 'steward') => {
    const actor = { state: 'active' as const, offices: [office] }
    return [mayRefund(actor), mayEditHoursOfOthers(actor)]
  }
  expect(rightsOf('treasurer')).toEqual([true, false])
  expect(rightsOf('steward')).toEqual([true, true])
})

test('a refusal tells why the member may not act', () => {
  const offices = ['steward'] as const
  const refusalOf = (actor: rights.ActorStatus | undefined) => rightsRefusal(actor, mayInvite)
  expect(refusalOf(undefined)).toBe('not-a-member-here')
  expect(refusalOf({ state: 'suspended', offices })).toBe('member-suspended')
  expect(refusalOf({ state: 'left', offices })).toBe('member-left')
  expect(refusalOf({ state: 'active', offices: [] })).toBe('not-allowed')
  expect(refusalOf({ state: 'active', offices })).toBeUndefined()
  expect(isRightsRefusal('not-allowed')).toBe(true)
  expect(isRightsRefusal('below-floor')).toBe(false)
})
