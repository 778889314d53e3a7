import { z } from 'zod'
import { faultOfPorts, faultsOfTrust } from './kernel/setting-faults.ts'

/** One variable of the environment. The tables of README.md show the same, and a test compares the two. */
type Variable = {
  readonly is: z.ZodType<unknown, string>
  /** The description of a valid value, as the end of a sentence. */
  readonly expected: string
  /** The value of an unset variable. */
  readonly fallback?: string
  /** What happens when the variable is not set, if no single value describes it. */
  readonly without?: string
  /** The value is never shown, even when it is invalid. */
  readonly secret?: true
  /** Who sets the variable: the operator of the site, a tester, or a program of ours for the programs it starts. */
  readonly setBy: 'operator' | 'tester' | 'program'
}

const operator = { setBy: 'operator' } as const
const tester = { setBy: 'tester' } as const
const program = { setBy: 'program' } as const

const wholeNumber = (min: number, max: number) => ({
  is: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max)),
  expected: `a whole number from ${min} to ${max}`,
})
const port = wholeNumber(1, 65_535)
const yesOrNo = {
  is: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  expected: '`yes` or `no`',
}
const text = z.string().min(1)
const address = (schemes: readonly string[]) => ({
  is: z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol)),
  expected: `an address that begins with ${schemes.map((scheme) => `\`${scheme}//\``).join(' or ')}`,
})
const web = address(['http:', 'https:'])
const postgres = address(['postgres:', 'postgresql:'])
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export const VARIABLES = {
  PORT: { ...port, fallback: '3000', ...operator },
  DATA_DIR: { is: text, expected: 'a folder', fallback: '.data', ...operator },
  DATABASE_URL: {
    ...postgres,
    without: 'an embedded PostgreSQL 18 in `DATA_DIR`; one of your own must be 15 or newer',
    secret: true,
    ...operator,
  },
  APP_SECRET: {
    is: z.string().min(32),
    expected: 'a random text of at least 32 characters',
    without: 'made once and saved in `DATA_DIR`/secret; set it when `DATABASE_URL` is set',
    secret: true,
    ...operator,
  },
  STRIPE_SECRET_KEY: {
    is: z.string().regex(/^[sr]k_(test|live)_\S+$/),
    expected: 'a secret key of Stripe, which begins with `sk_` or `rk_`',
    without: 'a sandbox that behaves like Stripe',
    secret: true,
    ...operator,
  },
  STRIPE_WEBHOOK_SECRET: {
    is: z.string().regex(/^whsec_\S+$/),
    expected: 'the signing secret of a Stripe webhook, which begins with `whsec_`',
    without: 'the sandbox’s own; `STRIPE_SECRET_KEY` needs it',
    secret: true,
    ...operator,
  },
  STRIPE_SANDBOX_PORT: { ...port, without: '`PORT` + 1, for the sandbox', ...operator },
  STRIPE_SANDBOX_ORIGIN: { ...web, without: '`http://localhost:STRIPE_SANDBOX_PORT`', ...operator },
  RESEND_API_KEY: {
    is: text,
    expected: 'a key of Resend',
    without: 'letters go to `SMTP_URL`, or wait in `/mailbox` while `BASE_HOST` is a local one',
    secret: true,
    ...operator,
  },
  RESEND_BASE_URL: { ...web, without: 'Resend’s own', ...operator },
  SMTP_URL: {
    ...address(['smtp:', 'smtps:']),
    without: 'letters go to Resend, or wait in `/mailbox` while `BASE_HOST` is a local one',
    secret: true,
    ...operator,
  },
  MAIL_FROM: {
    is: z.string().regex(/^[^@]+@[^@]+$/),
    expected: 'a sender such as `Name <name@example.org>`',
    fallback: 'Twiza <hello@twiza.example>',
    ...operator,
  },
  S3_ENDPOINT: { ...web, without: 'pictures are kept in `DATA_DIR`/files', ...operator },
  S3_BUCKET: {
    is: text,
    expected: 'the name of a bucket',
    without: '`S3_ENDPOINT` needs it',
    ...operator,
  },
  S3_ACCESS_KEY_ID: {
    is: text,
    expected: 'the id of an access key',
    without: '`S3_ENDPOINT` needs it',
    ...operator,
  },
  S3_SECRET_ACCESS_KEY: {
    is: text,
    expected: 'the secret of that access key',
    without: '`S3_ENDPOINT` needs it',
    secret: true,
    ...operator,
  },
  S3_REGION: { is: text, expected: 'a region of the store', fallback: 'auto', ...operator },
  BASE_HOST: {
    is: z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/),
    expected: 'a host name in small letters, without scheme and port',
    fallback: 'localhost',
    ...operator,
  },
  PUBLIC_SCHEME: {
    is: z.enum(['http', 'https']),
    expected: '`http` or `https`',
    fallback: 'http',
    ...operator,
  },
  PUBLIC_PORT: { ...port, without: '`PORT`', ...operator },
  TRUST_PROXY: { ...yesOrNo, fallback: 'no', ...operator },
  METRICS_TOKEN: {
    is: text,
    expected: 'the text that follows `authorization: Bearer`',
    without: '`/metrics` answers to this very machine alone',
    secret: true,
    ...operator,
  },
  WORKERS: {
    is: z.union([z.literal('no').transform(() => 0), wholeNumber(1, 100).is]),
    expected: '`no` or a whole number from 1 to 100',
    fallback: '4',
    ...operator,
  },
  JOB_MINUTES: { ...wholeNumber(1, 600), fallback: '5', ...operator },
  DATABASE_POOL: { ...wholeNumber(1, 1000), fallback: '10', ...operator },
  DATABASE_WAIT: {
    ...wholeNumber(1, 600),
    expected: 'a whole number of seconds from 1 to 600',
    fallback: '10',
    ...operator,
  },
  DATABASE_PREPARE: { ...yesOrNo, fallback: 'yes', ...operator },
  LOG_LEVEL: {
    is: z.enum(LEVELS),
    expected: `one of ${LEVELS.map((level) => `\`${level}\``).join(', ')}`,
    fallback: 'info',
    ...operator,
  },
  RATE_LIMIT_SCALE: {
    is: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,3})?$/)
      .transform(Number)
      .pipe(z.number().positive()),
    expected: 'a number above 0, by which every limit is multiplied',
    fallback: '1',
    ...operator,
  },
  CHROMIUM_PATH: {
    is: text,
    expected: 'the path of a Chromium',
    without: 'one is looked for',
    ...tester,
  },
  E2E_PORT: { ...port, fallback: '4300', ...tester },
  KILL_EVERY: { ...wholeNumber(1, 1000), fallback: '5', ...tester },
  PICTURES: {
    is: text,
    expected: 'a folder for a picture of every page in every look',
    without: 'one picture of each page',
    ...tester,
  },
  STRIPE_TEST_KEY: {
    is: z.string().regex(/^sk_test_\S+$/),
    expected: 'a test key of Stripe, which begins with `sk_test_`',
    without: 'the contract of payments is tested on the sandbox alone',
    secret: true,
    ...tester,
  },
  STRIPE_TEST_ACCOUNT: {
    is: z.string().regex(/^acct_\S+$/),
    expected: 'an account of Stripe, which begins with `acct_`',
    without: 'one is opened by the test',
    ...tester,
  },
  DATABASE_WEB_URL: { ...postgres, secret: true, ...program },
  DATABASE_QUEUE_URL: { ...postgres, secret: true, ...program },
  TEST_PARALLEL_INDEX: { ...wholeNumber(0, 99), fallback: '0', ...program },
  INIT_CWD: { is: text, expected: 'a folder', fallback: '.', ...program },
} as const satisfies Record<string, Variable>

type Name = keyof typeof VARIABLES
type Parsed = {
  readonly [N in Name]: (typeof VARIABLES)[N] extends { readonly fallback: string }
    ? z.output<(typeof VARIABLES)[N]['is']>
    : z.output<(typeof VARIABLES)[N]['is']> | undefined
}

export type Settings = Parsed & {
  readonly PUBLIC_PORT: number
  readonly STRIPE_SANDBOX_PORT: number
  readonly STRIPE_SANDBOX_ORIGIN: string
}

type Environment = Readonly<Record<string, string | undefined>>

const NEEDS: Readonly<Partial<Record<Name, readonly Name[]>>> = {
  STRIPE_SECRET_KEY: ['STRIPE_WEBHOOK_SECRET'],
  S3_ENDPOINT: ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  S3_BUCKET: ['S3_ENDPOINT'],
  S3_ACCESS_KEY_ID: ['S3_ENDPOINT'],
  S3_SECRET_ACCESS_KEY: ['S3_ENDPOINT'],
}

/** Invalid settings, with one sentence for each fault. */
export class SettingsRefused extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}

/** Parses an environment. An empty value counts as unset. @throws SettingsRefused with every fault at once. */
export function readSettings(given: Environment): Settings {
  const faults: string[] = []
  const parsed: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries<Variable>(VARIABLES)) {
    const value = given[name] || variable.fallback
    if (value === undefined) continue
    const { success, data } = variable.is.safeParse(value)
    if (success) parsed[name] = data
    else faults.push(describeFault(name, value, variable))
  }
  for (const [name, others] of Object.entries(NEEDS))
    for (const other of given[name] ? others : [])
      if (!given[other]) faults.push(`${other} is not set: ${name} needs it.`)
  if (parsed['BASE_HOST']) faults.push(...faultsOfTrust(given, `${parsed['BASE_HOST']}`))
  if (faults.length > 0) throw new SettingsRefused(faults)
  const derived = withDerived(parsed as Parsed)
  const fault = faultOfPorts(derived)
  if (fault) throw new SettingsRefused([fault])
  return derived
}

function describeFault(name: string, value: string, { expected, secret }: Variable): string {
  const shown = secret ? `${value.length} characters, which are not shown here` : `"${value}"`
  return `${name} is ${shown}: it must be ${expected.replaceAll('`', '')}.`
}

function withDerived(parsed: Parsed): Settings {
  const sandboxPort = parsed.STRIPE_SANDBOX_PORT ?? parsed.PORT + 1
  return {
    ...parsed,
    PUBLIC_PORT: parsed.PUBLIC_PORT ?? parsed.PORT,
    STRIPE_SANDBOX_PORT: sandboxPort,
    STRIPE_SANDBOX_ORIGIN: parsed.STRIPE_SANDBOX_ORIGIN ?? `http://localhost:${sandboxPort}`,
  }
}

let added: Environment = {}
let current: Settings | undefined

/** Returns the settings of this process, which are read from its environment once. @throws SettingsRefused */
export function settings(): Settings {
  current ??= readSettings(environment())
  return current
}

/** Returns a setting that the process needs: a secret, or the address of a database. @throws SettingsRefused */
export function needed<N extends Name>(name: N): NonNullable<Settings[N]> {
  const value = settings()[name]
  if (value === undefined)
    throw new SettingsRefused([`${name} is not set: npm start sets it for what it starts.`])
  return value
}

/** Adds settings that a program or a test sets itself, such as the address of the database that it started. */
export function configure(more: Partial<Readonly<Record<Name, string>>>): void {
  added = { ...added, ...more }
  current = undefined
}

/** Returns the environment for a program that this process starts: its own, with the added settings. */
export function environment(more: Environment = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...added, ...more } as NodeJS.ProcessEnv
}
