import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { type Choice, CHOICES } from './tally.ts'

/** Whose ballot it is: the encrypted text of one elector is no ballot of another, nor of another vote. */
type Voter = {
  readonly key: string
  readonly proposal: ProposalId
  readonly reading: number
  readonly member: MemberId
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** All choices are encrypted to texts of one length, because the length would tell them apart. */
const PADDED_LENGTH = 16

const keyOf = (key: string) => Buffer.from(hkdfSync('sha256', key, '', 'secret ballots', 32))

const contextOf = ({ proposal, reading, member }: Voter) =>
  Buffer.from(`${proposal}:${reading}:${member}`)

/** Encrypts a choice. Only who has the key can read it; two texts of one choice have nothing in common. */
export function encryptChoice(choice: Choice, voter: Voter): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(voter.key), nonce)
  cipher.setAAD(contextOf(voter))
  const encrypted = Buffer.concat([cipher.update(choice.padEnd(PADDED_LENGTH)), cipher.final()])
  return Buffer.concat([nonce, encrypted, cipher.getAuthTag()]).toString('base64url')
}

/** Reads an encrypted choice. @throws Error when it was encrypted with another key, for another elector, or was changed. */
export function decryptChoice(encrypted: string, voter: Voter): Choice {
  const bytes = Buffer.from(encrypted, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(voter.key), bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(contextOf(voter))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  const text = Buffer.concat([decipher.update(body), decipher.final()])
    .toString()
    .trim()
  const choice = CHOICES.find((known) => known === text)
  if (!choice) throw new Error('An encrypted ballot has no choice.')
  return choice
}
