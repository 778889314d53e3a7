import type { CSSProperties } from 'react'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'

/** A progress bar in the form of a pattern: the woven part is the part that is done. */
export function BuildProgress({
  look,
  done,
  of,
}: {
  readonly look: string
  readonly done: number
  readonly of: number
}) {
  const { t } = useLanguage()
  const part = of === 0 ? 0 : Math.round((done / of) * 100)
  return (
    <div
      className="loom"
      role="progressbar"
      aria-valuenow={part}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={t('founding:loom', { done, of })}
      style={{ '--done': `${part}%` } as CSSProperties}
    >
      <Cloth look={look} width={1180} height={150} className="woven" />
    </div>
  )
}
