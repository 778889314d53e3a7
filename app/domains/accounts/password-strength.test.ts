import { expect, test } from 'vitest'
import { passwordRefusal } from './password-strength.server.ts'

const amina = {
  email: 'amina.okafor@brightwater.example',
  name: 'Amina Okafor',
  coOp: 'Brightwater Cleaners',
}

/** The most common passwords that have ten characters or more, and the words of our languages. */
const COMMON = [
  '1234567890',
  '12345678910',
  '0987654321',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty12345',
  'azertyuiop',
  'password12',
  'password123',
  'Password1!',
  'P@ssw0rd123',
  'iloveyou12',
  'sunshine123',
  'football123',
  'princess123',
  'welcome123',
  'administrator',
  'letmein2026',
  'abc123abc123',
  'aaaaaaaaaa',
  'abcdefghij',
  'motdepasse123',
  'contraseña1',
  'contrasena123',
  'كلمة المرور',
  'كلمة المرور1',
]

test.each(COMMON)('%s is refused as common', (password) => {
  expect(passwordRefusal(password, amina)).toBe('password-too-common')
})

test.each([
  'brightwater',
  'Brightwater1',
  'brightwater2026',
  'Brightwater Cleaners',
  'brightwatercleaners',
  'amina okafor',
  'AminaOkafor1',
  'okafor2026',
])('%s is refused, because it is made of the names of a person or their co-op', (password) => {
  expect(passwordRefusal(password, amina)).toBe('password-too-known')
  expect(passwordRefusal(`${password}, weaving`, amina)).toBeUndefined()
})

test('the own address is refused, and what is too short or too long', () => {
  expect(passwordRefusal(amina.email, amina)).toBe('password-is-email')
  expect(passwordRefusal('Amina.Okafor', amina)).toBe('password-is-email')
  expect(passwordRefusal('zq7#kd!', amina)).toBe('password-too-short')
  expect(passwordRefusal('zq7#kd!'.repeat(40), amina)).toBe('password-too-long')
})

test.each([
  'a short sentence',
  'another sentence',
  'weave-together-2026',
  'جملة قصيرة هنا',
  'une courte phrase',
  'una frase corta',
])('%s is good', (password) => {
  expect(
    passwordRefusal(password, { email: 'a@example.org', name: 'A', coOp: null }),
  ).toBeUndefined()
})

test('no password takes long to check', () => {
  passwordRefusal('to load the list', amina)
  const started = performance.now()
  for (const part of ['P4$$w0rd!1l@', '4@8($&30!|1/', '1234567890', 'amina'])
    passwordRefusal(part.repeat(20).slice(0, 200), amina)
  expect(performance.now() - started).toBeLessThan(30_000)
})
