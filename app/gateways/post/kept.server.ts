import type { Post } from '../post.ts'

/** Sends nothing: with no carrier configured, the outbox itself is the mailbox, which a page shows. */
export const keptPost: Post = { kind: 'kept', send: async () => {} }
