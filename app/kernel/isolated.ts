/** Isolates a text that a person wrote, because the sentence around it may run in the other direction. */
export const isolated = (text: string) => `\u2068${text}\u2069`

/** Removes the isolation marks from a text. A file needs none, because each text has a cell of its own. */
export const plainText = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')
