import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getTableName } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { everyTable, GLOBAL } from '#db/testing/every-table.ts'

/** One source that breaks each rule of the project, so that each rule is seen to fail. */
const broken: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'no-vague-file-names': ['utils.ts', 'export const one = 1\n'],
  'logical-properties-only': ['side.tsx', 'export const Side = () => <i className="ml-4" />\n'],
  'addresses-in-site-map': ['leads.ts', "export const here = '/office/hours'\n"],
  'kinds-are-asked': [
    'names.ts',
    "export const is = ({ kind }: { kind: string }) => kind === 'visit'\n",
  ],
  'sentences-in-catalogues': ['said.tsx', 'export const Said = () => <p>Book a visit</p>\n'],
  'time-is-handed-in': [
    'app/flows/asks.ts',
    "import { Temporal } from '#app/kernel/clock.ts'\nexport const now = Temporal.Now.instant()\n",
  ],
  'money-is-exact': ['app/rules/counts.ts', 'export type Price = { readonly minor: number }\n'],
  'dates-are-bounded': [
    'app/routes/shop/reads.ts',
    "import { Temporal } from '#app/kernel/clock.ts'\nexport const day = (text: string) => Temporal.PlainDate.from(text)\n",
  ],
  'order-is-total': [
    'app/reads/sorts.ts',
    'export const latest = (db: any, log: any, desc: any) => db.from(log).orderBy(desc(log.at))\n',
  ],
  'settings-in-config': ['reads.ts', "export const port = process.env['PORT']\n"],
}

/** Runs the linter on one file of a project that has our configuration and a kind that is called `visit`. */
function oxlint(name: string, source: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  mkdirSync(join(folder, 'lint'))
  mkdirSync(join(folder, 'app/offerings/visit'), { recursive: true })
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  for (const file of ['.oxlintrc.json', 'lint/project-rules.mjs', 'lint/rules-of-time.mjs'])
    copyFileSync(file, join(folder, file))
  writeFileSync(join(folder, name), source)
  const program = join(process.cwd(), 'node_modules/.bin/oxlint')
  return spawnSync(program, ['--format', 'unix', name], { cwd: folder, encoding: 'utf8' })
}

/** Returns the lines of a file of sources, one a line, that a rule refuses. */
function refusedLines(rule: string, name: string, sources: readonly string[]): string[] {
  const { stdout } = oxlint(name, sources.join('\n'))
  const lines = [...stdout.matchAll(/^[^:\n]+:(\d+):.*$/gm)].filter(([line]) => line.includes(rule))
  const numbers = new Set(lines.map(([, number]) => Number(number)))
  return sources.filter((_, line) => numbers.has(line + 1))
}

