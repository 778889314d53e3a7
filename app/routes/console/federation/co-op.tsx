import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { restoreCoOp, suspendCoOp } from '#app/flows/federation/suspend-co-op.server.ts'
import { numberFormat } from '#app/kernel/formats.ts'
import { readSimilarNames } from '#app/reads/founding/free-slugs.server.ts'
import { readCoOp } from '#app/reads/federation/console-page.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText, MoneyText } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Cloth } from '#app/ui/marks.tsx'
import { NoticeOf, noticeIn } from '#app/ui/notice.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { SimilarNames } from '#app/views/founding/similar-names.tsx'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { stateForm } from './forms.server.ts'
import { LogRows } from './log-rows.tsx'
import { inWords } from './log-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, locale } = await asAdmin(args)
  const coOp = await readCoOp(args.params['slug'] ?? '')
  if (!coOp) throw notFound()
  return {
    title: coOp.name,
    said: noticeIn(url, 'co-op-provisioned', 'co-op-provisioned-before'),
    namesakes: await readSimilarNames(coOp.name, coOp.slug),
    blueprint: blueprintOf(coOp.blueprint)?.name[locale] ?? coOp.blueprint,
    coOp,
    log: coOp.log.map((row) => inWords(row, { t, locale })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, stateForm)
  if (!form.ok) return invalidForm(form.form)
  const slug = args.params['slug'] ?? ''
  const by = { id: person.id, name: person.name }
  const done =
    form.value.act === 'suspend'
      ? await suspendCoOp({ slug, reason: form.value.reason, by, at })
      : await restoreCoOp({ slug, reason: '', by, at })
  return done.ok
    ? redirect(pathTo('/console/co-ops/:slug', { slug }), 303)
    : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

const TAG = { open: 'ok', founding: 'info', suspended: 'bad', left: 'warn' } as const

export default function CoOp() {
  const { coOp, log, said, namesakes } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <ConsoleShell>
      <Cloth
        look={coOp.look}
        width={1280}
        height={120}
        className="block h-14 w-full object-cover"
      />
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={{ reason: t('federation:reason') }} />
        {said ? <NoticeOf notice={said} /> : null}
        <SimilarNames name={coOp.name} slugs={namesakes} />
        <PageHead
          kicker={
            <span className={`tag text-sm max-sm:whitespace-normal ${TAG[coOp.state]}`}>
              {t(`federation:state.${coOp.state}`)}
            </span>
          }
          title={<bdi>{coOp.name}</bdi>}
          lead={coOp.reason ? <bdi>{coOp.reason}</bdi> : undefined}
        />
        <div className="duo">
          <div className="stack">
            <Facts />
            <section>
              <h2 className="mb-3 text-xl">{t('federation:log')}</h2>
              <LogRows rows={log} />
            </section>
          </div>
          <aside className="stack">
            <p>
              <a className="btn" href={pathTo('/co-ops/:slug', { slug: coOp.slug })}>
                {t('federation:see-storefront')} <Arrow />
              </a>
            </p>
            <section>
              <h2 className="mb-3 text-xl">{t('federation:delegates')}</h2>
              {coOp.delegates.length === 0 ? (
                <p className="text-muted">{t('federation:delegates.none')}</p>
              ) : null}
              <ul className="rows">
                {coOp.delegates.map(({ id, name, email }) => (
                  <li key={id}>
                    <b>
                      <bdi>{name}</bdi>
                    </b>
                    <br />
                    <bdi className="text-sm text-muted">{email}</bdi>
                  </li>
                ))}
              </ul>
              <p>
                <a className="link" href={pathTo('/console/people')}>
                  {t('federation:people.manage')} <Arrow />
                </a>
              </p>
            </section>
            <p>
              <a className="link" href={pathTo('/console/doors', { 'co-op': coOp.slug })}>
                {t('federation:door.ask')} <Arrow />
              </a>
            </p>
            <Switch form={form} />
          </aside>
        </div>
      </main>
    </ConsoleShell>
  )
}

function Facts() {
  const { coOp, blueprint } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const count = numberFormat(formatLocale)
  const facts = [
    ['blueprint', blueprint],
    ['address', coOp.slug],
    ['place', [coOp.city, coOp.country].filter(Boolean).join(', ')],
    ['timeZone', coOp.timeZone],
    ['founded', <MomentText key="f" at={coOp.founded} style="date" timeZone={coOp.timeZone} />],
    ['since', <MomentText key="s" at={coOp.since} style="date" timeZone={coOp.timeZone} />],
    ['members', count.format(coOp.members)],
    ['orders', count.format(coOp.orders)],
    ['sales', <MoneyText key="m" minor={coOp.sales} currency={coOp.currency} />],
    [
      'hourly',
      coOp.hourly === null ? (
        '–'
      ) : (
        <MoneyText key="h" minor={coOp.hourly} currency={coOp.currency} />
      ),
    ],
    ['account', t(`federation:account.${coOp.account ?? 'none'}`)],
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`federation:fact.${name}`)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The form that stops a co-op's sales, or lets them go on. It is the only red one on the page. */
function Switch({ form }: { readonly form: FormState | undefined }) {
  const { coOp } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (coOp.state === 'suspended')
    return (
      <form method="post">
        <button className="btn" name="act" value="restore">
          {t('federation:restore', { name: coOp.name })}
        </button>
      </form>
    )
  if (coOp.state !== 'open') return null
  return (
    <details open={form !== undefined}>
      <summary>{t('federation:suspend')}</summary>
      <form method="post" className="stack-s">
        <p className="hint">{t('federation:suspend.what')}</p>
        <TextField
          form={form}
          name="reason"
          label={t('federation:reason')}
          hint={t('federation:reason.hint')}
        />
        <button className="danger" name="act" value="suspend">
          {t('federation:suspend.do', { name: coOp.name })}
        </button>
      </form>
    </details>
  )
}
