type Named = { readonly name: string; readonly tagline: string; readonly trade: string }

/** About what a tab and a line of search results show. */
const LONGEST = 70

/** A storefront's title: its name with its line, with its trade where the line is too long for a title, or alone. */
export function storefrontTitle({ name, tagline, trade }: Named): string {
  const after = [tagline, tagline && trade].find(
    (words) => words && `${name}: ${words}`.length <= LONGEST,
  )
  return after ? `${name}: ${after}` : name
}
