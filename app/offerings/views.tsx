import type { KindView } from './view.ts'

const files = import.meta.glob<KindView>('./*/view.tsx', { eager: true, import: 'view' })
const views = new Map(Object.entries(files).map(([file, view]) => [file.split('/')[1], view]))

/** Adds a view while the process runs: for a test that brings its own kind. */
export function registerView(kind: string, view: KindView): void {
  views.set(kind, view)
}

/** How the kind of this name shows itself. @throws Error if there is none. */
export function viewOf(kind: string): KindView {
  const view = views.get(kind)
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
