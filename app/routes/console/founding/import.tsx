import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importCoOps } from '#app/flows/founding/provision-co-op.server.ts'
import { readTakenSlugs } from '#app/reads/founding/import-page.server.ts'
import { readFormData } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, Field, type FormState, TextArea, useSentence } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { checkRows } from './provision-form.server.ts'
import { IMPORT_COLUMNS, MOST_IMPORTED, readSent } from './import.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await asAdmin(args)
  return { title: t('founding:many'), columns: IMPORT_COLUMNS, most: MOST_IMPORTED }
}

type Answer = {
  readonly form: FormState
  readonly text: string
  readonly rows:
    | readonly {
        readonly name: string
        readonly slug: string | null
        readonly errors: readonly (readonly [string, string])[]
      }[]
    | null
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const posted = await readFormData(args.request)
  const sent = await readSent(posted)
  const { text } = sent
  if (!sent.ok) {
    const form = { values: { rows: text }, errors: { [sent.field]: sent.problem } }
    return data({ form, rows: null, text }, { status: 422 })
  }
  const rows = checkRows(sent.records, await readTakenSlugs())
  const good = rows.flatMap((row) => (row.ok ? [row.provision] : []))
  if (posted.get('act') === 'found' && good.length === rows.length) {
    const id = await importCoOps(good, { by: { id: person.id, name: person.name }, at })
    return redirect(pathTo('/console/imports/:id', { id }), 303)
  }
  const form: FormState = { values: { rows: text }, errors: {} }
  const shown = rows.map((row) =>
    row.ok
      ? { name: row.provision.name, slug: row.provision.slug, errors: [] }
      : { name: row.name, slug: null, errors: Object.entries(row.errors) },
  )
  return data({ form, rows: shown, text }, { status: good.length === rows.length ? 200 : 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function Import() {
  const { columns, most } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const { t } = useLanguage()
  const labels = { file: t('founding:many.file'), rows: t('founding:many.paste') }
  const ready = answer?.rows?.every(({ errors }) => errors.length === 0)
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={answer?.form} labels={labels} />
        <PageHead title={t('founding:many.head')} lead={t('founding:many.lead', { most })} />
        {answer?.rows ? <Verdicts /> : null}
        <div className="duo">
          <form method="post" encType="multipart/form-data">
            <Field form={answer?.form} name="file" label={labels.file} optional>
              <input id="file" name="file" type="file" accept=".csv,text/csv" />
            </Field>
            <TextArea form={answer?.form} name="rows" label={labels.rows} rows={8} optional />
            <p className="row-acts">
              <button className={ready ? 'ghost' : 'btn'} name="act" value="check">
                {t('founding:many.check')}
              </button>
            </p>
          </form>
          <section>
            <h2 className="mb-3 text-xl">{t('founding:many.columns')}</h2>
            <dl className="facts">
              {columns.map((column) => (
                <div key={column}>
                  <dt className="mono">{column}</dt>
                  <dd className="text-sm">
                    {t(`founding:many.${column}` as 'founding:many.name')}
                  </dd>
                </div>
              ))}
            </dl>
            <p>
              <a className="link" href={pathTo('/console/import.csv')}>
                {t('founding:many.sample')}
              </a>
            </p>
          </section>
        </div>
      </main>
    </ConsoleShell>
  )
}

/** What each row would found, and the button that founds them when all rows are valid. */
function Verdicts() {
  const answer = useActionData<Answer>()
  const { t } = useLanguage()
  const sentence = useSentence()
  const rows = answer?.rows ?? []
  const bad = rows.filter(({ errors }) => errors.length > 0).length
  return (
    <section className="mb-12 grid gap-5">
      <h2>
        {bad > 0
          ? t('founding:many.bad', { count: bad })
          : t('founding:many.good', { count: rows.length })}
      </h2>
      <ol className="rows">
        {rows.map(({ name, slug, errors }, index) => (
          <li key={index} className="line">
            <span>
              <span className="text-muted">{index + 1}.</span>{' '}
              <bdi className="wrap-anywhere">{name || '–'}</bdi>
            </span>
            {errors.length === 0 ? (
              <span className="tag ok text-sm max-sm:whitespace-normal">
                <bdi className="wrap-anywhere">{slug}</bdi>
              </span>
            ) : (
              <span>
                {errors.map(([field, key]) => (
                  <span key={field} className="block text-sm text-danger">
                    <bdi className="mono">{field}</bdi>: {sentence(key)}
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
      {bad === 0 ? (
        <form method="post">
          <textarea name="rows" hidden readOnly value={answer?.text ?? ''} />
          <button className="btn big" name="act" value="found">
            {t('founding:many.do', { count: rows.length })}
          </button>
        </form>
      ) : null}
    </section>
  )
}
