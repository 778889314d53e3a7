/** The sentences that pages and letters of all kinds say in the words of the kind that they speak of. */
export type KindSentence = 'order.paid'

/** A kind's area of the catalogues in one language: these sentences beside those of its own pages. */
export type KindArea = Readonly<Record<KindSentence, string>>
