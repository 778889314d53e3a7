import { isolated } from '#app/kernel/isolated.ts'
import { MoneyText } from '#app/ui/figures.tsx'
import { type FormState, TextField, useSentence } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { FieldGroup } from './field-group.tsx'

/** Everything that can be chosen, with its price. */
export type QuoteFieldsData = {
  readonly chosen: { readonly tier: string; readonly extras: readonly string[] }
  /** The counters, each with its price and its minutes in the chosen tier. */
  readonly counters: readonly {
    readonly key: string
    readonly label: string
    readonly max: number
    readonly minutes: number
    readonly minor: bigint
  }[]
  /** The tiers, each with the price of the whole visit. */
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

type Props = QuoteFieldsData & { readonly form: FormState }

/** Returns the labels of the fields with which a visit is chosen. A counter has the co-op's own name. */
export function useQuoteLabels({ counters }: Pick<QuoteFieldsData, 'counters'>) {
  const { t } = useLanguage()
  return {
    ...Object.fromEntries(counters.map(({ key, label }) => [`n.${key}`, isolated(label)])),
    tier: t('visit:how-thorough'),
    x: t('visit:added'),
    tip: t('orders:tip'),
    slot: t('orders:when'),
  }
}

/** The fields with which a customer chooses a visit, each with its price. */
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
    <FieldGroup title={t('visit:how-much')}>
      {counters.map(({ key, label, minutes, minor }) => {
        const name = `n.${key}`
        const error = form.errors[name]
        return (
          <div
            className={`flex items-center justify-between gap-4 border-b border-line py-3 ${error ? 'field bad' : ''}`}
            key={key}
          >
            <label className="text-lg/body" htmlFor={name}>
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
            <div className="flex">
              <button
                className="ghost w-12 rounded-e-none p-0 text-xl font-normal"
                name="less"
                value={key}
                aria-label={t('visit:less', { what: label })}
              >
                −
              </button>
              <input
                className="w-14 rounded-none border-x-0 text-center text-lg/[1.4] font-semibold"
                id={name}
                name={name}
                type="text"
                inputMode="numeric"
                defaultValue={form.values[name]}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${name}-error` : undefined}
              />
              <button
                className="ghost w-12 rounded-s-none p-0 text-xl font-normal"
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
    </FieldGroup>
  )
}

function Tiers({ form, chosen, tiers }: Props) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  // A single tier without a description is no choice.
  if (tiers.length === 1 && tiers[0]?.about === '') return null
  return (
    <FieldGroup id="tier" title={t('visit:how-thorough')} error={form.errors['tier']}>
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        {tiers.map((tier) => (
          <label
            className="choice grid cursor-pointer grid-rows-[auto_auto_1fr_auto] gap-1 rounded border-[1.5px] border-line-strong p-4 leading-[1.4] font-normal has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_5px_0_var(--color-saffron)] max-sm:grid-cols-[auto_1fr_auto] max-sm:grid-rows-[auto] max-sm:items-center max-sm:gap-x-3"
            key={tier.key}
          >
            <input
              className="mb-3 max-sm:row-[1/3] max-sm:mb-0"
              type="radio"
              name="tier"
              value={tier.key}
              defaultChecked={chosen.tier === tier.key}
            />
            <bdi className="text-xl font-semibold tracking-tight max-sm:col-[2]">{tier.label}</bdi>
            <bdi className="text-sm text-muted max-sm:col-[2/4]">{tier.about}</bdi>
            <b className="mt-2 text-lg/[1.4] max-sm:col-[3] max-sm:row-[1] max-sm:mt-0">
              <MoneyText minor={tier.total} currency={currency} />
            </b>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

function Extras({ form, chosen, extras }: Props) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  return (
    <FieldGroup id="x" title={t('visit:added')} error={form.errors['x']}>
      <div className="grid grid-cols-2 gap-x-8 max-sm:grid-cols-1 [&+.field]:mt-6 [&+.field]:mb-0">
        {extras.map((extra) => (
          <label
            className="choice grid cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-3 border-b border-line py-3 leading-[1.35]"
            key={extra.key}
          >
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
    </FieldGroup>
  )
}
