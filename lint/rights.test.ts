import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calledByOffice, memberActs, sources } from './member-acts.ts'

/** Functions that the office calls and that are no member's act, with the reason of each. */
const BESIDES: Readonly<Record<string, string>> = {
  joinCoOp: 'Who accepts an invitation is no member yet: the invitation lets them in.',
}

test('every act of a member opens by asking who may, of the database, in its own transaction', () => {
  const office = calledByOffice()
  const acts = sources('app/flows', /\.server\.ts$/).flatMap((path) =>
    memberActs(readFileSync(path, 'utf8'), office),
  )
  const names = acts.map(({ name }) => name)
  expect([...office].filter((name) => !names.includes(name))).toEqual([])
  expect(acts.length).toBeGreaterThan(25)
  const open = acts.filter(({ opens }) => opens !== 'asks').map(({ name }) => name)
  expect(open).toEqual(Object.keys(BESIDES))
})

const OPEN = {
  'takes a member’s id and never asks': `
    export function say(tenant: TenantId, member: MemberId) {
      return inTenant(tenant, (db) => write(db, member))
    }`,
  'asks after it has touched something': `
    type By = { readonly id: MemberId }
    export function say(tenant: TenantId, { by }: { readonly by: By }) {
      return inTenant(tenant, async (own) => {
        await write(own)
        const denial = await denialOf(own, by.id, mayWorkHere)
        if (denial) return denial
      })
    }`,
  'hides what it does in a function of the file': `
    type When = { readonly by: { readonly id: MemberId } }
    type Said = When & { readonly body: string }
    export function say(tenant: TenantId, said: Said) {
      return sayIt(tenant, said)
    }
    const sayIt = (tenant: TenantId, said: Said) => inTenant(tenant, (db) => write(db, said))`,
  'is called by the office and takes nobody': `
    export function say(tenant: TenantId) {
      return inTenant(tenant, (db) => write(db))
    }`,
}

test.each(Object.entries(OPEN))('an act that %s is found', (_, source) => {
  const [act] = memberActs(source, new Set(source.includes('MemberId') ? [] : ['say']))
  expect(act).toMatchObject({ name: 'say' })
  expect(act?.opens).not.toBe('asks')
})

test('an act that asks first is not found, nor a part of another’s transaction', () => {
  const asks = `
    export function say(tenant: TenantId, member: MemberId) {
      return inFederation(async (federation) => {
        const db = await enterTenant(federation, tenant)
        const denial = await denialOf(db, member, mayWorkHere)
        if (denial) return denial
        await write(db, member)
      })
    }
    export function part(db: TenantDb, member: MemberId) { return write(db, member) }`
  expect(memberActs(asks, new Set())).toEqual([{ name: 'say', opens: 'asks' }])
})
