import { owner, ownerUrl } from '#db/testing/database.ts'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environment } from '#app/config.ts'
import { ballotsAsCsv, ballotsAsJson } from '#app/domains/decisions/ballot-file.ts'
import { resetPassword } from '#app/flows/accounts/choose-password.server.ts'
import { createOpenCoOp, monday } from '#app/flows/testing/co-op.ts'
import { createDecision } from '#app/flows/testing/decision.ts'
import { readBallots } from '#app/reads/decisions/ballots.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { buildProgram } from './testing/build-program.ts'
import { TEST_SECRET } from '#db/testing/secret.ts'

const program = await buildProgram('app/cli/twiza.ts')
const folder = mkdtempSync(join(tmpdir(), 'twiza-'))
let open: Awaited<ReturnType<typeof createOpenCoOp>>

beforeAll(async () => {
  open = await createOpenCoOp('Amina', 'Rosa')
})
afterAll(() => rmSync(folder, { recursive: true }))

type Variables = Readonly<Record<string, string | undefined>>

/** Runs the real program on this file's database, as a terminal does. */
function twiza(words: string[], variables: Variables = {}, started: readonly string[] = [program]) {
  const ran = spawnSync(process.execPath, [...started, ...words], {
    encoding: 'utf8',
    env: environment({
      DATABASE_URL: ownerUrl,
      APP_SECRET: TEST_SECRET,
      DATA_DIR: folder,
      PORT: '3000',
      INIT_CWD: folder,
      ...variables,
    }),
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

test('help names every command; what is asked wrongly is answered with 2 and one sentence', () => {
  const { code, out } = twiza(['help'])
  expect(code).toBe(0)
  for (const name of ['found', 'list', 'suspend', 'restore', 'admin create', 'check', 'recount'])
    expect(out).toContain(`  ${name}`)
  expect(twiza(['help'], {}, ['app/cli/twiza.mjs']).out).toBe(out)
  expect(twiza(['suspend', '--help']).out).toContain('--reason')

  const wrong: [string[], string][] = [
    [['frobnicate'], 'There is no command frobnicate.'],
    [['suspend', 'x'], 'suspend needs --reason.'],
    [['restore'], 'restore needs its <slug>.'],
    [['list', 'all'], 'list does not know what to do with all.'],
    [['list', '--jason'], "list: Unknown option '--jason'."],
    [['admin', 'create', 'nobody'], 'nobody is no e-mail address.'],
  ]
  for (const [words, sentence] of wrong) {
    const { code: answer, err } = twiza(words)
    expect([answer, err.split('\n')[0]]).toEqual([2, sentence])
    expect(err).not.toContain('    at ')
  }
})

test('a co-op is founded, listed, and founded once however often it is asked for', async () => {
  const asked = ['found', '--name', 'Harbour Gardens', '--country', 'GB', '--city', 'Hull']
  const founder = ['--founder-name', 'Mary', '--founder-email', 'mary@example.org']
  const founded = twiza([...asked, ...founder])
  expect([founded.code, founded.out.split('\n')[0]]).toEqual([
    0,
    'Harbour Gardens is founded: http://harbour-gardens.localhost:3000',
  ])
  const [row] =
    await owner`select t.state, a.actor_name from tenants t join audit_log a on a.tenant_id = t.id where t.slug = 'harbour-gardens'`
  expect({ ...row }).toEqual({ state: 'founding', actor_name: 'Command line' })

  const again = twiza([...asked, ...founder])
  expect([again.code, again.out]).toEqual([founded.code, founded.out])
  expect(await owner`select from tenants where name = 'Harbour Gardens'`).toHaveLength(1)
  const other = twiza([...asked, '--founder-name', 'Ann', '--founder-email', 'ann@example.org'])
  expect([other.code, other.err]).toEqual([1, 'Another co-op has this address. Choose another.\n'])
  const off = twiza([...asked, ...founder, '--slug', 'X'])
  expect(off.code).toBe(2)
  expect(off.err).toContain('--slug: Use 3 to 32 small letters')

  const listed = JSON.parse(twiza(['list', '--json']).out) as { slug: string; state: string }[]
  expect(listed.map(({ slug, state }) => [slug, state])).toContainEqual([
    'harbour-gardens',
    'founding',
  ])
  expect(twiza(['list']).out).toMatch(/^SLUG +NAME +CITY/)
})

test('a co-op is suspended for a reason and restored, each once', async () => {
  const { slug } = open.tenant
  expect(twiza(['suspend', slug, '--reason', 'Unpaid insurance']).out).toBe(
    'Brightwater is suspended.\n',
  )
  const [tenant] = await owner`select state, state_reason from tenants where slug = ${slug}`
  expect({ ...tenant }).toEqual({ state: 'suspended', state_reason: 'Unpaid insurance' })
  expect(twiza(['suspend', slug, '--reason', 'Unpaid insurance']).code).toBe(0)
  expect(
    await owner`select from audit_log where tenant_id = ${open.tenant.id} and act = 'co-op-suspended'`,
  ).toHaveLength(1)
  const twice = twiza(['suspend', slug, '--reason', 'Another one'])
  expect([twice.code, twice.err]).toEqual([
    1,
    'Brightwater is suspended, so this cannot be done.\n',
  ])
  expect(twiza(['restore', slug]).out).toBe('Brightwater is open again.\n')
  expect(twiza(['restore', 'nowhere']).err).toBe('There is no co-op nowhere.\n')
})

test('the first admin gets a link that works once; a lost one is replaced until they have chosen', async () => {
  const first = twiza(['admin', 'create', 'Nadia@Example.org', '--name', 'Nadia'])
  expect(first.code).toBe(0)
  const lost = twiza(['admin', 'create', 'nadia@example.org'])
  const code = lost.out.match(/reset\?code=([\w-]+)/)?.[1] ?? ''
  const where = { host: 'localhost', coOp: null, at: systemClock() }
  expect((await resetPassword(code, 'a short sentence', where)).ok).toBe(true)
  expect((await resetPassword(code, 'a short sentence', where)).ok).toBe(false)

  const chosen = twiza(['admin', 'create', 'nadia@example.org'])
  expect([chosen.code, chosen.err]).toEqual([1, 'They are an admin already.\n'])
  const noted = await owner`select act from audit_log where act = 'admin-added'`
  expect(noted).toHaveLength(1)
})

test('the checks pass, find a fault, and fail when they are blind', async () => {
  await createDecision(open.tenant, open.members, {
    amendment: { clause: 'data', terms: { keepMonths: 36 } },
    at: monday,
  })
  const clean = twiza(['check'])
  expect([clean.code, clean.err]).toEqual([0, ''])
  expect(clean.out).toContain('✓ a-lowered-protection-had-two-readings')
  expect(clean.out).toContain('· refunds-add-up: nothing there yet')

  await owner`update proposals set impact = null`
  const faulty = twiza(['check'])
  expect([faulty.code, faulty.err]).toEqual([1, '1 of 17 checks did not pass.\n'])
  expect(faulty.out).toContain('✗ a-lowered-protection-had-two-readings: 2 faults')
  await owner`update proposals set impact = '{}'`

  await owner`drop policy auditor_reads_all on proposals`
  const blind = twiza(['check'])
  expect(blind.code).toBe(1)
  expect(blind.out).toContain('✗ nothing-outlives-its-sunset: it could see nothing')
  await owner`create policy auditor_reads_all on proposals for select to twiza_auditor using (true)`
  await owner`revoke select on charter_versions from twiza_auditor`
  expect(twiza(['check']).out).toContain('✗ a-charter-changes-only-by-decision: it cannot run')
  await owner`grant select on charter_versions to twiza_auditor`
})

test('a downloaded vote is counted again without any database', async () => {
  await createDecision(open.tenant, open.members, {
    amendment: { clause: 'cancellation', terms: { freeHours: 48, keptBp: 5000 } },
    at: monday,
  })
  const [last] =
    await owner`select max(number) as number from proposals where tenant_id = ${open.tenant.id}`
  const file = await readBallots(open.tenant, Number(last?.['number']), 2)
  if (!file) throw new Error('There are no ballots.')
  const csv = ballotsAsCsv(file)
  writeFileSync(join(folder, 'ballots.csv'), csv)
  writeFileSync(join(folder, 'ballots.json'), ballotsAsJson(file))
  writeFileSync(join(folder, 'short.csv'), csv.replace('ballot,yes,1\r\n', ''))
  writeFileSync(join(folder, 'other.csv'), 'name,age\r\n')
  const without = { DATABASE_URL: undefined, APP_SECRET: undefined, DATA_DIR: '/nowhere' }

  for (const name of ['ballots.csv', 'ballots.json']) {
    const { code, out } = twiza(['recount', name], without)
    expect([code, out]).toEqual([
      0,
      [
        `Proposal ${file.proposal}, second reading`,
        '  2 yes, 0 no, 0 abstained',
        '  2 of 2 took part; needed 50%: met',
        '  75% of yes and no: met',
        '  more than half of all members say yes: met',
        'It passed.',
        'That is what was announced.',
        '',
      ].join('\n'),
    ])
  }
  const short = twiza(['recount', 'short.csv'], without)
  expect([short.code, short.err]).toEqual([
    1,
    'That is not what was announced: 2 yes, 0 no, 0 abstained, passed.\n',
  ])
  expect(twiza(['recount', 'other.csv'], without).err).toContain('This is no file of ballots')
  expect(twiza(['recount', 'none.csv'], without).err).toBe('none.csv cannot be read.\n')
})

test('what is wrong with the database is said in one sentence', () => {
  const odd = twiza(['list'], { DATABASE_URL: 'mysql://x' })
  expect([odd.code, odd.err.split('\n').length]).toEqual([1, 2])
  const gone = twiza(['list'], { DATABASE_URL: 'postgres://x:y@127.0.0.1:9/x' })
  expect(gone).toMatchObject({
    code: 1,
    err: expect.stringContaining('check DATABASE_URL') as string,
  })
  const bare = twiza(['list'], { APP_SECRET: undefined })
  expect(bare.err).toBe(
    'APP_SECRET is not set: DATABASE_URL needs it, because the passwords of the database follow from it.\n',
  )
  const none = { DATABASE_URL: undefined, APP_SECRET: undefined, DATA_DIR: '/dev/null' }
  expect(twiza(['list'], none).err).toBe(
    'No folder can be made at /dev/null: set DATA_DIR to another.\n',
  )
})
