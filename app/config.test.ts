import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import {
  configure,
  environment,
  needed,
  readSettings,
  settings,
  SettingsRefused,
  VARIABLES,
} from './config.ts'

afterEach(() => configure({ APP_SECRET: '', PORT: '' }))

const refusalOf = (given: Record<string, string>): string[] => {
  try {
    readSettings(given)
  } catch (fault) {
    if (fault instanceof SettingsRefused) return fault.message.split('\n')
    throw fault
  }
  return []
}

describe('settings', () => {
  test('are complete without any variable, and then contain no secret', () => {
    const bare = readSettings({})
    expect(bare).toMatchObject({
      PORT: 3000,
      PUBLIC_PORT: 3000,
      STRIPE_SANDBOX_PORT: 3001,
      STRIPE_SANDBOX_ORIGIN: 'http://localhost:3001',
      TRUST_PROXY: false,
      DATABASE_PREPARE: true,
      WORKERS: 4,
    })
    const secrets = Object.entries(VARIABLES).filter(([, variable]) => 'secret' in variable)
    expect(secrets.length).toBeGreaterThan(8)
    for (const [name, variable] of secrets) {
      expect(bare, name).not.toHaveProperty(name)
      expect(variable, name).not.toHaveProperty('fallback')
    }
  })

  test('are parsed: numbers, words, and values that follow from another', () => {
    const given = { PORT: '4100', WORKERS: 'no', TRUST_PROXY: 'yes', RATE_LIMIT_SCALE: '0.5' }
    expect(readSettings(given)).toMatchObject({
      PORT: 4100,
      PUBLIC_PORT: 4100,
      STRIPE_SANDBOX_PORT: 4101,
      WORKERS: 0,
      TRUST_PROXY: true,
      RATE_LIMIT_SCALE: 0.5,
    })
  })

  test('an empty value counts as none, as composing tools write it', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', APP_SECRET: '' })).toEqual(readSettings({}))
  })

  test('that are invalid are refused all at once: the name, the value and what is expected', () => {
    expect(
      refusalOf({
        PORT: 'abc',
        PUBLIC_SCHEME: 'ftp',
        WORKERS: '0',
        LOG_LEVEL: 'loud',
        BASE_HOST: 'https://twiza.example',
      }),
    ).toEqual([
      'PORT is "abc": it must be a whole number from 1 to 65535.',
      'BASE_HOST is "https://twiza.example": it must be a host name in small letters, without scheme and port.',
      'PUBLIC_SCHEME is "ftp": it must be http or https.',
      'WORKERS is "0": it must be no or a whole number from 1 to 100.',
      'LOG_LEVEL is "loud": it must be one of fatal, error, warn, info, debug, trace, silent.',
    ])
  })

  const WRONG: Readonly<Partial<Record<keyof typeof VARIABLES, string>>> = {
    TEST_PARALLEL_INDEX: '100',
    APP_SECRET: 'hunter2',
    PORT: '70000',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    STRIPE_SECRET_KEY: 'pk_live_hunter2',
    STRIPE_WEBHOOK_SECRET: 'hunter2',
    STRIPE_SANDBOX_PORT: '-1',
    STRIPE_SANDBOX_ORIGIN: 'localhost:3001',
    RESEND_BASE_URL: 'nowhere',
    SMTP_URL: 'http://user:hunter2@mail',
    MAIL_FROM: 'Twiza',
    S3_ENDPOINT: 's3://bucket',
    BASE_HOST: 'a..b',
    PUBLIC_SCHEME: 'HTTP',
    PUBLIC_PORT: '8o',
    TRUST_PROXY: 'true',
    WORKERS: '1.5',
    JOB_MINUTES: '0',
    DATABASE_POOL: '0',
    DATABASE_WAIT: '0',
    DATABASE_PREPARE: 'off',
    LOG_LEVEL: 'warning',
    RATE_LIMIT_SCALE: '0',
    E2E_PORT: 'x',
    KILL_EVERY: '0',
    STRIPE_TEST_KEY: 'sk_live_hunter2',
    STRIPE_TEST_ACCOUNT: 'me',
    DATABASE_WEB_URL: 'http://hunter2',
    DATABASE_QUEUE_URL: 'http://hunter2',
  }

  test.each(Object.entries(WRONG))('%s is refused as %s, and no secret is shown', (name, said) => {
    const first = refusalOf({ [name]: said })[0]
    expect(first).toMatch(new RegExp(`^${name} is .+: it must be .+\\.$`))
    expect(first).not.toContain('hunter2')
  })

  test('the list above has every variable that accepts less than any text', () => {
    const any = ['DATA_DIR', 'RESEND_API_KEY', 'METRICS_TOKEN', 'CHROMIUM_PATH', 'PICTURES']
    const store = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_REGION', 'INIT_CWD']
    expect([...Object.keys(WRONG), ...any, ...store].toSorted()).toEqual(
      Object.keys(VARIABLES).toSorted(),
    )
  })

  test('that need others name them', () => {
    expect(refusalOf({ STRIPE_SECRET_KEY: 'sk_live_1' })).toEqual([
      'STRIPE_WEBHOOK_SECRET is not set: STRIPE_SECRET_KEY needs it.',
    ])
    expect(refusalOf({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'b' })).toEqual([
      'S3_ACCESS_KEY_ID is not set: S3_ENDPOINT needs it.',
      'S3_SECRET_ACCESS_KEY is not set: S3_ENDPOINT needs it.',
    ])
    for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
      expect(refusalOf({ [name]: 'b' })).toEqual([`S3_ENDPOINT is not set: ${name} needs it.`])
  })

  test('that let two programs listen at one port, or at none, are refused unless there is no sandbox', () => {
    const same = { PORT: '4100', STRIPE_SANDBOX_PORT: '4100' }
    expect(refusalOf(same)).toEqual([
      'STRIPE_SANDBOX_PORT is "4100": it must be another port than PORT.',
    ])
    const last = { PORT: '65535' }
    expect(refusalOf(last)).toEqual(['STRIPE_SANDBOX_PORT is not set: PORT + 1 is above 65535.'])
    expect(refusalOf({ ...last, STRIPE_SANDBOX_PORT: '65534' })).toEqual([])
    const stripe = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }
    for (const ports of [same, last]) expect(refusalOf({ ...ports, ...stripe })).toEqual([])
  })

  test('refuse a host that others reach without a carrier of letters, which open accounts', () => {
    for (const host of [
      'twiza.example',
      'localhost.example',
      'notlocalhost',
      '10.0.0.1',
      '127.evil',
    ])
      expect(refusalOf({ BASE_HOST: host }), host).toEqual([
        `RESEND_API_KEY or SMTP_URL is not set: with BASE_HOST "${host}" letters need a carrier, because those that wait here open accounts.`,
      ])
    for (const carrier of [{ RESEND_API_KEY: 're_1' }, { SMTP_URL: 'smtp://mail.example' }])
      expect(refusalOf({ BASE_HOST: 'twiza.example', ...carrier })).toEqual([])
    for (const host of ['localhost', 'twiza.localhost', '127.0.0.1', '127.1.2.3'])
      expect(refusalOf({ BASE_HOST: host }), host).toEqual([])
  })

  test('refuse a key of Stripe with the sandbox’s webhook secret, which anybody knows', () => {
    const stripe = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_twin' }
    expect(refusalOf(stripe)).toEqual([
      'STRIPE_WEBHOOK_SECRET is that of the sandbox: STRIPE_SECRET_KEY needs the one of its own webhook, because anybody could sign events with this one.',
    ])
    expect(refusalOf({ ...stripe, STRIPE_WEBHOOK_SECRET: 'whsec_own' })).toEqual([])
    expect(refusalOf({ STRIPE_WEBHOOK_SECRET: 'whsec_twin' })).toEqual([])
  })

  test('accept a host of one label or several', () => {
    for (const host of ['localhost', 'twiza.example', 'a-b.c1.example'])
      expect(readSettings({ BASE_HOST: host, RESEND_API_KEY: 're_1' }).BASE_HOST).toBe(host)
    for (const host of ['a..b', '.a', 'a.', 'a.-b', 'a-.b'])
      expect(refusalOf({ BASE_HOST: host }), host).toHaveLength(1)
  })
})

