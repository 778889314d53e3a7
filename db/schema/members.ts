import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ClassId, FileId, InvitationId, MemberId, PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { idOf, instant, tenantId } from './columns.ts'

export type Office = 'steward' | 'treasurer'

export const memberClasses = pgTable(
  'member_classes',
  {
    tenantId: tenantId(),
    id: idOf<ClassId>('id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    weight: integer('weight').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const members = pgTable(
  'members',
  {
    tenantId: tenantId(),
    id: idOf<MemberId>('id').notNull(),
    personId: idOf<PersonId>('person_id').notNull(),
    classId: idOf<ClassId>('class_id').notNull(),
    displayName: text('display_name').notNull(),
    email: text('email').notNull(),
    locale: text('locale').notNull().$type<Locale>(),
    about: text('about').notNull().default(''),
    photoId: idOf<FileId>('photo_id'),
    state: text('state').notNull().default('active').$type<'active' | 'suspended' | 'left'>(),
    stateReason: text('state_reason'),
    works: boolean('works').notNull().default(true),
    feedToken: text('feed_token').notNull(),
    joinedAt: instant('joined_at').notNull(),
    leftAt: instant('left_at'),
    profileVersion: integer('profile_version').notNull().default(1),
    weekVersion: integer('week_version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const offices = pgTable(
  'offices',
  {
    tenantId: tenantId(),
    memberId: idOf<MemberId>('member_id').notNull(),
    office: text('office').notNull().$type<Office>(),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.memberId, t.office] })],
)

export const invitations = pgTable(
  'invitations',
  {
    tenantId: tenantId(),
    id: idOf<InvitationId>('id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull().default(''),
    classId: idOf<ClassId>('class_id').notNull(),
    founding: boolean('founding').notNull().default(false),
    tokenHash: text('token_hash').notNull(),
    invitedBy: idOf<MemberId>('invited_by'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const activities = pgTable(
  'activities',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    memberId: idOf<MemberId>('member_id'),
    actorName: text('actor_name').notNull(),
    act: text('act').notNull(),
    detail: jsonb('detail').notNull().default({}).$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
