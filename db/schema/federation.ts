import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { DoorId, PersonId, TenantId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { idOf, instant, minor, tenantId } from './columns.ts'

export type TenantState = 'founding' | 'open' | 'suspended' | 'left'

export const tenants = pgTable('tenants', {
  id: idOf<TenantId>('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  tagline: text('tagline').notNull().default(''),
  trade: text('trade').notNull().default(''),
  city: text('city').notNull().default(''),
  country: text('country').notNull(),
  locale: text('locale').notNull().$type<Locale>(),
  currency: text('currency').notNull(),
  timeZone: text('time_zone').notNull(),
  blueprint: text('blueprint').notNull(),
  colour: text('colour').notNull(),
  colour2: text('colour_2').notNull(),
  logoKey: text('logo_key'),
  coloursVersion: integer('colours_version').notNull().default(1),
  state: text('state').notNull().default('founding').$type<TenantState>(),
  stateReason: text('state_reason'),
  stateSince: instant('state_since').notNull(),
  payments: text('payments').notNull().default('direct').$type<'direct' | 'pooled'>(),
  placement: text('placement').notNull().default('home'),
  createdAt: instant('created_at').notNull(),
  openedAt: instant('opened_at'),
})

export const hosts = pgTable('hosts', {
  host: text('host').primaryKey(),
  tenantId: tenantId(),
  createdAt: instant('created_at').notNull(),
})

export const federationAdmins = pgTable('federation_admins', {
  personId: idOf<PersonId>('person_id').primaryKey(),
  addedAt: instant('added_at').notNull(),
  addedBy: idOf<PersonId>('added_by'),
})

export const delegates = pgTable(
  'delegates',
  {
    tenantId: tenantId(),
    personId: idOf<PersonId>('person_id').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId] })],
)

export const federationTerms = pgTable('federation_terms', {
  version: integer('version').primaryKey(),
  feeBp: integer('fee_bp').notNull(),
  workersFloorBp: integer('workers_floor_bp').notNull(),
  hourlyFloors: jsonb('hourly_floors').notNull().default({}).$type<Record<string, number>>(),
  reason: text('reason').notNull(),
  changedBy: idOf<PersonId>('changed_by'),
  fromAt: instant('from_at').notNull(),
})

export const auditLog = pgTable('audit_log', {
  id: uuid('id').primaryKey(),
  at: instant('at').notNull(),
  actorId: idOf<PersonId>('actor_id'),
  actorName: text('actor_name').notNull(),
  act: text('act').notNull(),
  tenantId: idOf<TenantId>('tenant_id'),
  detail: jsonb('detail').notNull().default({}).$type<Record<string, unknown>>(),
})

export const supportDoors = pgTable('support_doors', {
  id: idOf<DoorId>('id').primaryKey(),
  tenantId: tenantId(),
  adminId: idOf<PersonId>('admin_id').notNull(),
  adminName: text('admin_name').notNull(),
  reason: text('reason').notNull(),
  minutes: integer('minutes').notNull(),
  state: text('state')
    .notNull()
    .default('requested')
    .$type<'requested' | 'open' | 'refused' | 'closed'>(),
  requestedAt: instant('requested_at').notNull(),
  answeredAt: instant('answered_at'),
  answeredBy: text('answered_by'),
  expiresAt: instant('expires_at'),
  closedAt: instant('closed_at'),
})

export const tenantFigures = pgTable('tenant_figures', {
  tenantId: idOf<TenantId>('tenant_id').primaryKey(),
  members: integer('members').notNull().default(0),
  orders12m: integer('orders_12m').notNull().default(0),
  sales12m: minor('sales_12m_minor').notNull().default(0n),
  workers12m: minor('workers_12m_minor').notNull().default(0n),
  coOp12m: minor('co_op_12m_minor').notNull().default(0n),
  federation12m: minor('federation_12m_minor').notNull().default(0n),
  card12m: minor('card_12m_minor').notNull().default(0n),
  hourlyMedian: minor('hourly_median_minor'),
  reviews: integer('reviews').notNull().default(0),
  starsSum: integer('stars_sum').notNull().default(0),
  lastOrderAt: instant('last_order_at'),
  refreshedAt: instant('refreshed_at').notNull(),
})

export const savedViews = pgTable(
  'saved_views',
  {
    personId: idOf<PersonId>('person_id').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.name] })],
)
