import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deleteOwnView, saveOwnView } from '#app/flows/federation/govern-federation.server.ts'
import { readConsole } from '#app/reads/federation/console-page.server.ts'
import { STATES } from '#app/reads/federation/console-rows.ts'
import { invalidForm, readForm } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState, TextField } from '#app/ui/form.tsx'
import { nameAndSlug } from '#app/views/founding/co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { ConsoleShell, Empty, PageHead } from '#app/ui/shell.tsx'
import { Tab, Tabs } from '#app/views/federation/tabs.tsx'
import { NoBreak } from '#app/ui/no-break.tsx'
import { consoleAsked, consoleQuery } from './asked.ts'
import { CoOpTable } from './co-op-table.tsx'
import { viewForm } from './forms.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, person, at } = await asAdmin(args)
  const asked = consoleAsked(url.searchParams)
  const page = await readConsole(asked, { admin: person.id, at })
  return { title: t('federation:console.title'), asked, query: consoleQuery(asked), ...page }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, viewForm)
  if (!form.ok) return invalidForm(form.form)
  const { act, name } = form.value
  const query = consoleQuery(consoleAsked(new URLSearchParams(form.value.query)))
  if (act === 'forget') await deleteOwnView(person.id, name)
  else await saveOwnView(person.id, { name, query, at })
  return redirect(pathTo('/console', new URLSearchParams(act === 'forget' ? '' : query)), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Console() {
  const { coOps, all, asked, query } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const first = coOps.find(({ health }) =>
    ['suspended', 'letters-stuck', 'no-members'].includes(health),
  )
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{ name: t('federation:view.name') }} />
        <PageHead
          title={
            <>
              <NoBreak>
                {t('federation:console.head', {
                  count: all,
                  open: coOps.filter(({ state }) => state === 'open').length,
                })}
              </NoBreak>{' '}
              {first ? (
                <a
                  className="text-madder decoration-madder underline-offset-[0.1em]"
                  href={pathTo('/console/co-ops/:slug', { slug: first.slug })}
                >
                  {t('federation:needs', { name: nameAndSlug(first) })}
                </a>
              ) : null}
            </>
          }
        />
        <Views />
        <div className="mb-3 flex flex-wrap items-center justify-between gap-4">
          <h2 className="sr-only">{t('common:nav.co-ops')}</h2>
          <form className="flt" method="get">
            <label className="sr-only" htmlFor="q">
              {t('federation:find')}
            </label>
            <input
              id="q"
              name="q"
              type="search"
              className="max-w-48 max-sm:w-full max-sm:max-w-none"
              defaultValue={asked.search}
              placeholder={t('federation:find')}
              dir="auto"
            />
            <label className="sr-only" htmlFor="state">
              {t('federation:state')}
            </label>
            <select id="state" name="state" className="max-w-full" defaultValue={asked.state ?? ''}>
              <option value="">{t('federation:state.any')}</option>
              {STATES.map((state) => (
                <option key={state} value={state}>
                  {t(`federation:state.${state}`)}
                </option>
              ))}
            </select>
            <button className="ghost">{t('storefront:show')}</button>
          </form>
          <p className="flt">
            <a
              className="link ms-3 max-sm:ms-0"
              href={pathTo('/console/co-ops.csv', new URLSearchParams(query))}
            >
              CSV
            </a>
            <a className="btn" href={pathTo('/console/new')}>
              {t('federation:nav.new')}
            </a>
          </p>
        </div>
        {coOps.length === 0 ? (
          <Empty title={t('federation:none')}>
            <a className="link" href={pathTo('/console')}>
              {t('federation:view.all')}
            </a>
          </Empty>
        ) : (
          <CoOpTable coOps={coOps} asked={asked} />
        )}
        <details className="mt-8 max-w-104" open={form !== undefined}>
          <summary>{t('federation:view.keep')}</summary>
          <form method="post" className="mt-3">
            <input type="hidden" name="query" value={query} />
            <TextField form={form} name="name" label={t('federation:view.name')} />
            <button className="ghost" name="act" value="keep">
              {t('federation:view.keep.do')}
            </button>
          </form>
        </details>
      </main>
    </ConsoleShell>
  )
}

/** The views of the table that this admin has saved. */
function Views() {
  const { views, query } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (views.length === 0) return null
  return (
    <Tabs label={t('federation:views')}>
      <Tab href={pathTo('/console')} current={query === ''}>
        {t('federation:view.all')}
      </Tab>
      {views.map((view) => (
        <Tab
          key={view.name}
          href={pathTo('/console', new URLSearchParams(view.query))}
          current={query === view.query}
          end={query === view.query ? <Forget name={view.name} /> : null}
        >
          <bdi>{view.name}</bdi>
        </Tab>
      ))}
    </Tabs>
  )
}

function Forget({ name }: { readonly name: string }) {
  const { t } = useLanguage()
  return (
    <form method="post">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="query" value="" />
      <button
        className="plain min-w-target"
        name="act"
        value="forget"
        aria-label={t('federation:view.forget', { name })}
      >
        ×
      </button>
    </form>
  )
}
