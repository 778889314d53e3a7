import './database.ts'
import { expect, test } from 'vitest'
import { action as forgot } from '#app/routes/account/forgot.tsx'
import { action as signIn } from '#app/routes/account/sign-in.tsx'
import { action as signUp } from '#app/routes/account/sign-up.tsx'
import { action as verify } from '#app/routes/account/verify.tsx'

type Action = typeof forgot | typeof signIn | typeof signUp | typeof verify
type Typed = Readonly<Record<string, string>>

async function send(action: Action, peer: string, typed: Typed) {
  const request = new Request('http://localhost/x', {
    method: 'POST',
    headers: { 'accept-language': 'fr' },
    body: new URLSearchParams(typed),
  })
  const site = { kind: 'federation' as const }
  const context = { site, host: 'localhost', origin: 'http://localhost', peer, local: true }
  return (await action({ request, context, params: {} })) as {
    readonly data?: { readonly values: Typed; readonly errors: Typed }
    readonly init?: ResponseInit | null
  }
}

async function until429(action: Action, peer: string, typed: Typed) {
  for (let tries = 1; tries < 130; tries++) {
    const answer = await send(action, peer, typed)
    if (answer.init?.status === 429)
      return {
        tries,
        retryAfter: new Headers(answer.init.headers).get('retry-after'),
        ...answer.data,
      }
  }
  return undefined
}

const WAIT = /Réessayez dans \d+ minutes\./

test('wrong passwords are stopped, with what was typed and when to try again; from elsewhere they are not', async () => {
  const typed = { email: 'target@example.org', password: 'a wrong guess' }
  const stopped = await until429(signIn, '203.0.113.1', typed)
  expect(stopped).toMatchObject({ tries: 9, values: { email: typed.email } })
  expect(stopped?.errors?.['password']).toMatch(
    /pendant \d+ minutes aucun n’est lu, pas même le bon/,
  )
  expect(stopped?.retryAfter).toMatch(/^\d+$/)
  expect(stopped?.values).not.toHaveProperty('password')
  const real = await send(signIn, '203.0.113.2', typed)
  expect(real.init?.status).toBe(422)
})

test('a network that tries many accounts is stopped', async () => {
  const statuses = []
  for (let n = 0; n < 31; n++) {
    const typed = { email: `one-${n}@example.org`, password: 'a wrong guess' }
    statuses.push((await send(signIn, '203.0.113.3', typed)).init?.status)
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
})

const noor = { name: 'Noor', email: 'new@example.org' }

test.each([
  ['a forgotten password', forgot, { email: 'forgot@example.org' }, 7],
  ['the letter once more', verify, { act: 'again', email: 'again@example.org' }, 7],
  ['an account', signUp, { ...noor, password: 'a long sentence of mine' }, 7],
] as const)(
  'asking for %s is stopped, and nothing typed is lost',
  async (_what, action, typed, tries) => {
    const stopped = await until429(action, '203.0.113.4', typed)
    expect(stopped).toMatchObject({ tries, values: { email: typed.email } })
    expect(stopped?.errors?.['email']).toMatch(WAIT)
    expect(Number(stopped?.retryAfter)).toBeGreaterThan(59)
  },
)
