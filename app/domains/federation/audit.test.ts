import { expect, test } from 'vitest'
import { AUDIT_ACTS, type AuditAct, readAuditAct } from './audit.ts'

test('the log is read with the same acts with which it is written', () => {
  expect(AUDIT_ACTS.map(readAuditAct)).toEqual(AUDIT_ACTS)
  expect(() => readAuditAct('no-such-act')).toThrow(RangeError)
})

test('an act that the log does not have does not compile', () => {
  // @ts-expect-error The log has no such act.
  const act: AuditAct = 'no-such-act'
  expect(AUDIT_ACTS).not.toContain(act)
})
