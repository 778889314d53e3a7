import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { environment } from '#app/config.ts'
import { isProcess } from '#db/is-process.server.ts'
import { startProgram } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'program-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a program that says that it is ready, and leaves its process id in a file. */
function writeProgram(name: string, end = ''): { file: string; pid: () => number } {
  const file = join(folder, `${name}.mjs`)
  const mark = join(folder, `${name}.pid`)
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
    writeFileSync('${mark}', String(process.pid))
    process.send?.('ready')
    ${end || 'setInterval(() => {}, 1000)'}`,
  )
  return { file, pid: () => (existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0) }
}

function terms() {
  const said: string[] = []
  const gaveUp = vi.fn<() => void>()
  return { env: environment(), say: (sentence: string) => void said.push(sentence), gaveUp, said }
}

test('a program that is killed is started again, and one that is stopped is not', async () => {
  const { file, pid } = writeProgram('lives')
  const { said, ...given } = terms()
  const program = await startProgram(file, [], given)
  const first = pid()
  process.kill(first, 'SIGKILL')
  await vi.waitFor(() => expect([first, 0]).not.toContain(pid()), 10_000)
  expect(said).toEqual([`${file} ended (killed). It is started again.`])

  const second = pid()
  await program.stop()
  expect(isProcess(second, file)).toBe(false)
  expect([said.length, given.gaveUp.mock.calls.length]).toEqual([1, 0])
})

test('a program that ends before it is ready is a fault', async () => {
  const file = join(folder, 'dead.mjs')
  writeFileSync(file, 'process.exit(3)')
  await expect(startProgram(file, [], terms())).rejects.toThrow(`${file} ended (3).`)
})

test('a start ends when the process that asked for it has ended without passing its signal on', async () => {
  const { file, pid } = writeProgram('started')
  const starter = join(folder, 'starter.mjs')
  const install = join(process.cwd(), 'app/cli/install.mjs')
  writeFileSync(
    starter,
    `import { runTypeScript } from '${install}'
    runTypeScript('${file}', [])`,
  )
  const shell = spawn('sh', ['-c', `${process.execPath} ${starter}; true`])
  await vi.waitFor(() => expect(pid()).toBeGreaterThan(0), 10_000)
  expect(isProcess(pid(), file)).toBe(true)
  shell.kill('SIGKILL')
  await vi.waitFor(() => expect(isProcess(pid(), file)).toBe(false), 10_000)
})
