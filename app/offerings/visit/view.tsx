import { MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { useHours } from '#app/views/offerings/hours.tsx'
import type { KindView } from '../view.ts'
import { VisitDetailFields, useVisitDetailLabels } from './detail-fields.tsx'
import { useVisitListingLabels, VisitListingFields } from './listing-fields.tsx'
import { QuoteFields, type QuoteFieldsData, useQuoteLabels } from './quote-fields.tsx'
import type { WorkState, WorkStep } from './steps.ts'
import { type ShownTimes, Times } from './times.tsx'
import type { VisitFields } from './visit.ts'

type ChoosingProps = QuoteFieldsData & ShownTimes

/** Visits on the pages of every kind. */
export const view: KindView = {
  useTakes: () => {
    const { t } = useLanguage()
    const hours = useHours()
    return ({ minutes, workers }) => t('visit:stay', { count: workers, time: hours(minutes) })
  },
  Offered,
  Choosing: ({ shown, form, when, closed }) => (
    <>
      <QuoteFields form={form} {...(shown as ChoosingProps)} />
      {closed ? null : (
        <Times {...(shown as ChoosingProps)} chosen={when} error={form.errors['slot']} holds />
      )}
      {/* The field follows the buttons that show other days, because the first value of `from` counts. */}
      <input type="hidden" name="from" value={(shown as ChoosingProps).from} />
    </>
  ),
  useChoosingLabels: (shown) => useQuoteLabels(shown as ChoosingProps),
  Details: VisitDetailFields,
  useDetailLabels: useVisitDetailLabels,
  ListingFields: VisitListingFields,
  useListingLabels: useVisitListingLabels,
  Times: ({ shown, error }) => <Times {...(shown as ShownTimes)} chosen="" error={error} />,
  useWorkWords: () => {
    const { t } = useLanguage()
    return {
      state: (state) => t(`visit:work.${state as WorkState}`),
      step: (step) => t(`visit:step.${step as WorkStep}`),
      opens: (step, when) => t(`visit:opens.${step as TimedStep}`, { when }),
      waits: t('visit:work.waits'),
    }
  },
  StepFields: null,
  Job: null,
  Ordered: null,
}

type TimedStep = Exclude<WorkStep, 'accept'>

/** Shows the tiers and the extras of a visit. */
function Offered({ fields }: { readonly fields: unknown }) {
  const { currency } = useCoOp()
  const { tiers, extras } = fields as VisitFields
  return (
    <ul className="rows">
      {tiers.map((tier) => (
        <li key={tier.key} dir="auto">
          <b>{tier.label}</b> <span className="text-muted">{tier.about}</span>
        </li>
      ))}
      {extras.map((extra) => (
        <li key={extra.key} className="line">
          <bdi>{extra.label}</bdi>
          <MoneyText minor={extra.minor} currency={currency} />
        </li>
      ))}
    </ul>
  )
}
