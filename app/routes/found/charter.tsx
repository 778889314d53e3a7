import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clauseKeys, fieldsOf } from '#app/domains/charter/charter.ts'
import type { ClauseKey } from '#app/domains/charter/clauses.ts'
import { saveDraft, submitDraft } from '#app/flows/founding/draft-co-op.server.ts'
import type { DraftData } from '#app/domains/founding/draft.ts'
import { invalidForm, readFormData, readFields } from '#app/request/form.server.ts'
import { type SiteRequest, visitor } from '#app/request/guards.server.ts'
import { EnterSubmits, ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow } from '#app/ui/marks.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { writeMoney } from '#app/kernel/write-money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { splitPartsOf } from '#app/views/books/split-parts.ts'
import { TermFields, useTermLabels } from '#app/views/charter/term-fields.tsx'
import { useClauseWords } from '#app/views/charter/clause.tsx'
import { charterOf, hundred, typedSplit, whyNot, withTerms } from './charter.server.ts'
import { asFounderWithDraft, countryOf } from './draft.server.ts'
import { charterForm } from './forms.server.ts'
import { FoundingSteps } from './steps.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const founding = await asFounderWithDraft(args)
  const { t, url, data, draft, at } = founding
  const { currency } = countryOf(data)
  const charter = charterOf(data)
  const tried = url.searchParams.has('workers') ? await judged(url.searchParams, founding) : null
  return {
    title: t('founding:step.charter'),
    currency,
    charter,
    name: data.name,
    failure: draft.failure,
    tried: tried && tried.form,
    shared: tried?.form.shared ?? (await hundred(charter.split.workersBp, currency, at)),
  }
}

type Shared = Awaited<ReturnType<typeof hundred>>
type Drawn = FormState & { readonly shared: Shared | undefined }
type CharterQuery = Pick<SiteRequest, 'at' | 'locale'> & { readonly data: DraftData }

/** Returns the preview of the typed terms: the draft that they make, or their errors by field. */
async function judged(
  fields: FormData | URLSearchParams,
  { data, at, locale }: CharterQuery,
): Promise<{ readonly form: Drawn; readonly filled?: DraftData }> {
  const { currency } = countryOf(data)
  const form = readFields(fields, charterForm(currency))
  const split = typedSplit(form.form)
  const shared = split === undefined ? undefined : await hundred(split, currency, at)
  if (!form.ok) return { form: { ...form.form, shared } }
  const filled = withTerms(data, form.value)
  const wrong = await whyNot(filled, { locale, at })
  if (!wrong) return { form: { ...form.form, shared }, filled }
  const errors = { [wrong.field]: `refusals:${wrong.refusal}` }
  return { form: { ...form.form, errors, shared } }
}

export async function action(args: ActionFunctionArgs) {
  const founding = await asFounderWithDraft(args)
  const { draft, at } = founding
  const { person } = await visitor(args)
  if (!person || draft.personId !== person.id) return redirect(pathTo('/start/people'), 303)
  const { form, filled } = await judged(await readFormData(args.request), founding)
  if (!filled) return invalidForm(form)
  await saveDraft(draft.id, { data: filled, at })
  await submitDraft(draft.id, at)
  return redirect(pathTo('/start/building'), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function CharterStep() {
  const { charter, currency, failure, name, tried, shared } = useLoaderData<typeof loader>()
  const refused = useActionData<Drawn>()
  const form = refused ?? tried ?? undefined
  const { t } = useLanguage()
  const words = useClauseWords(currency)
  const labels = useTermLabels()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        {failure && !form ? (
          <div className="note bad" role="alert">
            <p>{t(`refusals:${failure}`)}</p>
            {failure.startsWith('slug') ? (
              <p>
                <a className="link" href={pathTo('/start/name')}>
                  {t('founding:step.name')} <Arrow />
                </a>
              </p>
            ) : null}
          </div>
        ) : null}
        <FoundingSteps now="charter" />
        <PageHead title={t('founding:charter.head')} lead={t('founding:charter.lead')} />
        <div className="duo">
          <form method="post">
            <EnterSubmits />
            <ol className="rows">
              {clauseKeys().map((clause) => (
                <li key={clause} className="grid gap-3 [&_.field]:mb-2 [&_.field]:max-w-96">
                  <h2 className="mb-2 text-xl">{t(`charter:${clause}`)}</h2>
                  <p>{words(clause, charter[clause])}</p>
                  <Terms clause={clause} form={form} />
                </li>
              ))}
            </ol>
            <p className="row-acts">
              <button className="ghost" formMethod="get" formNoValidate>
                {t('founding:try')}
              </button>
              <SubmitButton>{t('founding:build', { name })}</SubmitButton>
              <a className="link" href={pathTo('/start/people')}>
                {t('common:back')}
              </a>
            </p>
          </form>
          <Hundred shared={refused?.shared ?? shared} />
        </div>
      </main>
    </Shell>
  )
}

/** The numbers of a clause that founders change most often. The others change by vote, like these. */
function Terms({
  clause,
  form,
}: {
  readonly clause: ClauseKey
  readonly form: FormState | undefined
}) {
  const { charter, currency } = useLoaderData<typeof loader>()
  const fields = <TermFields {...{ clause, charter, currency, form }} />
  return fieldsOf(clause).length > 1 ? <div className="grid2">{fields}</div> : fields
}

/** Shows the split of a hundred units of the customers' currency. */
function Hundred({ shared }: { readonly shared: Shared }) {
  const { currency } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const amount = (minor: bigint | number) => writeMoney({ minor, currency }, formatLocale)
  const splitParts = splitPartsOf(shared, t, t('storefront:who.workers'))
  return (
    <aside className="sticky top-6 grid gap-4 rounded border-[1.5px] border-line-strong p-6 max-lg:static">
      <h2 className="text-xl">{t('founding:hundred', { amount: amount(10_000) })}</h2>
      <SplitBar
        splitParts={splitParts}
        caption={t('storefront:to-workers', { amount: amount(shared.workers) })}
      />
      <SplitKey splitParts={splitParts} currency={currency} small />
      <p className="text-sm text-muted">{t('founding:hundred.what')}</p>
    </aside>
  )
}
