import { expect, type APIRequestContext } from '@playwright/test'
import { PAGES } from '../../app/site-map/pages.ts'
import { ask } from '../people/ask.ts'
import { type Canary, fingerprint, readHidden } from '../people/canaries.ts'
import { crawl, formsOn, type Answer, type PageForm, type Visitor } from '../people/crawl.ts'
import { asOwner, currentWorld, test } from '../worlds/world.ts'

/**
 * In one world, where a word of its own is hidden in every column of one co-op, Azahar: everybody who is no part of it
 * reads all they can reach, by links and by guessed addresses, and sends every form they find with Azahar's ids in it.
 */
let azahar = ''
let canaries: readonly Canary[] = []
let insider: Visitor = {}
let outsiders: Readonly<Record<string, Visitor>> = {}

test.describe.configure({ mode: 'serial' })

/** What the federation's site shows of a co-op: its entry in the directory to all, and to admins what they keep of it. */
const PUBLIC = /^tenants\./
const CONSOLE = /^(tenants|audit_log|support_doors|processor_accounts)\.|^people\.(name|email)$/

test.beforeAll(() => {
  const { hidden, tenant, sessions } = readHidden(currentWorld())
  ;[canaries, azahar, { insider, outsiders }] = [hidden, tenant, sessions]
})

function hiddenIn(answers: readonly Answer[], but?: RegExp): string[] {
  const told = canaries.filter(({ column }) => !but?.test(column))
  return answers.flatMap(({ path, text }) =>
    told
      .filter(({ word }) => text.includes(word) && !path.includes(word))
      .map(({ column }) => `${path} shows ${column}`),
  )
}

test('its own people do read those words, so they can be seen', async ({ playwright }) => {
  const request = await playwright.request.newContext()
  const own = await crawl(request, insider, ['/', '/office', '/books'])
  const seen = new Set(hiddenIn(own).map((line) => line.split(' shows ')[1]))
  expect(seen.size).toBeGreaterThan(60)
  await request.dispose()
})

/** What an address of one site may be asked with: what belongs to the other co-op, as its database has it by now. */
async function ofAzahar(): Promise<Record<string, string[]>> {
  return asOwner(async (sql) => {
    const ids = new Set<string>()
    const tables = await sql<{ name: string }[]>`select t.table_name as name
      from information_schema.columns t join information_schema.columns i using (table_schema, table_name)
      where table_schema = 'public' and t.column_name = 'tenant_id' and i.column_name = 'id' and i.udt_name = 'uuid'`
    for (const { name } of tables)
      for (const { id } of await sql<{ id: string }[]>`
        select id from ${sql(name)} where tenant_id = ${azahar} order by id desc limit 1`)
        ids.add(id)
    const column = async (table: string, name: string) =>
      (
        await sql`select ${sql(name)}::text as it from ${sql(table)} where tenant_id = ${azahar} limit 3`
      ).map((row) => String(row['it']))
    return {
      id: [...ids],
      slug: await column('listings', 'slug'),
      token: await column('orders', 'token'),
      number: await column('proposals', 'number'),
      version: await column('charter_versions', 'version'),
      file: (await column('members', 'feed_token')).map((token) => `${token}.ics`),
      size: ['400'],
    }
  })
}

/** Every address of the site map, with what belongs to the other co-op in its place. */
function guesses(values: Record<string, string[]>): string[] {
  return Object.keys(PAGES).flatMap((path) => {
    if (path === '/mailbox') return []
    const hole = /:(\w+)/.exec(path)?.[1]
    if (!hole) return [path.replace('*', 'nothing')]
    return (values[hole] ?? []).map((value) =>
      path.replace(`:${hole}`, encodeURIComponent(value)).replace(':size', '400'),
    )
  })
}

/** What each of them reached, kept for the forms on it. */
const reached: Record<string, Answer[]> = {}

test('nobody else reads one of them, by any link or any guess', async ({ playwright }) => {
  test.setTimeout(300_000)
  const request = await playwright.request.newContext()
  const guessed = guesses(await ofAzahar())
  expect(guessed.length).toBeGreaterThan(200)
  const shown: string[] = []
  for (const [name, visitor] of Object.entries(outsiders)) {
    const from = ['/', ...guessed, ...guessed.map((path) => `${path}.data`)]
    const all = await crawl(request, visitor, from, 900)
    expect(all.filter(({ status }) => status === 200).length, name).toBeGreaterThan(20)
    const but = visitor.slug ? undefined : name === 'admin' ? CONSOLE : PUBLIC
    shown.push(...hiddenIn(all, but).map((line) => `${name}: ${line}`))
    shown.push(...all.filter(({ status }) => status >= 500).map(({ path }) => `${name}: ${path}`))
    reached[name] = all
  }
  await request.dispose()
  expect(shown.filter((line) => !BOUGHT_FROM.test(line))).toEqual([])
})

/** A customer's account names the co-ops that they have bought from, and says no more of them. */
const BOUGHT_FROM = /^customer: \/account(\.data)? shows tenants\.name$/

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

/** The same form with each id in it, one at a time, put in for another. */
function forged({ action, fields }: PageForm, ids: readonly string[]): PageForm[] {
  return ids.flatMap((id) => [
    ...(UUID.test(action) ? [{ action: action.replace(UUID, id), fields }] : []),
    ...Object.entries(fields)
      .filter(([, value]) => UUID.test(value))
      .map(([name, value]) => ({
        action,
        fields: { ...fields, [name]: value.replace(UUID, id) },
      })),
  ])
}

/** Forms that are alike but for their ids are tried once, for each thing they do. */
function formsOf(answers: readonly Answer[]): PageForm[] {
  const every = answers
    .filter(({ status }) => status === 200)
    .flatMap(formsOn)
    .filter(({ action }) => !/sign-out|hand-over/.test(action))
  const alike = ({ action, fields }: PageForm) =>
    [action.replace(UUID, ''), fields['act'], ...Object.keys(fields)].join(' ')
  return [...new Map(every.map((form) => [alike(form), form])).values()]
}

async function post(request: APIRequestContext, visitor: Visitor, { action, fields }: PageForm) {
  const answer = await ask(request, { ...visitor, path: action, method: 'POST', form: fields })
  return { path: action, status: answer.status(), text: await answer.text() }
}

test('no form with its ids in it changes anything of it, or tells a word', async ({
  playwright,
}) => {
  test.setTimeout(300_000)
  const request = await playwright.request.newContext()
  const ids = (await ofAzahar())['id'] ?? []
  const before = await asOwner((sql) => fingerprint(sql, azahar))
  const answers: Answer[] = []
  for (const [name, visitor] of Object.entries(outsiders).filter(([, { slug }]) => slug))
    for (const form of formsOf(reached[name] ?? []).flatMap((own) => forged(own, ids)))
      answers.push(await post(request, visitor, form))
  await request.dispose()
  expect(answers.length).toBeGreaterThan(300)
  expect(hiddenIn(answers)).toEqual([])
  expect(answers.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([])
  expect(await asOwner((sql) => fingerprint(sql, azahar))).toEqual(before)
})