describe('oxlint with the project’s rules', () => {
  test.each(Object.entries(broken))(
    '%s refuses the file written to break it',
    (rule, [name, source]) => {
      const run = oxlint(name, source)
      expect(run.stdout).toContain(`project(${rule})`)
      expect(run.status).not.toBe(0)
    },
  )

  test('an address is found wherever it leads, and what the compiler looks up is left alone', () => {
    const found = [
      '<a href="/office" />',
      '<a href={`/orders/${x}`} />',
      '<form action={x ? "/" : x} />',
      'redirect("/", 303)',
      '({ path: "/join?code=1" })',
      '`${x}/co-ops`',
    ]
    const left = [
      '<a href={pathTo(x ? "/office" : "/")} />',
      '<Rows address="/decisions/:number" />',
      'app.get("/healthz")',
      'x.split("/")',
    ]
    const lines = [...found, ...left].map(
      (source, line) => `export const it${line} = (x) => ${source}`,
    )
    const { stdout } = oxlint('address.tsx', lines.join('\n'))
    const reported = [...stdout.matchAll(/address\.tsx:(\d+):.*addresses-in-site-map/g)].map(
      ([, line]) => Number(line),
    )
    expect(reported.toSorted()).toEqual(found.map((_, line) => line + 1))
  })

  test.each([
    'export const { env } = process\n',
    "export { env } from 'node:process'\n",
    "import { env } from 'node:process'\nexport const port = env['PORT']\n",
    "import process from 'node:process'\nexport const port = process['env']['PORT']\n",
    "import p from 'node:process'\nexport const port = p.env['PORT']\n",
    "import * as p from 'process'\nexport const port = p.env['PORT']\n",
    "export const port = globalThis.process.env['PORT']\n",
    "const p = process\nexport const port = p.env['PORT']\n",
    'export const { process } = globalThis\n',
    "export const ask = () => import('node:process')\n",
  ])('the environment is not read by a side way either: %s', (source) => {
    expect(oxlint('reads.ts', source).stdout).toContain('project(settings-in-config)')
  })

  test.each(['app/offerings/visit/acts.server.ts', 'app/flows/orders/place-order.server.ts'])(
    'time and the system are handed in to %s',
    (name) => {
      const found = [
        'export const a = new Date()',
        'export const b = Date.now()',
        "export const c = fetch('x')",
        'export const d = process.pid',
      ]
      expect(refusedLines('no-restricted-globals', name, found)).toEqual(found)
      const roundabout = [
        'export const e = Temporal.Now.instant()',
        "export const f = Temporal['Now']",
        'export const { Now } = Temporal',
        'export const g = new globalThis.Date()',
        "import process from 'node:process'",
        "import { Temporal } from 'temporal-polyfill'",
      ]
      expect(refusedLines('time-is-handed-in', name, roundabout)).toEqual(roundabout)
    },
  )

  test('a kind is found however it is named, and what only looks like one is left alone', () => {
    const found = [
      "export const a = k === 'visit'",
      "export const b = ['visit'].includes(kind)",
      'export const c = { visit: 1 }[kind]',
      "export const d = { 'visit': 1 }",
      'export const e = `visit`',
      "export const f = sql`select 1 from order_items where kind = 'visit'`",
      "export type G = 'visit' | null",
      'export const h = KINDS.visit',
    ]
    const left = [
      'export const i = visit.kind',
      "export const j = 'visitor'",
      'export const k = { visit }',
    ]
    for (const name of ['app/flows/orders/asks.ts', 'app/offerings/asks.server.ts'])
      expect(refusedLines('kinds-are-asked', name, [...found, ...left])).toEqual(found)
    expect(refusedLines('kinds-are-asked', 'app/offerings/visit/kind.ts', found)).toEqual([])
  })

  test('a sentence is found wherever a page shows it', () => {
    const found = [
      '<p>Book a visit</p>',
      "<p>{'Book a visit now'}</p>",
      '<p>{`You have ${x} seats`}</p>',
      "<p>{x ? 'Yes, please' : null}</p>",
      "<p>{x && 'Yes, please'}</p>",
      '<Field label="Your name here" />',
      "<Field hint={'As it is written'} />",
      '<img alt={`Picture of ${x}`} />',
    ]
    const left = [
      "<p>{t('orders:book')}</p>",
      '<p className="wide">{`${x}, ${x}`}</p>',
      '<Field name="label" className={`grid ${x}`} />',
      '<p>CSV</p>',
      "<p>{x === 'open' ? null : x}</p>",
    ]
    const lines = [...found, ...left].map(
      (source, line) => `export const it${line} = (x) => ${source}`,
    )
    expect(refusedLines('sentences-in-catalogues', 'says.tsx', lines)).toEqual(
      lines.slice(0, found.length),
    )
  })

  test('an amount that is no exact one is found', () => {
    const found = [
      'export type A = { readonly mostMinor: number }',
      'export const b = (minor: number) => minor',
      'export const c = Number(price.minor)',
      'export const d = x.toFixed(2)',
      'export const e = parseFloat(x)',
    ]
    const left = ['export type F = { readonly minor: bigint }', 'export const g = Number(x.count)']
    const lines = [...found, ...left]
    expect(refusedLines('money-is-exact', 'app/flows/orders/counts.ts', lines)).toEqual(found)
  })

  test('the tools’ own files at the top read no environment either', () => {
    const files = [
      'playwright.config.ts',
      'drizzle.config.ts',
      'vite.config.ts',
      'vitest.config.ts',
    ]
    const { stdout } = spawnSync('node_modules/.bin/oxlint', files, { encoding: 'utf8' })
    expect(stdout).toContain(`${files.length} files`)
    expect(stdout).not.toContain('project(settings-in-config)')
  })

  test('every rule of the project is proven here', async () => {
    const { default: projectRules } = await import('./project-rules.mjs')
    expect(Object.keys(broken).toSorted()).toEqual(Object.keys(projectRules.rules).toSorted())
  })
})

