/** What no database keeps as text, and no address has. */
const CONTROL = /[\u0000-\u001f\u007f\u200b\u2060\ufeff]/

/** An e-mail address in the one form it is kept and compared in; undefined when it is none. */
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

/** An address as it may be named to somebody else: enough to recognise one's own by, too little to write to. */
export function maskedEmail(email: string): string {
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

/** Why a password is refused: length is what protects; a few that everybody tries, and one's own address, do not. */
export function passwordRefusal(password: string, email: string): PasswordRefusal | undefined {
  if ([...password].length < 10) return 'password-too-short'
  if (password.length > 200) return 'password-too-long'
  const plain = password.toLowerCase()
  if (COMMON.has(plain)) return 'password-too-common'
  if (new Set(plain).size < 4) return 'password-too-common'
  return plain === email || plain === email.split('@')[0] ? 'password-is-email' : undefined
}
