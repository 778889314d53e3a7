import { writeMoney } from '#app/kernel/write-money.ts'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

type CancellingProps = {
  /** Whether the order waits for its payment. */
  readonly unpaid: boolean
  readonly cancelling: {
    readonly returned: bigint
    readonly retained: bigint
    readonly freeUntil: string | null
  }
  /** The item that is cancelled alone. It is left out when the whole order is cancelled. */
  readonly id?: string
  readonly title?: string
}

/** The amount that cancelling would refund now, and the button that cancels. */
export function Cancelling({ unpaid, cancelling, id, title }: CancellingProps) {
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone } = useCoOp()
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  const until = cancelling.freeUntil
    ? writeMoment(cancelling.freeUntil, 'full', { locale: formatLocale, timeZone })
    : ''
  const costs = { returned: amount(cancelling.returned), kept: amount(cancelling.retained), until }
  const paid = cancelling.retained > 0n ? 'orders:cancel.late' : 'orders:cancel.free'
  return (
    <details>
      <summary>
        <Named title={title ?? null} />
        {t('orders:cancel')}
      </summary>
      <p>{t(unpaid ? 'orders:cancel.unpaid' : paid, costs)}</p>
      <form method="post">
        {id ? <input type="hidden" name="item" value={id} /> : null}
        <button className="danger" name="act" value="cancel">
          {t('orders:cancel.yes')}
        </button>
      </form>
    </details>
  )
}

/** The title of an item, before what is said of it. It is left out when the order has one item. */
export function Named({ title }: { readonly title: string | null }) {
  return title === null ? null : (
    <>
      <bdi>{title}</bdi>
      {' · '}
    </>
  )
}
