import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CommentId, MemberId, ProposalId } from '#app/kernel/ids.ts'
import { idOf, instant, tenantId } from './columns.ts'

export type ProposalState =
  | 'discussion'
  | 'voting'
  | 'passed'
  | 'failed'
  | 'cooling-off'
  | 'in-force'
  | 'withdrawn'
  | 'overtaken'
  | 'lapsed'

export const proposals = pgTable(
  'proposals',
  {
    tenantId: tenantId(),
    id: idOf<ProposalId>('id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
    authorId: idOf<MemberId>('author_id').notNull(),
    clauseKey: text('clause_key'),
    amendment: jsonb('amendment').$type<unknown>(),
    baseVersion: integer('base_version'),
    direction: text('direction')
      .notNull()
      .default('neutral')
      .$type<'protective-up' | 'neutral' | 'protective-down'>(),
    method: text('method').notNull().default('majority').$type<'majority' | 'consent'>(),
    secret: boolean('secret').notNull(),
    quorumBp: integer('quorum_bp').notNull(),
    majorityBp: integer('majority_bp').notNull(),
    overHalfOfMembers: boolean('over_half_of_members').notNull().default(false),
    state: text('state').notNull().default('discussion').$type<ProposalState>(),
    impact: jsonb('impact').$type<unknown>(),
    raisedAt: instant('raised_at').notNull(),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    openedAt: instant('opened_at'),
    closedAt: instant('closed_at'),
    effectiveAt: instant('effective_at'),
    inForceAt: instant('in_force_at'),
    inForceVersion: integer('in_force_version'),
    sunsetAt: instant('sunset_at'),
    tally: jsonb('tally').$type<unknown>(),
    /** The number of the proposal's current reading, and the number that it needs. */
    reading: smallint('reading').notNull().default(1),
    readings: smallint('readings').notNull().default(1),
    /** The terms that its clause returns to at the sunset. */
    revertsTo: jsonb('reverts_to').$type<unknown>(),
    renewsId: idOf<ProposalId>('renews_id'),
    /** The later decision that replaced this one and ended its sunset. */
    followedBy: idOf<ProposalId>('followed_by'),
    remindedAt: instant('reminded_at'),
    lapsedAt: instant('lapsed_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const readings = pgTable(
  'readings',
  {
    tenantId: tenantId(),
    proposalId: idOf<ProposalId>('proposal_id').notNull(),
    reading: smallint('reading').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at').notNull(),
    tally: jsonb('tally').notNull().$type<unknown>(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.proposalId, t.reading] })],
)

export const electors = pgTable(
  'electors',
  {
    tenantId: tenantId(),
    proposalId: idOf<ProposalId>('proposal_id').notNull(),
    reading: smallint('reading').notNull().default(1),
    memberId: idOf<MemberId>('member_id').notNull(),
    weight: integer('weight').notNull(),
    votedAt: instant('voted_at'),
    /** The ballot of a secret vote while it is open; its key is not in the database. */
    encrypted: text('encrypted'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.proposalId, t.reading, t.memberId] })],
)

export const ballots = pgTable(
  'ballots',
  {
    tenantId: tenantId(),
    proposalId: idOf<ProposalId>('proposal_id').notNull(),
    reading: smallint('reading').notNull().default(1),
    id: uuid('id').notNull(),
    memberId: idOf<MemberId>('member_id'),
    choice: text('choice').notNull(),
    reason: text('reason').notNull().default(''),
    weight: integer('weight').notNull(),
    castAt: instant('cast_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.proposalId, t.id] })],
)

export const comments = pgTable(
  'comments',
  {
    tenantId: tenantId(),
    id: idOf<CommentId>('id').notNull(),
    proposalId: idOf<ProposalId>('proposal_id').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    body: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
