import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Charter, ClauseKey } from '#app/domains/charter/clauses.ts'
import { isRightsRefusal } from '#app/domains/members/may.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { formatLocale } from '#app/kernel/locale.ts'
import { readCharterPage } from '#app/reads/charter/charter-page.server.ts'
import { readFloors } from '#app/reads/federation/federation-terms.server.ts'
import { fieldErrorOf } from '#app/views/charter/clause-form.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { RadioRows } from '#app/ui/radio-rows.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { TermFields, useTermLabels } from '#app/views/charter/term-fields.tsx'
import { useClauseWords } from '#app/views/charter/clause.tsx'
import { amendableClauses, schemaFor } from './decision-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = await asMember(args)
  const page = await readCharterPage(tenant, null)
  if (!page) throw notFound()
  return { title: t('decisions:new'), charter: page.charter, clauses: amendableClauses() }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, locale, at } = await asMember(args)
  const form = await readForm(args.request, schemaFor(tenant.currency))
  if (!form.ok) return invalidForm(form.form)
  const { title, body, secret, amendment } = form.value
  const raised = await raiseProposal(tenant, {
    member,
    title,
    body,
    amendment,
    secret: secret === 'yes',
    at,
  })
  if (raised.ok)
    return redirect(pathTo('/office/decisions/:number', { number: raised.value.number }), 303)
  if (isRightsRefusal(raised.refusal)) return refuse(form.form, 'form', raised.refusal)
  if (!amendment) throw new Error(`A proposal without an amendment was refused: ${raised.refusal}`)
  const { currency, country } = tenant
  const floors = await readFloors(currency, at)
  const reader = { currency, locale: formatLocale(locale, country) }
  const { field, refusal } = fieldErrorOf(raised.refusal, { amendment, floors, ...reader })
  return refuse(form.form, field, refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function NewDecision() {
  const { charter, clauses } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const labels = {
    title: t('decisions:new.title'),
    body: t('decisions:why'),
    clause: t('decisions:new.clause'),
    ...useTermLabels(),
  }
  const options = [
    ...clauses.map((value) => ({ value, label: t(`charter:${value}`) })),
    { value: 'none', label: t('decisions:new.none') },
  ]
  return (
    <OfficeShell>
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
            value={options[0]?.value}
            options={options}
          />
          {clauses.map((clause) => (
            <div key={clause} className={`terms for-${clause}`}>
              <Now clause={clause} charter={charter} />
              <TermFields {...{ clause, charter, currency, form }} optional="quietly" />
            </div>
          ))}
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

/** The current words of a clause, beside the proposed value. */
function Now({ clause, charter }: { readonly clause: ClauseKey; readonly charter: Charter }) {
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <div className="mb-4 border-s-4 border-line-strong ps-4">
      <p className="text-sm text-muted">{t('decisions:new.now')}</p>
      <blockquote>{words(clause, charter[clause])}</blockquote>
    </div>
  )
}
