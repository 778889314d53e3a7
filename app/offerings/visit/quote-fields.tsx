import { isolated } from '#app/kernel/isolated.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { type FormState, TextField, useSentence } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'

/** What there is to choose, each with what it costs. */
export type QuoteShown = {
  readonly chosen: { readonly tier: string; readonly extras: readonly string[] }
  /** Each with its price and its minutes, as the chosen tier has them. */
  readonly counters: readonly {
    readonly key: string
    readonly label: string
    readonly max: number
    readonly minutes: number
    readonly minor: bigint
  }[]
  /** Each with what the whole visit would cost. */
  readonly tiers: readonly {
    readonly key: string
    readonly label: string
    readonly about: string
    readonly total: bigint
  }[]
  readonly extras: readonly {
    readonly key: string
    readonly label: string
    readonly minutes: number
    readonly minor: number
  }[]
}

type Props = QuoteShown & { readonly form: FormState }

/** What each field is called that a visit is chosen with; what is counted goes by the co-op's own name for it. */
export function useQuoteLabels({ counters }: Pick<QuoteShown, 'counters'>) {
  const { t } = useLanguage()
  return {
    ...Object.fromEntries(counters.map(({ key, label }) => [`n.${key}`, isolated(label)])),
    tier: t('visit:how-thorough'),
    x: t('visit:added'),
    tip: t('orders:tip'),
    slot: t('orders:when'),
  }
}

/** What a customer chooses of a visit, each with what it costs. */
export function QuoteFields(props: Props) {
  return (
    <>
      <Counters {...props} />
      <Tiers {...props} />
      <Extras {...props} />
    </>
  )
}

function Counters({ form, counters }: Props) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const sentence = useSentence()
  if (counters.length === 0) return null
  return (
    <fieldset>
      <legend>
        <h2>{t('visit:how-much')}</h2>
      </legend>
      {counters.map(({ key, label, minutes, minor }) => {
        const name = `n.${key}`
        const error = form.errors[name]
        return (
          <div className={error ? 'ctr field bad' : 'ctr'} key={key}>
            <label htmlFor={name}>
              <bdi>{label}</bdi>
              <span className="hint">
                {t('visit:each', { minutes })} <MoneyText minor={minor} currency={currency} />
              </span>
              {error ? (
                <span className="err" id={`${name}-error`}>
                  {sentence(error)}
                </span>
              ) : null}
            </label>
            <div className="step">
              <button
                className="ghost"
                name="less"
                value={key}
                aria-label={t('visit:less', { what: label })}
              >
                −
              </button>
              <input
                id={name}
                name={name}
                type="text"
                inputMode="numeric"
                defaultValue={form.values[name]}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${name}-error` : undefined}
              />
              <button
                className="ghost"
                name="more"
                value={key}
                aria-label={t('visit:more', { what: label })}
              >
                +
              </button>
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}

function Tiers({ form, chosen, tiers }: Props) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  // One tier that says nothing of itself is no choice.
  if (tiers.length === 1 && tiers[0]?.about === '') return null
  return (
    <fieldset id="tier" className={form.errors['tier'] ? 'field bad' : undefined}>
      <legend>
        <h2>{t('visit:how-thorough')}</h2>
      </legend>
      <Wrong form={form} name="tier" />
      <div className="tiers">
        {tiers.map((tier) => (
          <label className="tier" key={tier.key}>
            <input
              type="radio"
              name="tier"
              value={tier.key}
              defaultChecked={chosen.tier === tier.key}
            />
            <bdi className="n">{tier.label}</bdi>
            <bdi className="x text-muted">{tier.about}</bdi>
            <b>
              <MoneyText minor={tier.total} currency={currency} />
            </b>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Extras({ form, chosen, extras }: Props) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  return (
    <fieldset id="x" className={form.errors['x'] ? 'field bad' : undefined}>
      <legend>
        <h2>{t('visit:added')}</h2>
      </legend>
      <Wrong form={form} name="x" />
      <div className="exs">
        {extras.map((extra) => (
          <label className="ex" key={extra.key}>
            <input
              type="checkbox"
              name="x"
              value={extra.key}
              defaultChecked={chosen.extras.includes(extra.key)}
            />
            <span>
              <bdi>{extra.label}</bdi>
              <span className="hint">{t('visit:adds', { minutes: extra.minutes })}</span>
            </span>
            <MoneyText minor={extra.minor} currency={currency} />
          </label>
        ))}
      </div>
      <TextField
        form={form}
        name="tip"
        label={t('orders:tip')}
        hint={t('visit:tip.hint')}
        inputMode="decimal"
        optional
        ltr
      />
    </fieldset>
  )
}

function Wrong({ form, name }: { readonly form: FormState; readonly name: string }) {
  const sentence = useSentence()
  const error = form.errors[name]
  return error ? <p className="err">{sentence(error)}</p> : null
}
