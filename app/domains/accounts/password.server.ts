import { hash, verify } from '@node-rs/argon2'

// The library's default kind is argon2id. The cost is the one that OWASP names first.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

let decoy: Promise<string> | undefined

/**
 * Returns whether the password is the person's. An unknown person, or one without a password, takes as long to refuse.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has')
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC')).catch(
    () => false,
  )
  return matches && stored !== null
}
