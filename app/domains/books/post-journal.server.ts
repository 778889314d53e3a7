import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type ItemId, type JournalId, newId, type OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { ledgerAccounts, ledgerEntries, ledgerJournals } from '#db/schema/books.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { type Account, accountOf } from './accounts.ts'

/** One side of a journal: positive amounts are debits, negative ones credits, in minor units. */
type Line = { readonly account: Account; readonly minor: bigint }

export type Journal = {
  /** What moved the money, once and for all: `captured:<payment>`. Posting it again changes nothing. */
  readonly occasion: string
  readonly kind: 'captured' | 'settled' | 'cancelled' | 'refunded' | 'returned'
  readonly currency: string
  readonly order: OrderId
  /** The item whose money it moves; none where it is the whole order's. */
  readonly item?: ItemId
  readonly at: Instant
  readonly lines: readonly Line[]
}

/**
 * Writes one occasion into the books, once. Lines of nothing are left out. The same occasion with the same lines gives
 * the journal already written; with other lines it is refused. A journal that does not balance is refused here, and by
 * the database again when the transaction commits.
 */
export async function postJournal(
  db: TenantDb,
  journal: Journal,
): Promise<Outcome<JournalId, 'journal-conflict'>> {
  const lines = journal.lines.filter(({ minor }) => minor !== 0n)
  if (lines.reduce((sum, { minor }) => sum + minor, 0n) !== 0n)
    throw new RangeError(`${journal.occasion} does not balance.`)
  const payloadHash = hashOf(journal, lines)

  const [written] = await db
    .insert(ledgerJournals)
    .values({
      tenantId: db.tenant,
      id: newId<JournalId>(),
      occasion: journal.occasion,
      payloadHash,
      kind: journal.kind,
      currency: journal.currency,
      orderId: journal.order,
      itemId: journal.item ?? null,
      at: journal.at,
    })
    .onConflictDoNothing()
    .returning({ id: ledgerJournals.id })
  if (!written) return alreadyWritten(db, journal.occasion, payloadHash)

  await openAccounts(db, journal.currency, lines)
  await db.insert(ledgerEntries).values(
    lines.map(({ account, minor }, position) => ({
      tenantId: db.tenant,
      journalId: written.id,
      position,
      accountCode: accountOf(account).code,
      currency: journal.currency,
      minor,
    })),
  )
  return done(written.id)
}

async function alreadyWritten(
  db: TenantDb,
  occasion: string,
  payloadHash: string,
): Promise<Outcome<JournalId, 'journal-conflict'>> {
  const [past] = await db
    .select({ id: ledgerJournals.id, payloadHash: ledgerJournals.payloadHash })
    .from(ledgerJournals)
    .where(and(eq(ledgerJournals.tenantId, db.tenant), eq(ledgerJournals.occasion, occasion)))
  return past?.payloadHash === payloadHash ? done(past.id) : refused('journal-conflict')
}

async function openAccounts(db: TenantDb, currency: string, lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ account }) => ({
    tenantId: db.tenant,
    currency,
    ...accountOf(account),
  }))
  await db
    .insert(ledgerAccounts)
    .values(rows.toSorted((one, other) => (one.code < other.code ? -1 : 1)))
    .onConflictDoNothing()
}

function hashOf({ kind, currency, order }: Journal, lines: readonly Line[]): string {
  const payload = {
    kind,
    currency,
    order,
    lines: lines.map(({ account, minor }) => [accountOf(account).code, minor]),
  }
  return createHash('sha256').update(canonical(payload)).digest('hex')
}
