import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { PictureLine, type Sender } from './picture-line.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'picture-line-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program that answers each use with what it knows, after a moment; `never` it does not answer, and `end` it ends. */
const program = join(folder, 'program.mjs')
writeFileSync(
  program,
  `let running = 0
   let most = 0
   process.on('message', ({ bytes }) => {
     const act = Buffer.from(bytes).toString()
     if (act === 'end') process.exit(1)
     if (act === 'never') return
     most = Math.max(most, ++running)
     setTimeout(() => {
       running -= 1
       const value = { most, pid: process.pid, secrets: Object.keys(process.env) }
       process.send({ ok: true, value })
     }, 20)
   })
   process.once('disconnect', () => process.exit(0))
   process.send('ready')`,
)

function openLine(longestMs = 20_000) {
  const places = { all: 3, strangers: 1 }
  const line = new PictureLine({ program, longestMs, idleMs: 1000, places })
  return (act: string, sender: Sender = 'member') => line.decode(Buffer.from(act), 'logo', sender)
}

test('pictures are decoded one at a time, by one program that inherits no secret', async () => {
  const decode = openLine()
  const all = await Promise.all([decode('a'), decode('b'), decode('c', 'stranger')])
  const answers = all.map((outcome) => ({ ...Object(outcome).value }))
  expect(answers.map(({ most }) => most)).toEqual([1, 1, 1])
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1)
  expect(answers[0].pid).not.toBe(process.pid)
  expect(answers[0].secrets).toContain('NODE_ENV')
  expect(answers[0].secrets).not.toContain('PATH')
})

test('a full line refuses at once, strangers sooner than members, and is open again when it has moved', async () => {
  const decode = openLine()
  const inLine = [decode('a', 'stranger'), decode('b')]
  expect(await decode('c', 'stranger')).toMatchObject({ refusal: 'pictures-busy' })
  inLine.push(decode('d'))
  expect(await decode('e')).toMatchObject({ refusal: 'pictures-busy' })
  expect(await Promise.all(inLine)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  expect(await decode('f', 'stranger')).toMatchObject({ ok: true })
})

test('a picture that takes too long or ends the program is refused, and the next one is decoded by another', async () => {
  const decode = openLine(1000)
  const first = await decode('a')
  const [slow, after] = await Promise.all([decode('never'), decode('b')])
  expect(slow).toMatchObject({ refusal: 'picture-too-slow' })
  expect(after).toMatchObject({ ok: true })
  expect(after).not.toEqual(first)
  const [ending, last] = await Promise.all([decode('end'), decode('c')])
  expect(ending).toMatchObject({ refusal: 'picture-unreadable' })
  expect(last).toMatchObject({ ok: true })
})

test('a program that does not start is a fault, and refuses nobody a place for ever', async () => {
  const places = { all: 1, strangers: 1 }
  const missing = join(folder, 'missing.mjs')
  const line = new PictureLine({ program: missing, longestMs: 1000, idleMs: 1000, places })
  for (let attempt = 0; attempt < 2; attempt += 1)
    await expect(line.decode(Buffer.from('a'), 'logo', 'member')).rejects.toThrow(
      'missing.mjs ended',
    )
})
