import { owner } from '#db/testing/database.ts'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readPayload } from '#app/queue/payloads.ts'
import { writeAccountLetter, requestAccountLetter } from './account-letter.server.ts'
import { type CodeHolder, readConfirmation, verifyEmail } from './confirm-address.server.ts'
import { changePassword, canResetPassword, resetPassword } from './choose-password.server.ts'
import { signIn, signUp } from './sign-up.server.ts'
import { createFoundedCoOp, monday } from '#app/flows/testing/co-op.ts'

const PASSWORD = 'a short sentence'
const place = { host: 'localhost', coOp: null, at: monday }
const home = { tenant: null, next: '/account' }
const stranger: CodeHolder = { proof: undefined, person: null }

/** Writes the letters that were promised, as the queue does. */
async function writeLetters(): Promise<void> {
  const jobs = await owner`delete from graphile_worker._private_jobs j
    using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'write-account-letter' returning j.payload`
  for (const { payload } of jobs)
    await writeAccountLetter(readPayload('write-account-letter', payload), monday)
}

async function askForLetter(
  letter: Parameters<typeof requestAccountLetter>[0],
  email: string,
  from: Parameters<typeof signUp>[0]['from'] = home,
) {
  await requestAccountLetter(letter, { ...from, email })
  await writeLetters()
}

async function signUpWith(email: string, password = PASSWORD, from = home) {
  const done = await signUp({ ...place, name: 'Noor', email, password, locale: 'en', from })
  if (!done.ok) throw new Error(done.refusal)
  await writeLetters()
  return done.value
}

const newEmail = () => `noor-${randomBytes(4).toString('hex')}@example.org`

/** Signs up and confirms the address in the same browser. */
async function openAccount() {
  const email = newEmail()
  const proof = await signUpWith(email)
  const code = await latestCode(email)
  const done = await verifyEmail(code, { ...place, holder: { proof, person: null } })
  expect(done.ok).toBe(true)
  const [person] = await owner`select id from people where email = ${email}`
  return { email, id: person?.['id'] }
}

const findLetters = (email: string) =>
  owner`select tenant_id as tenant, template, data->>'path' as path from mails where to_email = ${email} order by id`
const readCode = (path: unknown) => /code=([\w-]+)/.exec(String(path))?.[1] ?? ''
const latestCode = async (email: string) => readCode((await findLetters(email)).at(-1)?.['path'])

test('an account opens with the link of its letter, and signs in with its password only then', async () => {
  const email = newEmail()
  const proof = await signUpWith(email)
  const credentials = { ...place, email, password: PASSWORD }
  expect(await signIn(credentials)).toMatchObject({ refusal: 'sign-in-refused' })
  const code = await latestCode(email)
  const holder = { proof, person: null }
  expect(await readConfirmation(code, holder, monday)).toEqual({ state: 'good', own: true })
  expect((await verifyEmail(code, { ...place, holder })).ok).toBe(true)
  expect(await readConfirmation(code, holder, monday)).toMatchObject({ state: 'used' })
  expect((await signIn(credentials)).ok).toBe(true)
})

test('signing up with a known address looks the same, changes nothing, and tells its owner by a letter', async () => {
  const { email } = await openAccount()
  const proof = await signUpWith(email, 'the password of a stranger')
  expect(proof).toMatch(/^[0-9a-f]{64}$/)
  expect((await findLetters(email)).map((letter) => letter['template'])).toEqual([
    'verify-email',
    'account-known',
  ])
  const credentials = { ...place, email }
  expect((await signIn({ ...credentials, password: PASSWORD })).ok).toBe(true)
  expect((await signIn({ ...credentials, password: 'the password of a stranger' })).ok).toBe(false)
})

