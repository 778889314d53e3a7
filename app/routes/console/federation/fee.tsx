import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  findAffectedCoOps,
  changeTerms,
  termsRefusal,
} from '#app/flows/federation/change-terms.server.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { readTermsHistory } from '#app/reads/federation/federation-terms.server.ts'
import { invalidForm, readForm } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText, MoneyText, writePercent } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { changesOf, figuresOf, namesOf, problemOf, termsAsked } from './fee.server.ts'
import { FLOOR_CURRENCIES, termsForm } from './forms.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, at } = await asAdmin(args)
  const { now, versions } = await readTermsHistory(at)
  return {
    title: t('federation:nav.fee'),
    said: noticeIn(url, 'terms-saved'),
    now,
    versions,
    floors: FLOOR_CURRENCIES.map((currency) => ({
      currency,
      amount: toDecimal(money(BigInt(now.hourlyFloors[currency] ?? 0), currency)),
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, termsForm)
  if (!form.ok) return invalidForm(form.form)
  const asked = termsAsked(form.value, at)
  if (!asked) return invalidForm({ ...form.form, errors: { from: 'jobs:not-a-date' } })
  const refusal = termsRefusal(asked, at)
  if (refusal) return invalidForm({ ...form.form, errors: problemOf(refusal, asked) })
  const { overFeeLimit, belowFloor } = await findAffectedCoOps(asked)
  if (overFeeLimit.length > 0)
    return invalidForm({
      ...form.form,
      errors: { fee: `federation:fee.squeezed ${namesOf(overFeeLimit)}` },
    })
  const figures = figuresOf(asked, form.value.from)
  if (form.value.sure !== figures) {
    const { now: then } = await readTermsHistory(asked.from)
    const asks = {
      figures,
      changes: changesOf(then, asked),
      below: belowFloor.length,
      names: namesOf(belowFloor),
    }
    return data({ ...form.form, asks })
  }
  const done = await changeTerms(asked, { by: { id: person.id, name: person.name }, at })
  if (done.ok) return redirect(pathTo('/console/fee', saying('terms-saved')), 303)
  return invalidForm({ ...form.form, errors: problemOf(done.refusal, asked) })
}

/** The form whose values the box above it agrees to. */
const TERMS = 'terms'

type Asks = {
  /** The figures that the second press agrees to. Other figures are asked about again. */
  readonly figures: string
  readonly changes: ReturnType<typeof changesOf>
  readonly below: number
  readonly names: string
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function Fee() {
  const { now, versions, floors, said } = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly asks?: Asks }>()
  const { t, formatLocale } = useLanguage()
  const labels = {
    ...Object.fromEntries(
      floors.map(({ currency }) => [`floor-${currency}`, t('federation:fee.hour', { currency })]),
    ),
    fee: t('federation:fee.fee'),
    workers: t('federation:fee.workers'),
    from: t('federation:fee.from'),
    reason: t('federation:fee.reason'),
  }
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        {form?.asks ? <Sure asks={form.asks} /> : null}
        {said && !form ? <NoticeOf notice={said} /> : null}
        <PageHead
          title={t('federation:fee.head', { percent: writePercent(now.feeBp, formatLocale) })}
          lead={t('federation:fee.lead')}
        />
        <div className="duo">
          <form method="post" id={TERMS}>
            <div className="grid2">
              <TextField
                form={form}
                name="fee"
                label={labels.fee}
                hint={t('federation:fee.fee.hint')}
                value={String(now.feeBp / 100)}
                inputMode="decimal"
              />
              <TextField
                form={form}
                name="workers"
                label={labels.workers}
                hint={t('federation:fee.workers.hint')}
                value={String(now.workersFloorBp / 100)}
                inputMode="decimal"
              />
            </div>
            <fieldset>
              <legend className="mb-4">{t('federation:fee.floors')}</legend>
              <div className="grid2">
                {floors.map(({ currency, amount }) => (
                  <TextField
                    key={currency}
                    form={form}
                    name={`floor-${currency}`}
                    label={currency}
                    value={amount}
                    inputMode="decimal"
                  />
                ))}
              </div>
            </fieldset>
            <TextField
              form={form}
              name="from"
              type="date"
              label={labels.from}
              hint={t('federation:fee.from.hint')}
              optional
            />
            <TextArea
              form={form}
              name="reason"
              label={labels.reason}
              hint={t('federation:fee.reason.hint')}
              rows={3}
            />
            {form?.asks ? (
              <button className="ghost">{t('federation:fee.do')}</button>
            ) : (
              <SubmitButton>{t('federation:fee.do')}</SubmitButton>
            )}
          </form>
          <section>
            <h2 className="mb-3 text-xl">{t('federation:fee.versions')}</h2>
            <ol className="rows">
              {versions.map(({ version, feeBp, workersFloorBp, hourlyFloors, reason, from }) => (
                <li key={version}>
                  <b>
                    {t('federation:fee.version', {
                      version,
                      percent: writePercent(feeBp, formatLocale),
                    })}
                  </b>{' '}
                  {version === now.version ? (
                    <span className="tag ok text-sm max-sm:whitespace-normal">
                      {t('federation:fee.now')}
                    </span>
                  ) : null}
                  <p className="text-sm">
                    {t('federation:fee.version.workers', {
                      percent: writePercent(workersFloorBp, formatLocale),
                    })}
                    {'; '}
                    {t('federation:fee.floors')}
                    {': '}
                    {hourlyFloors.map(([currency, minor], index) => (
                      <span key={currency}>
                        {index > 0 ? ', ' : null}
                        <MoneyText minor={BigInt(minor)} currency={currency} />
                      </span>
                    ))}
                  </p>
                  <p className="text-sm text-muted">
                    <MomentText at={from} style="date" timeZone="UTC" /> · <bdi>{reason}</bdi>
                  </p>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </main>
    </ConsoleShell>
  )
}

/** What would change and which co-ops it affects, shown first on the page, before it is saved. */
function Sure({ asks }: { readonly asks: Asks }) {
  const { t, formatLocale } = useLanguage()
  return (
    <div className="note" role="status">
      <p>
        <b>{t('federation:fee.sure')}</b>
      </p>
      <ul>
        {asks.changes.length === 0 ? <li>{t('federation:fee.same')}</li> : null}
        {asks.changes.map(({ what, currency, before, after }) => {
          const write = (value: number) =>
            currency
              ? writeMoney({ minor: BigInt(value), currency }, formatLocale)
              : writePercent(value, formatLocale)
          return (
            <li key={what + currency}>
              {t('federation:fee.change', {
                what:
                  what === 'hour'
                    ? t('federation:fee.hour', { currency })
                    : t(`federation:fee.${what}`),
                before: write(before),
                after: write(after),
              })}
            </li>
          )
        })}
      </ul>
      <p>
        {asks.below > 0
          ? t('federation:fee.below', { count: asks.below, names: asks.names })
          : t('federation:fee.below.none')}
      </p>
      <p>{t('federation:fee.letters')}</p>
      <button className="btn" form={TERMS} name="sure" value={asks.figures}>
        {t('federation:fee.yes')}
      </button>
    </div>
  )
}
