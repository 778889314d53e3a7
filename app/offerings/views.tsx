import type { KindView } from './view.ts'

const files = import.meta.glob<KindView>('./*/view.tsx', { eager: true, import: 'view' })

/** How the kind of this name shows itself. @throws Error if there is none. */
export function viewOf(kind: string): KindView {
  const view = files[`./${kind}/view.tsx`]
  if (!view) throw new Error(`There is no kind of offering that is called ${kind}.`)
  return view
}

type Quoted = { readonly kind: string; readonly workers: number; readonly lasts: number | null }

/** The same in a sentence; nothing where it takes no time of the customer's. */
export function useTakes({ kind, workers, lasts }: Quoted): string {
  const takes = viewOf(kind).useTakes()
  return lasts === null ? '' : takes({ workers, minutes: lasts })
}

type Offer = { readonly kind: string; readonly minutes: number; readonly workers: number }

/** How long an offer takes and who comes, in its kind's words. */
export function Takes({ kind, ...takes }: Offer) {
  return <>{viewOf(kind).useTakes()(takes)}</>
}
