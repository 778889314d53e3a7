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

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-common'
  | 'password-too-known'
  | 'password-is-email'

/** Returns why the length of a password is refused, or undefined. */
export function lengthRefusal(password: string): PasswordRefusal | undefined {
  if ([...password].length < 10) return 'password-too-short'
  return password.length > 200 ? 'password-too-long' : undefined
}
