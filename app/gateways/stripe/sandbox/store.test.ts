import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the sandbox’s file is read by its owner alone, also one that others could read', () => {
  const file = join(folder, 'sandbox.jsonl')
  const mode = () => statSync(file).mode & 0o777
  new Store(file).put({ id: 'acct_1' })
  expect(mode()).toBe(0o600)
  chmodSync(file, 0o644)
  expect(new Store(file).get('acct_1')).toEqual({ id: 'acct_1' })
  expect(mode()).toBe(0o600)
})
