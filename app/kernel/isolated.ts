/** A text that somebody wrote, inside a sentence that may run the other way. */
export const isolated = (text: string) => `\u2068${text}\u2069`

/** The same text without those marks, for a file: there each text stands in a cell of its own. */
export const plainText = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '')
