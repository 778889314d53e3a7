import { uuidv7 } from 'uuidv7'

declare const kind: unique symbol

/** The id of a row. Its type names what the row is, so the compiler refuses a member's id in place of an order's. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type TenantId = Id<'tenant'>
export type PersonId = Id<'person'>
export type MemberId = Id<'member'>
export type ClassId = Id<'class'>
export type InvitationId = Id<'invitation'>
export type ListingId = Id<'listing'>
export type FileId = Id<'file'>
export type CustomerId = Id<'customer'>
export type OrderId = Id<'order'>
export type ItemId = Id<'item'>
export type BookingId = Id<'booking'>
export type PaymentId = Id<'payment'>
export type RefundId = Id<'refund'>
export type ReviewId = Id<'review'>
export type JournalId = Id<'journal'>
export type ProposalId = Id<'proposal'>
export type CommentId = Id<'comment'>
/** An entry of a co-op's log or of the federation's. */
export type EntryId = Id<'entry'>
export type DoorId = Id<'door'>
export type ImportId = Id<'import'>
export type MailId = Id<'mail'>

/** Makes a new id (UUID version 7). Ids sort by the moment they were made, so indexes grow at their end. */
export function newId<Kind extends Id<string>>(): Kind {
  return uuidv7() as Kind
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads an id that came from outside (an address, a form field). Returns undefined when the text is no id. */
export function readId<Kind extends Id<string>>(text: unknown): Kind | undefined {
  return typeof text === 'string' && UUID.test(text) ? (text as Kind) : undefined
}
