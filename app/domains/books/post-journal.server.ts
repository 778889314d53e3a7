import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type ItemId, type JournalId, newId, type OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { ledgerAccounts, ledgerEntries, ledgerJournals } from '#db/schema/books.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { type Account, accountRow } from './accounts.ts'
import type { JournalKind } from './journal-kinds.ts'

/** One line of a journal. Positive amounts are debits and negative ones credits, in minor units. */
type Line = { readonly account: Account; readonly minor: bigint }

export type Journal = {
  /** The event that moved the money, as a unique key: `captured:<payment>`. Posting it again changes nothing. */
  readonly occasion: string
  readonly kind: JournalKind
  readonly currency: string
  /** The order whose money moves; absent when it is no order's, as in a payout. */
  readonly order?: OrderId
  /** The item whose money moves; absent when the money is the whole order's. */
  readonly item?: ItemId
  readonly at: Instant
  readonly lines: readonly Line[]
}

/**
 * Posts the journal of one occasion, once, without its zero lines. The same occasion with the same lines returns the
 * existing journal; with other lines it is refused. @throws RangeError if the journal does not balance. The database
 * checks the balance again when the transaction commits.
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
      orderId: journal.order ?? null,
      itemId: journal.item ?? null,
      at: journal.at,
    })
    .onConflictDoNothing()
    .returning({ id: ledgerJournals.id })
  if (!written) return findPosted(db, journal.occasion, payloadHash)

  await openAccounts(db, journal.currency, lines)
  await db.insert(ledgerEntries).values(
    lines.map(({ account, minor }, position) => ({
      tenantId: db.tenant,
      journalId: written.id,
      position,
      accountCode: accountRow(account).code,
      currency: journal.currency,
      minor,
    })),
  )
  return done(written.id)
}

async function findPosted(
  db: TenantDb,
  occasion: string,
  payloadHash: string,
): Promise<Outcome<JournalId, 'journal-conflict'>> {
  const [existing] = await db
    .select({ id: ledgerJournals.id, payloadHash: ledgerJournals.payloadHash })
    .from(ledgerJournals)
    .where(and(eq(ledgerJournals.tenantId, db.tenant), eq(ledgerJournals.occasion, occasion)))
  return existing?.payloadHash === payloadHash ? done(existing.id) : refused('journal-conflict')
}

async function openAccounts(db: TenantDb, currency: string, lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ account }) => ({
    tenantId: db.tenant,
    currency,
    ...accountRow(account),
  }))
  await db
    .insert(ledgerAccounts)
    .values(rows.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
    .onConflictDoNothing()
}

function hashOf({ kind, currency, order }: Journal, lines: readonly Line[]): string {
  const payload = {
    kind,
    currency,
    order: order ?? null,
    lines: lines.map(({ account, minor }) => [accountRow(account).code, minor]),
  }
  return createHash('sha256').update(canonical(payload)).digest('hex')
}
