import { isolated } from '#app/kernel/isolated.ts'
import { Slug } from './co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note } from '#app/ui/shell.tsx'

/** A notice that co-ops of this name exist already, with their addresses; nothing when there is none. */
export function SimilarNames({
  name,
  slugs,
  large = false,
}: {
  readonly name: string
  readonly slugs: readonly string[]
  /** Whether the addresses are large, where one of them may be chosen. */
  readonly large?: boolean
}) {
  const { t } = useLanguage()
  if (slugs.length === 0) return null
  return (
    <Note>
      <p>{t('founding:namesakes', { name: isolated(name) })}</p>
      <p>
        {slugs.map((slug) => (
          <span key={slug} className={large ? '[&>bdi]:text-md [&>bdi]:font-semibold' : undefined}>
            <Slug slug={slug} />{' '}
          </span>
        ))}
      </p>
    </Note>
  )
}
