/** The kinds of journals in a co-op's books. A new one also needs its words, which pages show. */
export const JOURNAL_KINDS = ['captured', 'settled', 'cancelled', 'refunded', 'returned'] as const
export type JournalKind = (typeof JOURNAL_KINDS)[number]