test('whoever signs up with somebody else’s address gets no account of theirs: another browser chooses a password first', async () => {
  const email = newEmail()
  const proofOfStranger = await signUpWith(email, 'the password of a stranger')
  const code = await latestCode(email)
  expect(await readConfirmation(code, stranger, monday)).toEqual({ state: 'good', own: false })
  expect((await verifyEmail(code, { ...place, holder: stranger })).ok).toBe(false)
  expect((await resetPassword(code, 'the owner’s own words', place)).ok).toBe(true)
  const credentials = { ...place, email }
  expect((await signIn({ ...credentials, password: 'the password of a stranger' })).ok).toBe(false)
  expect((await signIn({ ...credentials, password: 'the owner’s own words' })).ok).toBe(true)
  const again = newEmail()
  await signUpWith(again, 'the password of a stranger')
  const proof = await signUpWith(again)
  expect(await readConfirmation(await latestCode(again), { proof, person: null }, monday)).toEqual({
    state: 'good',
    own: true,
  })
  const other = { proof: proofOfStranger, person: null }
  expect(await readConfirmation(await latestCode(again), other, monday)).toMatchObject({
    own: false,
  })
})

test('the letter is sent again while the address is unconfirmed, and not afterwards; the newest link counts', async () => {
  const email = newEmail()
  const proof = await signUpWith(email)
  const first = await latestCode(email)
  await askForLetter('confirm', email)
  const holder = { proof, person: null }
  expect(await readConfirmation(first, holder, monday)).toMatchObject({ state: 'used' })
  expect((await verifyEmail(await latestCode(email), { ...place, holder })).ok).toBe(true)
  await askForLetter('confirm', email)
  expect(await findLetters(email)).toHaveLength(2)
  for (const letter of ['sign-up', 'confirm', 'reset'] as const)
    await askForLetter(letter, 'nobody-at-all@example.org')
  expect(await findLetters('nobody-at-all@example.org')).toHaveLength(0)
})

test('the link of a letter that was requested on a co-op’s site returns to that site and to the requested page', async () => {
  const { tenant } = await createFoundedCoOp('Amina')
  const from = { tenant: tenant.id, next: '/join?code=x' }
  const email = newEmail()
  await signUp({ ...place, name: 'Noor', email, password: PASSWORD, locale: 'en', from })
  await writeLetters()
  await askForLetter('reset', email, from)
  const letters = await findLetters(email)
  expect(letters.map((letter) => [letter['tenant'], letter['template']])).toEqual([
    [tenant.id, 'verify-email'],
    [tenant.id, 'reset-password'],
  ])
  for (const { path } of letters)
    expect(new URLSearchParams(String(path).split('?')[1]).get('return')).toBe('/join?code=x')
})

test('one link for another password is open at a time, for ten minutes', async () => {
  const { email } = await openAccount()
  await askForLetter('reset', email)
  const first = await latestCode(email)
  await askForLetter('reset', email)
  const second = await latestCode(email)
  expect(await canResetPassword(first, monday)).toBe(false)
  expect(await canResetPassword(second, monday.add({ minutes: 9 }))).toBe(true)
  expect(await canResetPassword(second, monday.add({ minutes: 10 }))).toBe(false)
  expect(await resetPassword(second, email, place)).toMatchObject({ refusal: 'password-is-email' })
  expect((await resetPassword(second, 'another sentence', place)).ok).toBe(true)
  expect(await canResetPassword(second, monday)).toBe(false)
})

test('of letters that are asked for at once, one link is open', async () => {
  const { email } = await openAccount()
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      writeAccountLetter({ letter: 'reset', email, site: null, next: '/account' }, monday),
    ),
  )
  const codes = (await findLetters(email))
    .filter((letter) => letter['template'] === 'reset-password')
    .map(({ path }) => readCode(path))
  const open = await Promise.all(codes.map((code) => canResetPassword(code, monday)))
  expect(open.filter(Boolean)).toHaveLength(1)
})

test('a password is changed only with the current one', async () => {
  const { id } = await openAccount()
  const change = { current: PASSWORD, password: 'another sentence' }
  expect(await changePassword(id, { ...change, current: 'a guess' }, place)).toMatchObject({
    refusal: 'password-wrong',
  })
  expect((await changePassword(id, change, place)).ok).toBe(true)
  expect((await changePassword(id, change, place)).ok).toBe(false)
})
