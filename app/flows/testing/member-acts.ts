import type { Picture } from '#app/domains/storefront/picture.ts'
import type {
  DoorId,
  FileId,
  InvitationId,
  ListingId,
  MemberId,
  OrderId,
  ProposalId,
} from '#app/kernel/ids.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { money } from '#app/kernel/money.ts'
import type { Outcome, Refusal } from '#app/kernel/outcome.ts'
import { castBallot } from '#app/flows/decisions/cast-ballot.server.ts'
import { addComment } from '#app/flows/decisions/discuss.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { renewDecision } from '#app/flows/decisions/renew-decision.server.ts'
import { answerDoorRequest, closeOwnDoor } from '#app/flows/federation/support-door.server.ts'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { handJobBack } from '#app/flows/jobs/hand-job-back.server.ts'
import {
  deleteException,
  recordException,
  renewCalendar,
  saveWeek,
} from '#app/flows/jobs/save-hours.server.ts'
import { inviteMember, withdrawInvitation } from '#app/flows/members/invite-member.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import {
  addListingPhoto,
  setCoverPhoto,
  removeAllSamples,
  removeListingPhoto,
  showOwnListing,
  writeOwnListing,
} from '#app/flows/offerings/manage-listings.server.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import {
  changeColours,
  changeLogo,
  dismissChecklist,
  removeLogo,
  removeOwnPhoto,
  writeOwnProfile,
  writeOwnStorefront,
} from '#app/flows/storefront/change-branding.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { monday as at } from './co-op.ts'

/** A co-op and one row of everything that an act may be about. */
export type ActFixture = {
  readonly tenant: Tenant
  readonly listing: ListingId
  readonly fields: unknown
  readonly order: OrderId
  readonly proposal: ProposalId
  readonly door: DoorId
  readonly invitation: InvitationId
  readonly exception: string
  readonly file: FileId
}

type Act = (fixture: ActFixture, by: Actor<MemberId>) => Promise<Outcome<unknown, Refusal>>

const picture: Picture = {
  sizes: [{ width: 400, webp: new Uint8Array([1, 2, 3]) }],
  width: 400,
  height: 300,
  thumbhash: 'hash',
}
/** A storage that stores nothing. */
const storage = {
  put: () => Promise.resolve(),
  get: () => Promise.resolve(undefined),
  remove: () => Promise.resolve(),
}
const dayOff = {
  date: '2026-12-24',
  kind: 'off' as const,
  note: '',
  fromMinute: 0,
  untilMinute: 1440,
}
const profile = { displayName: 'Another', about: 'Other words', locale: 'en' as const }
const headline = 'Other words'

/** A call of every act that an active member may do. */
export const MEMBER_ACTS: Readonly<Record<string, Act>> = {
  writeOwnListing: ({ tenant, listing, fields }, by) => {
    const words = { title: 'Other words', summary: '', body: '', fields }
    const edit = { listing: { id: listing, version: 1 }, kind: 'visit', words, by, at }
    return writeOwnListing(tenant, edit)
  },
  showOwnListing: ({ tenant, listing }, by) =>
    showOwnListing(tenant.id, { listing, shown: false, by, at }),
  removeAllSamples: ({ tenant }, by) => removeAllSamples(tenant.id, { by, at }),
  addListingPhoto: ({ tenant, listing }, by) =>
    addListingPhoto(storage, tenant.id, { listing, picture, alt: 'A', by, at }),
  setCoverPhoto: ({ tenant, listing, file }, by) => setCoverPhoto(tenant.id, { listing, file, by }),
  removeListingPhoto: ({ tenant, listing, file }, by) =>
    removeListingPhoto(storage, tenant.id, { listing, file, by }),
  doStep: ({ tenant, order }, { id: member }) =>
    doStep(tenant.id, { order, member, step: 'accept', at }),
  handJobBack: ({ tenant, order }, member) => handJobBack(tenant, { order, member, at }),
  saveWeek: ({ tenant }, by) =>
    saveWeek(tenant.id, { member: by.id, week: [], works: false, version: 1, by, at }),
  recordException: ({ tenant }, by) => recordException(tenant.id, { member: by.id, by, ...dayOff }),
  deleteException: ({ tenant, exception: id }, by) =>
    deleteException(tenant.id, { member: by.id, by, id }),
  renewCalendar: ({ tenant }, { id }) => renewCalendar(tenant.id, id),
  writeOwnProfile: ({ tenant }, by) =>
    writeOwnProfile(storage, tenant.id, { by, profile, picture, version: 1, at }),
  removeOwnPhoto: ({ tenant }, { id }) => removeOwnPhoto(storage, tenant.id, id),
  dismissChecklist: ({ tenant }, by) => dismissChecklist(tenant.id, { by, at }),
  raiseProposal: ({ tenant }, member) =>
    raiseProposal(tenant, { member, title: 'A', body: '', amendment: null, secret: false, at }),
  renewDecision: ({ tenant, proposal }, member) => renewDecision(tenant, { proposal, member, at }),
  addComment: ({ tenant, proposal }, { id: member }) =>
    addComment(tenant.id, { proposal, member, body: 'Why?', at }),
  castBallot: ({ tenant, proposal }, { id: member }) =>
    castBallot(tenant.id, { proposal, member, choice: 'no', key: 'key', at }),
  ratifyCharter: ({ tenant }, { id: member, name }) => ratifyCharter(tenant, { member, name, at }),
}

/** A call of every act that needs an office. */
export const OFFICER_ACTS: Readonly<Record<string, Act>> = {
  inviteMember: ({ tenant }, by) => inviteMember(tenant, { email: 'one@example.com', by, at }),
  withdrawInvitation: ({ tenant, invitation }, by) =>
    withdrawInvitation(tenant.id, { invitation, by, at }),
  writeOwnStorefront: ({ tenant }, by) =>
    writeOwnStorefront(tenant.id, {
      entry: { name: headline },
      words: { headline },
      version: 1,
      by,
      at,
    }),
  changeColours: ({ tenant }, by) =>
    changeColours(tenant.id, { colour: '#000000', colour2: '#ffffff', version: 1, by, at }),
  changeLogo: ({ tenant }, by) => changeLogo(storage, tenant, { picture, by, at }),
  removeLogo: ({ tenant, file }, by) =>
    removeLogo(storage, { ...tenant, logoKey: file }, { by, at }),
  answerDoorRequest: ({ tenant, door }, by) =>
    answerDoorRequest(tenant, { door, open: true, by, at }),
  closeOwnDoor: ({ tenant, door }, by) => closeOwnDoor(tenant, { door, by, at }),
  refundOrder: ({ tenant, order }, by) =>
    refundOrder(tenant, order, {
      amount: money(100n, tenant.currency),
      reason: 'sorry',
      by,
      at,
    }),
}
