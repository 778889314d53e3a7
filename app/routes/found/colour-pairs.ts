import { colourIn, previewLook } from '#tenants/branding/preview-look.ts'

/** Pairs of natural dyes that are traditionally woven together. */
export const COLOUR_PAIRS = [
  { key: 'indigo-saffron', colour: '#25358a', colour2: '#f2b13c' },
  { key: 'madder-walnut', colour: '#a4362a', colour2: '#6d4c35' },
  { key: 'olive-rose', colour: '#4e6b2a', colour2: '#d9488b' },
  { key: 'sea-coral', colour: '#0f5c6e', colour2: '#ee7b57' },
  { key: 'plum-gold', colour: '#5b2a6e', colour2: '#c99a2e' },
] as const

type Two = { readonly colour: string; readonly colour2: string }

/** Returns the chosen pair; none where a colour beside it was changed, because then the founders' own colours count. */
export function chosenPair(asked: Two & { readonly pair: string; readonly shown: string }) {
  const own = asked.shown !== '' && asked.shown !== shownAs(asked)
  return own ? undefined : COLOUR_PAIRS.find(({ key }) => key === asked.pair)
}

/** Writes two colours as the value by which a form knows which it showed. */
export const shownAs = ({ colour, colour2 }: Two) => `${colour} ${colour2}`.toLowerCase()

/** Returns the requested colours: one of the pairs, or the founders' own; the present ones where neither can be read. */
export function askedLook(asked: Readonly<Record<string, string>>, worn: Two) {
  const { colour: one = '', colour2: two = '', pair: key = '', shown = '' } = asked
  const pair = chosenPair({ colour: one, colour2: two, pair: key, shown })
  const { colour, colour2 } = pair ?? {
    colour: colourIn(asked['colour'] ?? null, worn.colour),
    colour2: colourIn(asked['colour2'] ?? null, worn.colour2),
  }
  const same = COLOUR_PAIRS.find((dye) => dye.colour === colour && dye.colour2 === colour2)
  return { pair: same?.key ?? 'own', tried: previewLook(colour, colour2) }
}
