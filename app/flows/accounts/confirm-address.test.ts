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
const here = { host: 'localhost', at: monday }
const street = { tenant: null, next: '/account', at: monday }

async function somebody(from: Parameters<typeof signUp>[0]['from'] = street) {
  const email = `noor-${randomBytes(4).toString('hex')}@example.org`
  const made = await signUp({
    ...here,
    name: 'Noor',
    email,
    password: PASSWORD,
    locale: 'en',
    from,
  })
  if (!made.ok) throw new Error(made.refusal)
  return { email, id: made.value.person }
}

const lettersTo = (email: string) =>
  owner`select tenant_id as tenant, template, data->>'path' as path from mails where to_email = ${email} order by id`
const codeIn = (path: unknown) => /code=([\w-]+)/.exec(String(path))?.[1] ?? ''

test('the letter is sent again while the address waits, and not once it is confirmed', async () => {
  const { email } = await somebody()
  await resendConfirmation(email, street)
  const [, second] = await lettersTo(email)
  const code = codeIn(second?.['path'])
  expect(await readConfirmation(code, monday)).toBe('good')
  expect((await verifyEmail(code, monday)).ok).toBe(true)
  expect(await readConfirmation(code, monday)).toBe('used')
  await resendConfirmation(email, street)
  expect(await lettersTo(email)).toHaveLength(2)
  await resendConfirmation('nobody-at-all@example.org', street)
  expect(await lettersTo('nobody-at-all@example.org')).toHaveLength(0)
})

test('a letter asked for on a co-op’s site leads back there, to what its reader was about to do', async () => {
  const { tenant } = await createFoundedCoOp('Amina')
  const from = { tenant: tenant.id, next: '/join?code=x' }
  const { email } = await somebody(from)
  await requestPasswordReset(email, { ...from, at: monday })
  const letters = await lettersTo(email)
  expect(letters.map((letter) => [letter['tenant'], letter['template']])).toEqual([
    [tenant.id, 'verify-email'],
    [tenant.id, 'reset-password'],
  ])
  for (const { path } of letters)
    expect(new URLSearchParams(String(path).split('?')[1]).get('return')).toBe('/join?code=x')
})

test('a new password ends every other way to choose one', async () => {
  const { email } = await somebody()
  await requestPasswordReset(email, street)
  await requestPasswordReset(email, street)
  const [, first, second] = await lettersTo(email)
  const codes = [codeIn(first?.['path']), codeIn(second?.['path'])]
  expect(await canResetPassword(codes[0] ?? '', monday.add({ minutes: 61 }))).toBe(false)
  expect(await resetPassword(codes[0] ?? '', email, here)).toMatchObject({
    refusal: 'password-is-email',
  })
  expect((await resetPassword(codes[0] ?? '', 'another sentence', here)).ok).toBe(true)
  for (const code of codes) expect(await canResetPassword(code, monday)).toBe(false)
})

test('a password is changed by the one there was', async () => {
  const { id } = await somebody()
  const change = { current: PASSWORD, password: 'another sentence' }
  expect(await changePassword(id, { ...change, current: 'a guess' }, here)).toMatchObject({
    refusal: 'password-wrong',
  })
  expect((await changePassword(id, change, here)).ok).toBe(true)
  expect((await changePassword(id, change, here)).ok).toBe(false)
})