const PHYSICAL =
  /(^|[\s;{])(margin|padding|border|inset)-(left|right)\b|(^|[\s;{])(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b|border-(top|bottom)-(left|right)-radius/

/** Returns the lines of a style sheet that name left or right, which is wrong in a right-to-left page. */
const physicalLines = (css: string) =>
  css.split('\n').filter((line) => PHYSICAL.test(line.replaceAll(/\/\*.*?\*\//g, '')))

describe('style sheets', () => {
  test('know start and end, not left and right', () => {
    const sheets = filesOf(['app'], /\.css$/)
    expect(sheets.length).toBeGreaterThan(5)
    for (const sheet of sheets)
      expect(physicalLines(readFileSync(sheet, 'utf8')), sheet).toEqual([])
  })

  test.each(['margin-left: 1px;', 'a{left:0}', 'text-align: right;', 'float: left;'])(
    'that say %s are found',
    (line) => expect(physicalLines(line)).toHaveLength(1),
  )
})

const tables = everyTable
  .filter(([, table]) => !(getTableName(table) in GLOBAL))
  .map(([name, table]) => [name, getTableName(table)] as const)

/**
 * Returns the queries of a co-op's table that do not name the tenant. Row security hides other co-ops' rows all the
 * same; but a query that relies on it alone is slow, and is wrong as soon as a policy is.
 */
function queriesWithoutTenant(source: string): string[] {
  return tables.flatMap(([name]) =>
    [
      ...source.matchAll(
        new RegExp(`\\.(from|update|delete|insert|innerJoin|leftJoin)\\(\\s*${name}\\b`, 'g'),
      ),
    ].flatMap(({ index, 0: start }) => {
      const statement = source.slice(index, index + 900)
      const named = statement.includes(`${name}.tenantId`) || /insert\(/.test(start)
      const byHelper = /\.where\(\s*(and\(\s*)?(this\w+|matching)\b/.test(statement)
      return named || byHelper || /tenantId: (db\.tenant|tenant)/.test(statement)
        ? []
        : [`${name}: ${start}`]
    }),
  )
}

describe('queries', () => {
  test('name the co-op whose rows they mean', () => {
    const sources = filesOf(
      ['app/domains', 'app/offerings', 'app/rules', 'app/reads', 'app/flows'],
      /\.server\.ts$/,
    )
    const looked = sources.filter((file) => readFileSync(file, 'utf8').includes('tenantId'))
    expect(looked.length).toBeGreaterThan(40)
    const found = sources.flatMap((file) =>
      queriesWithoutTenant(readFileSync(file, 'utf8')).map((line) => `${file} ${line}`),
    )
    expect(found).toEqual([])
  })

  test('that do not are found', () => {
    expect(queriesWithoutTenant('db.select().from(orders).where(eq(orders.id, id))')).toEqual([
      'orders: .from(orders',
    ])
  })
})

function filesOf(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return filesOf([path], ending)
      return ending.test(name) ? [path] : []
    }),
  )
}
