import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeFolder } from './folder-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'folder-'))
const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'app/cli/run.ts'])
afterAll(() => {
  other.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

test('a folder from which another server runs is refused, and its mark stays', () => {
  const file = join(folder, 'running.pid')
  writeFileSync(file, String(other.pid))
  expect(() => takeFolder(folder)).toThrow(
    `Twiza runs from ${folder} already (process ${other.pid}): stop it, or set DATA_DIR to another folder.`,
  )
  expect(readFileSync(file, 'utf8')).toBe(String(other.pid))
})

test.each(['999999999', 'nonsense', '', String(process.ppid)])(
  'a mark that was left behind (%j) is taken over, and is gone after the release',
  (left) => {
    const file = join(folder, 'running.pid')
    writeFileSync(file, left)
    const release = takeFolder(folder)
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
    release()
    expect(() => readFileSync(file)).toThrow('ENOENT')
  },
)