describe('a process', () => {
  test('that needs an unset secret stops, and accepts no empty one', () => {
    expect(() => needed('APP_SECRET')).toThrow('APP_SECRET is not set')
    const secret = 'a secret of this test, long enough'
    configure({ APP_SECRET: secret })
    expect(needed('APP_SECRET')).toBe(secret)
  })

  test('passes its added settings on to the programs that it starts', () => {
    configure({ PORT: '4200' })
    expect(settings().PORT).toBe(4200)
    expect(environment({ WORKERS: 'no' })).toMatchObject({ PORT: '4200', WORKERS: 'no' })
  })

  test('with invalid settings ends before it does anything, with one sentence for each fault', () => {
    const wrong = { PORT: 'abc', DATABASE_URL: 'mysql://root:hunter2@db/x' }
    for (const program of ['run.ts', 'twiza.ts', 'serve.ts']) {
      const args = ['--import', 'tsx', `app/cli/${program}`]
      const ran = spawnSync(process.execPath, args, { encoding: 'utf8', env: environment(wrong) })
      expect([ran.status, ran.stdout, ran.stderr], program).toEqual([
        1,
        '',
        'PORT is "abc": it must be a whole number from 1 to 65535.\n' +
          'DATABASE_URL is 25 characters, which are not shown here: it must be an address that begins with postgres:// or postgresql://.\n',
      ])
    }
  })
})

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8')
  /** The cells of each row that begins with a variable's name. */
  const rows = readme
    .split('\n')
    .filter((line) => /^\| `[A-Z0-9_]+` +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

  test('describes every variable and what happens without it, as the schema does', () => {
    const said = Object.entries(VARIABLES)
      .filter(([, { setBy }]) => setBy !== 'program')
      .map(([name, variable]) => {
        const fallback = 'fallback' in variable ? `\`${variable.fallback}\`` : ''
        const without = 'without' in variable ? variable.without : fallback
        return [`\`${name}\``, variable.expected, without]
      })
    expect(rows).toEqual(said)
  })

  test('names the variables that programs set for each other', () => {
    for (const [name, { setBy }] of Object.entries(VARIABLES))
      if (setBy === 'program') expect(readme).toContain(`\`${name}\``)
  })
})
