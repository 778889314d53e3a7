import { isolated } from '#app/kernel/isolated.ts'

/** A co-op's address, shown beside its name. Two co-ops may have the same name, but not the same address. */
export function Slug({ slug }: { readonly slug: string }) {
  return (
    <bdi className="mono text-muted" dir="ltr">
      {slug}
    </bdi>
  )
}

/** Writes name and address as one text, each isolated, for a sentence or a choice in a list. */
export const nameAndSlug = ({ name, slug }: { readonly name: string; readonly slug: string }) =>
  `${isolated(name)} (${isolated(slug)})`
