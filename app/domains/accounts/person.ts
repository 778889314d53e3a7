/** Characters that the database refuses in text, or that no address contains. */
const CONTROL = /[\u0000-\u001f\u007f\u200b\u2060\ufeff]/

/** Returns an e-mail address in the one form that is stored and compared, or undefined when the text is no address. */
export function normaliseEmail(text: string): string | undefined {
  const email = text.normalize('NFC').trim().toLowerCase()
  return email.length <= 254 &&
    !CONTROL.test(email) &&
    /^[^\s@<>",;:\\()[\]\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,64}@[^\s@.<>",;:\\()[\]]+(\.[^\s@.<>",;:\\()[\]]+)+$/.test(
      email,
    )
    ? email
    : undefined
}

/** Masks an address: its owner recognises it, and nobody else can write to it. */
export function maskEmail(email: string): string {
  const [first = ''] = email
  return `${first}…${email.slice(email.lastIndexOf('@'))}`
}

const COMMON: ReadonlySet<string> = new Set(
  'passwordpassword password12 password123 1234567890 12345678910 qwertyuiop qwerty12345 letmein1234 iloveyou12 welcome123 administrator 0123456789 1111111111 0000000000 abcdefghij motdepasse contrasena123 azertyuiop'.split(
    ' ',
  ),
)

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-common'
  | 'password-is-email'

/**
 * Returns why a password is refused, or undefined. Length is what protects, so only the commonest passwords and the
 * person's own address are refused beside short ones.
 */
export function passwordRefusal(password: string, email: string): PasswordRefusal | undefined {
  if ([...password].length < 10) return 'password-too-short'
  if (password.length > 200) return 'password-too-long'
  const plain = password.toLowerCase()
  if (COMMON.has(plain)) return 'password-too-common'
  if (new Set(plain).size < 4) return 'password-too-common'
  return plain === email || plain === email.split('@')[0] ? 'password-is-email' : undefined
}
