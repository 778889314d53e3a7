/** Reads a form body into its fields by their names as sent: `line_items[0][quantity]` stays one name. */
export function readForm(body: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body))
}
