import { isolated } from '#app/kernel/isolated.ts'

/** A co-op's address beside its name: two may bear one name, and none another's address. */
export function Slug({ slug }: { readonly slug: string }) {
  return (
    <bdi className="mono sm muted" dir="ltr">
      {slug}
    </bdi>
  )
}

/** The same in one text, each part in its own direction: for a sentence, or a choice in a list. */
export const nameAndSlug = ({ name, slug }: { readonly name: string; readonly slug: string }) =>
  `${isolated(name)} (${isolated(slug)})`
