import { expect, test } from 'vitest'
import {
  type MailId,
  newId,
  type ProposalId,
  type RefundId,
  type TenantId,
} from '#app/kernel/ids.ts'
import { type Handlers, isTask, readPayload, type Task } from './payloads.ts'

// What must not compile is named by `@ts-expect-error`: the compiler fails where it would.

const tenant = newId<TenantId>()

test('a payload is read as the task needs it, and nothing else of it', () => {
  const proposal = newId<ProposalId>()
  const payload = { tenant, proposal, more: 1 }
  expect(readPayload('close-voting', payload)).toEqual({ tenant, proposal })
})

test.each([
  ['found-row', { import: tenant }, 'A job of found-row without its position.'],
  ['found-row', { import: tenant, position: 0.5 }, 'A job of found-row without its position.'],
  ['send-refund', { tenant, refund: '12' }, 'A job of send-refund without its refund.'],
  ['handle-processor-event', { event: '' }, 'A job of handle-processor-event without its event.'],
  ['send-mail', null, 'A job of send-mail without its mail.'],
  ['send-mail', 'text', 'A job of send-mail without its mail.'],
] as const)('a job of %s with the payload %j is a fault', (task, payload, fault) => {
  expect(() => readPayload(task, payload)).toThrow(new RangeError(fault))
})

test('a task is promised only with its own payload', () => {
  const refund = newId<RefundId>()
  const promised: Task[] = [
    { task: 'send-refund', payload: { tenant, refund } },
    // @ts-expect-error The refund is missing.
    { task: 'send-refund', payload: { tenant } },
    // @ts-expect-error The id is another kind's.
    { task: 'send-refund', payload: { tenant, refund: newId<MailId>() } },
    // @ts-expect-error There is no such task.
    { task: 'no-such-task', payload: {} },
  ]
  expect(promised.map(({ task }) => isTask(task))).toEqual([true, true, true, false])
})

test('a task without its handler does not compile', () => {
  // @ts-expect-error The other tasks have no handler here.
  const handlers: Handlers = { 'release-holds': async () => {} }
  expect(Object.keys(handlers)).toEqual(['release-holds'])
})
