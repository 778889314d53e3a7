import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { idOf, instant, tenantId } from './columns.ts'

export const charterVersions = pgTable(
  'charter_versions',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    clauses: jsonb('clauses').notNull().$type<unknown>(),
    hash: text('hash').notNull(),
    adoptedAt: instant('adopted_at').notNull(),
    proposalId: idOf<ProposalId>('proposal_id'),
    reason: text('reason').notNull().default('decision').$type<'decision' | 'sunset'>(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.version] })],
)

export const ratifications = pgTable(
  'ratifications',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    clauseKey: text('clause_key').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.version, t.clauseKey, t.memberId] })],
)
