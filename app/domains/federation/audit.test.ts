import { expect, test } from 'vitest'
import { AUDIT_ACTS, type AuditAct, readAuditAct } from './audit.ts'

test('the log is read in acts that it is written in', () => {
  expect(AUDIT_ACTS.map(readAuditAct)).toEqual(AUDIT_ACTS)
  expect(() => readAuditAct('no-such-act')).toThrow(RangeError)
})

test('an act that the log does not speak of does not compile', () => {
  // @ts-expect-error The log has no such act.
  const act: AuditAct = 'no-such-act'
  expect(AUDIT_ACTS).not.toContain(act)
})
