import { integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type {
  BookingId,
  CustomerId,
  ListingId,
  MemberId,
  OrderId,
  PersonId,
  ReviewId,
} from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { idOf, instant, minor, span, tenantId } from './columns.ts'

export type OrderState = 'placed' | 'paid' | 'done' | 'cancelled' | 'lapsed'

/** Where the work is to be done, as the customer wrote it. */
export type Address = {
  readonly line1: string
  readonly line2: string
  readonly city: string
  readonly postcode: string
}

export const customers = pgTable(
  'customers',
  {
    tenantId: tenantId(),
    id: idOf<CustomerId>('id').notNull(),
    personId: idOf<PersonId>('person_id'),
    name: text('name').notNull(),
    email: text('email').notNull(),
    phone: text('phone').notNull().default(''),
    locale: text('locale').notNull().$type<Locale>(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const orders = pgTable(
  'orders',
  {
    tenantId: tenantId(),
    id: idOf<OrderId>('id').notNull(),
    code: text('code').notNull(),
    token: text('token').notNull(),
    checkoutKey: text('checkout_key').notNull(),
    customerId: idOf<CustomerId>('customer_id').notNull(),
    listingId: idOf<ListingId>('listing_id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    choices: jsonb('choices').notNull().$type<unknown>(),
    state: text('state').notNull().default('placed').$type<OrderState>(),
    charterVersion: integer('charter_version').notNull(),
    /** The split rule in force when the order was placed: the charter's, with the federation's fee of that day. */
    split: jsonb('split').notNull().$type<unknown>(),
    currency: text('currency').notNull(),
    totalMinor: minor('total_minor').notNull(),
    workMinutes: integer('work_minutes').notNull(),
    teamSize: integer('team_size').notNull(),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    address: jsonb('address').$type<Address>(),
    notes: text('notes').notNull().default(''),
    locale: text('locale').notNull().$type<Locale>(),
    placedAt: instant('placed_at').notNull(),
    holdUntil: instant('hold_until'),
    paidAt: instant('paid_at'),
    doneAt: instant('done_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').$type<'customer' | 'co-op'>(),
    cancelReason: text('cancel_reason'),
    changes: integer('changes').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const orderLines = pgTable(
  'order_lines',
  {
    tenantId: tenantId(),
    orderId: idOf<OrderId>('order_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').notNull().$type<'commissionable' | 'pass-through' | 'tip' | 'earmark'>(),
    key: text('key').notNull(),
    label: text('label').notNull(),
    quantity: integer('quantity').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    purpose: text('purpose'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.orderId, t.position] })],
)

export const bookings = pgTable(
  'bookings',
  {
    tenantId: tenantId(),
    id: idOf<BookingId>('id').notNull(),
    orderId: idOf<OrderId>('order_id').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    during: span('during').notNull(),
    state: text('state').notNull().$type<'held' | 'confirmed' | 'released'>(),
    acceptedAt: instant('accepted_at'),
    checkedInAt: instant('checked_in_at'),
    checkedOutAt: instant('checked_out_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const reviews = pgTable(
  'reviews',
  {
    tenantId: tenantId(),
    id: idOf<ReviewId>('id').notNull(),
    orderId: idOf<OrderId>('order_id').notNull(),
    listingId: idOf<ListingId>('listing_id').notNull(),
    customerName: text('customer_name').notNull(),
    stars: smallint('stars').notNull(),
    body: text('body').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    answer: text('answer'),
    answeredBy: idOf<MemberId>('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
