import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeTerms, squeezedBy } from '#app/flows/govern-federation.server.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { readTermsHistory } from '#app/reads/federation-terms.server.ts'
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { MomentText, writePercent } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { ConsoleShell, Note, PageHead } from '#app/ui/shell.tsx'
import { termsAsked } from './fee.server.ts'
import { FLOOR_CURRENCIES, termsForm } from './forms.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, at } = await asAdmin(args)
  const { now, versions } = await readTermsHistory(at)
  return {
    title: t('provision:nav.fee'),
    saved: url.searchParams.has('saved'),
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
  if (!form.ok) return again(form.form)
  const asked = termsAsked(form.value, at)
  if (!asked) return again({ ...form.form, errors: { from: 'hours:not-a-date' } })
  const done = await changeTerms(asked, { by: { id: person.id, name: person.name }, at })
  if (done.ok) return redirect('/console/fee?saved', 303)
  if (done.refusal === 'terms-past') return refuse(form.form, 'from', done.refusal)
  const names = (await squeezedBy(asked.feeBp)).map(({ name }) => name).join(', ')
  return again({
    values: { ...form.form.values, squeezed: names },
    errors: { fee: `refusals:${done.refusal}` },
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Fee() {
  const { now, versions, floors, saved } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t, formatLocale } = useLanguage()
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} />
        {saved && !form ? <Note kind="ok">{t('provision:fee.saved')}</Note> : null}
        <PageHead
          title={t('provision:fee.head', { percent: writePercent(now.feeBp, formatLocale) })}
          lead={t('provision:fee.lead')}
        />
        {form?.values['squeezed'] ? (
          <Note kind="bad">{t('provision:fee.squeezed', { names: form.values['squeezed'] })}</Note>
        ) : null}
        <div className="duo">
          <form method="post">
            <div className="grid2">
              <TextField
                form={form}
                name="fee"
                label={t('provision:fee.fee')}
                hint={t('provision:fee.fee.hint')}
                value={String(now.feeBp / 100)}
                inputMode="decimal"
              />
              <TextField
                form={form}
                name="workers"
                label={t('provision:fee.workers')}
                hint={t('provision:fee.workers.hint')}
                value={String(now.workersFloorBp / 100)}
                inputMode="decimal"
              />
            </div>
            <fieldset className="floors">
              <legend>{t('provision:fee.floors')}</legend>
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
              label={t('provision:fee.from')}
              hint={t('provision:fee.from.hint')}
              optional
            />
            <TextArea
              form={form}
              name="reason"
              label={t('provision:fee.reason')}
              hint={t('provision:fee.reason.hint')}
              rows={3}
            />
            <SubmitButton>{t('provision:fee.do')}</SubmitButton>
          </form>
          <section>
            <h2>{t('provision:fee.versions')}</h2>
            <ol className="rows">
              {versions.map(({ version, feeBp, reason, from }) => (
                <li key={version}>
                  <b>
                    {t('provision:fee.version', {
                      version,
                      percent: writePercent(feeBp, formatLocale),
                    })}
                  </b>{' '}
                  {version === now.version ? (
                    <span className="tag ok">{t('provision:fee.now')}</span>
                  ) : null}
                  <p className="sm muted">
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
