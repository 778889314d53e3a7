import { describe, expect, test } from 'vitest'
import { isConflict, retryOnConflict, sqlStateOf } from './conflict.ts'

const conflict = (code = '40P01') => Object.assign(new Error(`refused ${code}`), { code })

/** An act that is refused as often as there are faults, and then says how often it was done. */
function anAct(...faults: readonly unknown[]) {
  let times = 0
  return () => {
    const fault = faults[times]
    times += 1
    return fault === undefined ? Promise.resolve(times) : Promise.reject(fault)
  }
}

describe('an act that another got ahead of', () => {
  test('is done again from its start', async () => {
    const act = anAct(conflict('23505'), conflict('23P01'))
    expect(await retryOnConflict(act, { tries: 3 })).toBe(3)
  })

  test('that loses every time gives the answer for that, and is tried no more', async () => {
    const act = anAct(conflict(), conflict(), conflict())
    expect(await retryOnConflict(act, { tries: 2, lost: () => 'slot-taken' })).toBe('slot-taken')
    expect(await act().catch(() => 'third')).toBe('third')
    expect(await act()).toBe(4)
  })

  test('and has no answer for that throws the last conflict', async () => {
    const last = conflict('40001')
    await expect(retryOnConflict(anAct(conflict(), last), { tries: 2 })).rejects.toBe(last)
  })

  test('is not done again for any other fault', async () => {
    const fault = new Error('no conflict')
    const act = anAct(fault)
    await expect(retryOnConflict(act, { tries: 5, lost: () => null })).rejects.toBe(fault)
    expect(await act()).toBe(2)
  })
})

test('a conflict is known by its state, also when a library wrapped it', () => {
  expect(isConflict(new Error('Failed query', { cause: conflict('23P01') }))).toBe(true)
  for (const other of [conflict('42501'), conflict('ECONNRESET'), new Error('x'), 'x', null])
    expect(isConflict(other)).toBe(false)
  expect(sqlStateOf(new Error('x', { cause: conflict('25P02') }))).toBe('25P02')
})
