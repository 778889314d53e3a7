/** A promised piece of work: it parses what it was promised with and calls one flow. Safe to run twice. */
export type Task = (payload: unknown) => Promise<void>

/** Every task of the queue by the name it is promised under. */
export const tasks: Readonly<Record<string, Task>> = {}
