import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { lengthRefusal, type PasswordRefusal } from './person.ts'

/** How many guesses, as a power of ten, a password has to hold out. A limit of attempts keeps an attacker below it. */
const LEAST_GUESSES_LOG10 = 7

/**
 * How much of a password is looked at. The time that it takes grows with the square of the length, and what is beyond
 * does not make a weak beginning stronger to a person who repeats it.
 */
const LOOKED_AT = 40

/** The words of our languages for a password, and our own name, which the list of common passwords does not have. */
const OUR_WORDS = [
  'twiza',
  'contraseña',
  'contrasena',
  'clave',
  'motdepasse',
  'mot de passe',
  'كلمة المرور',
  'كلمة السر',
  'كلمه السر',
  'سر',
]

/** The library and its 49,000 common passwords, which are read once, when the first password is chosen. */
let checker: ZxcvbnFactory | undefined

/** Those whose names, addresses and words make a bad password. */
export type PasswordOwner = {
  readonly email: string
  readonly name: string
  /** The name of the co-op on whose site the password is chosen, if any. */
  readonly coOp: string | null
}

/**
 * Returns why a new password is refused, or undefined. Length is what protects; but what everybody tries first, and what
 * everybody tries who knows the person or their co-op, is no password at any length.
 */
export function passwordRefusal(
  password: string,
  { email, name, coOp }: PasswordOwner,
): PasswordRefusal | undefined {
  const length = lengthRefusal(password)
  if (length) return length
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain === email || plain === email.split('@')[0]) return 'password-is-email'
  checker ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const known = [email, name, coOp ?? ''].flatMap(partsOf)
  const { guessesLog10, sequence } = checker.check(plain.slice(0, LOOKED_AT), [
    ...known,
    ...OUR_WORDS,
  ])
  if (guessesLog10 >= LEAST_GUESSES_LOG10) return undefined
  const names = sequence.some(({ token }) => known.includes(token))
  return names ? 'password-too-known' : 'password-too-common'
}

/** Returns a name or an address in small letters, as it is and without its spaces, and the words that it is made of. */
function partsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length > 2)
  return [...new Set([plain, plain.replaceAll(/\s/g, ''), ...words])].filter(Boolean)
}
