import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Amendment, Charter, ClauseKey } from '#app/domains/charter/charter.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { formatLocale } from '#app/kernel/locale.ts'
import { toDecimal, money } from '#app/kernel/money.ts'
import { readCharterPage } from '#app/reads/charter/charter-page.server.ts'
import { readFloors } from '#app/reads/federation/federation-terms.server.ts'
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import {
  ErrorSummary,
  type FormState,
  RadioRows,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { useClauseWords } from '#app/views/charter/clause.tsx'
import { withLimit } from '#app/views/charter/clause-limit.server.ts'
import { schemaFor } from './decision-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = await asMember(args)
  const page = await readCharterPage(tenant, null)
  if (!page) throw notFound()
  return { title: t('decisions:new'), charter: page.charter }
}

const CLAUSE = ['split', 'floor', 'cancellation', 'none'] as const
const FIELDS = { split: 'workers', floor: 'hourly', cancellation: 'hours' } as const

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, locale, at } = await asMember(args)
  const form = await readForm(args.request, schemaFor(tenant.currency))
  if (!form.ok) return again(form.form)
  const { value } = form
  const amendment: Amendment | null =
    value.clause === 'split'
      ? { clause: 'split', terms: { workersBp: value.workers } }
      : value.clause === 'floor'
        ? { clause: 'floor', terms: { hourlyMinor: Number(value.hourly) } }
        : value.clause === 'cancellation'
          ? { clause: 'cancellation', terms: { freeHours: value.hours, keptBp: value.kept } }
          : null
  const raised = await raiseProposal(tenant, {
    member,
    title: value.title,
    body: value.body,
    amendment,
    secret: value.secret === 'yes',
    at,
  })
  if (raised.ok)
    return redirect(pathTo('/office/decisions/:number', { number: raised.value.number }), 303)
  const { clause } = value
  if (clause === 'none') return refuse(form.form, 'title', raised.refusal)
  const { currency, country } = tenant
  const floors = await readFloors(currency, at)
  const reader = { floors, currency, locale: formatLocale(locale, country) }
  return refuse(form.form, FIELDS[clause], withLimit(raised.refusal, { ...reader, clause }))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function NewDecision() {
  const { charter } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const labels = {
    title: t('decisions:new.title'),
    body: t('decisions:why'),
    clause: t('decisions:new.clause'),
    workers: t('decisions:new.split'),
    hourly: t('decisions:new.floor'),
    hours: t('decisions:new.hours'),
    kept: t('decisions:new.kept'),
  }
  const clause = (key: (typeof CLAUSE)[number]) =>
    key === 'none' ? t('decisions:new.none') : t(`charter:${key}`)
  return (
    <OfficeShell page="plain">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <PageHead title={t('decisions:new.head')} lead={t('decisions:lead')} />
        <form method="post" className="by-clause">
          <TextField form={form} name="title" label={labels.title} />
          <TextArea form={form} name="body" label={labels.body} optional />
          <RadioRows
            form={form}
            name="clause"
            label={labels.clause}
            value="split"
            options={CLAUSE.map((value) => ({ value, label: clause(value) }))}
          />
          <div className="for-split">
            <Now clause="split" charter={charter} />
            <TextField
              form={form}
              name="workers"
              label={labels.workers}
              value={String(charter.split.workersBp / 100)}
              inputMode="decimal"
              optional="quietly"
            />
          </div>
          <div className="for-floor">
            <Now clause="floor" charter={charter} />
            <TextField
              form={form}
              name="hourly"
              label={labels.hourly}
              value={toDecimal(money(BigInt(charter.floor.hourlyMinor), currency))}
              inputMode="decimal"
              optional="quietly"
            />
          </div>
          <div className="for-cancellation">
            <Now clause="cancellation" charter={charter} />
            <TextField
              form={form}
              name="hours"
              label={labels.hours}
              value={String(charter.cancellation.freeHours)}
              inputMode="numeric"
              optional="quietly"
            />
            <TextField
              form={form}
              name="kept"
              label={labels.kept}
              value={String(charter.cancellation.keptBp / 100)}
              inputMode="decimal"
              optional="quietly"
            />
          </div>
          <label className="pick">
            <input
              type="checkbox"
              name="secret"
              value="yes"
              defaultChecked={form?.values['secret'] === 'yes'}
              aria-describedby="secret-hint"
            />
            <b>{t('decisions:new.secret')}</b>
          </label>
          <p className="hint" id="secret-hint">
            {t('decisions:new.secret.hint')}
          </p>
          <p className="row-acts">
            <SubmitButton>{t('decisions:new.raise')}</SubmitButton>
          </p>
        </form>
      </main>
    </OfficeShell>
  )
}

/** What a clause says today, beside the value that is proposed for it. */
function Now({ clause, charter }: { readonly clause: ClauseKey; readonly charter: Charter }) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <div className="now">
      <p className="sm muted">{t('decisions:new.now')}</p>
      <blockquote>{words(clause, charter[clause])}</blockquote>
    </div>
  )
}
