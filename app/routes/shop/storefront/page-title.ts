type Named = { readonly name: string; readonly tagline: string; readonly trade: string }

/** The length that a tab and a search result show. */
const LONGEST = 70

/** Returns a storefront's title: the name with the tagline, or with the trade if the tagline is too long, or alone. */
export function storefrontTitle({ name, tagline, trade }: Named): string {
  const after = [tagline, tagline && trade].find(
    (words) => words && `${name}: ${words}`.length <= LONGEST,
  )
  return after ? `${name}: ${after}` : name
}
