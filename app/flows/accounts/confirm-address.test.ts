import { owner } from '#db/testing/database.ts'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { resendConfirmation, readConfirmation, verifyEmail } from './confirm-address.server.ts'
import {
  requestPasswordReset,
  changePassword,
  canResetPassword,
  resetPassword,
} from './choose-password.server.ts'
import { signUp } from './sign-up.server.ts'
import { createFoundedCoOp, monday } from '#app/flows/testing/co-op.ts'

const PASSWORD = 'a short sentence'
const place = { host: 'localhost', at: monday }
const returnPoint = { tenant: null, next: '/account', at: monday }

async function signUpPerson(from: Parameters<typeof signUp>[0]['from'] = returnPoint) {
  const email = `noor-${randomBytes(4).toString('hex')}@example.org`
  const signedUp = await signUp({
    ...place,
    name: 'Noor',
    email,
    password: PASSWORD,
    locale: 'en',
    from,
  })
  if (!signedUp.ok) throw new Error(signedUp.refusal)
  return { email, id: signedUp.value.person }
}

const findLetters = (email: string) =>
  owner`select tenant_id as tenant, template, data->>'path' as path from mails where to_email = ${email} order by id`
const readCode = (path: unknown) => /code=([\w-]+)/.exec(String(path))?.[1] ?? ''

test('the letter is sent again while the address is unconfirmed, and not afterwards', async () => {
  const { email } = await signUpPerson()
  await resendConfirmation(email, returnPoint)
  const [, second] = await findLetters(email)
  const code = readCode(second?.['path'])
  expect(await readConfirmation(code, monday)).toBe('good')
  expect((await verifyEmail(code, monday)).ok).toBe(true)
  expect(await readConfirmation(code, monday)).toBe('used')
  await resendConfirmation(email, returnPoint)
  expect(await findLetters(email)).toHaveLength(2)
  await resendConfirmation('nobody-at-all@example.org', returnPoint)
  expect(await findLetters('nobody-at-all@example.org')).toHaveLength(0)
})

test('the link of a letter that was requested on a co-op’s site returns to that site and to the requested page', async () => {
  const { tenant } = await createFoundedCoOp('Amina')
  const from = { tenant: tenant.id, next: '/join?code=x' }
  const { email } = await signUpPerson(from)
  await requestPasswordReset(email, { ...from, at: monday })
  const letters = await findLetters(email)
  expect(letters.map((letter) => [letter['tenant'], letter['template']])).toEqual([
    [tenant.id, 'verify-email'],
    [tenant.id, 'reset-password'],
  ])
  for (const { path } of letters)
    expect(new URLSearchParams(String(path).split('?')[1]).get('return')).toBe('/join?code=x')
})

test('a new password ends every other code for choosing one', async () => {
  const { email } = await signUpPerson()
  await requestPasswordReset(email, returnPoint)
  await requestPasswordReset(email, returnPoint)
  const [, first, second] = await findLetters(email)
  const codes = [readCode(first?.['path']), readCode(second?.['path'])]
  expect(await canResetPassword(codes[0] ?? '', monday.add({ minutes: 61 }))).toBe(false)
  expect(await resetPassword(codes[0] ?? '', email, place)).toMatchObject({
    refusal: 'password-is-email',
  })
  expect((await resetPassword(codes[0] ?? '', 'another sentence', place)).ok).toBe(true)
  for (const code of codes) expect(await canResetPassword(code, monday)).toBe(false)
})

test('a password is changed only with the current one', async () => {
  const { id } = await signUpPerson()
  const change = { current: PASSWORD, password: 'another sentence' }
  expect(await changePassword(id, { ...change, current: 'a guess' }, place)).toMatchObject({
    refusal: 'password-wrong',
  })
  expect((await changePassword(id, change, place)).ok).toBe(true)
  expect((await changePassword(id, change, place)).ok).toBe(false)
})
