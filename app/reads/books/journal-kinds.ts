/** The kinds of journals in a co-op's books. */
export const JOURNAL_KINDS = ['captured', 'settled', 'cancelled', 'refunded', 'returned'] as const
