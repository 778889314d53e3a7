/** Reads a form body into its fields as they were sent: `line_items[0][quantity]` stays one name. */
export function readForm(body: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body))
}
