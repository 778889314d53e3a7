import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAdminCandidate } from '#app/flows/federation/govern-federation.server.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { readFederationPeople } from '#app/reads/federation/federation-people.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState, SelectField, TextField } from '#app/ui/form.tsx'
import { nameAndSlug, Slug } from '#app/views/founding/co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { peopleForm } from './forms.server.ts'
import { Act, AskedAct } from './people-acts.tsx'
import { changePeople } from './people.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, person } = await asAdmin(args)
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 120)
  return {
    title: t('federation:nav.people'),
    search,
    said: noticeIn(url, 'people-saved'),
    me: person.id,
    ...(await readFederationPeople(search)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at, url } = await asAdmin(args)
  const form = await readForm(args.request, peopleForm)
  if (!form.ok) return invalidForm(form.form)
  const { value } = form
  if (value.act === 'admin-in' && value.sure !== value.email) {
    const next = await readAdminCandidate(value.email)
    if (!next.ok) return refuse(form.form, 'email', next.refusal)
    return data({ ...form.form, asks: next.value })
  }
  const done = await changePeople(value, { by: { id: person.id, name: person.name }, at })
  if (!done.ok) return refuse(form.form, done.field, done.refusal)
  url.searchParams.set('said', saying('people-saved').said)
  return redirect(pathTo('/console/people', url.searchParams), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? '' }]

export default function People() {
  const page = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly asks?: NextAdmin }>()
  const { t } = useLanguage()
  const labels = {
    email: t('federation:admins.add'),
    coOp: t('federation:co-op'),
    delegate: t('accounts:email'),
  }
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        {form?.asks ? <Sure next={form.asks} /> : null}
        {page.said && !form ? <NoticeOf notice={page.said} /> : null}
        <PageHead
          title={t('federation:people.head', { count: page.admins.length })}
          lead={t('federation:people.lead')}
        />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(17rem,1fr))] items-start gap-12 [&_.field]:mb-4">
          <section className="grid gap-5">
            <h2 className="mb-3 text-xl">{t('federation:admins')}</h2>
            <ul className="rows">
              {page.admins.map(({ id, name, email }) => (
                <li key={id} className="line">
                  <span>
                    <b>
                      <bdi>{name}</bdi>
                    </b>
                    <br />
                    <bdi className="text-sm text-muted">{email}</bdi>
                  </span>
                  {page.admins.length > 1 ? (
                    <AskedAct
                      act="admin-out"
                      id={id}
                      label={t('federation:remove')}
                      of={name}
                      what={t('federation:people.admin-out', { name: isolated(name) })}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
            <form method="post">
              <TextField form={form} name="email" type="email" label={labels.email} />
              <button className="ghost" name="act" value="admin-in">
                {t('federation:admins.do')}
              </button>
            </form>
          </section>
          <section className="grid gap-5">
            <h2 className="mb-3 text-xl">{t('federation:delegates')}</h2>
            <ul className="rows">
              {page.delegates.map(({ id, name, slug, coOp }) => (
                <li key={id + slug} className="line">
                  <span>
                    <b>
                      <bdi>{name}</bdi>
                    </b>
                    <br />
                    <bdi className="text-sm text-muted">{coOp}</bdi> <Slug slug={slug} />
                  </span>
                  <AskedAct
                    act="delegate-out"
                    id={id}
                    coOp={slug}
                    label={t('federation:remove')}
                    of={name}
                    what={t('federation:people.delegate-out', {
                      name: isolated(name),
                      coOp: nameAndSlug({ name: coOp, slug }),
                    })}
                  />
                </li>
              ))}
            </ul>
            <form method="post">
              <SelectField
                form={form}
                name="coOp"
                label={labels.coOp}
                options={page.coOps.map((coOp) => {
                  const now = page.delegates.filter(({ slug }) => slug === coOp.slug)
                  const who = now.map(({ name }) => isolated(name)).join(', ')
                  const label = nameAndSlug(coOp)
                  return {
                    value: coOp.slug,
                    label: who ? t('federation:delegates.now', { coOp: label, who }) : label,
                  }
                })}
              />
              <TextField
                form={form}
                name="delegate"
                type="email"
                label={labels.delegate}
                hint={t('federation:delegates.hint')}
              />
              <button className="ghost" name="act" value="delegate-in">
                {t('federation:delegates.do')}
              </button>
            </form>
          </section>
          <Accounts />
        </div>
      </main>
    </ConsoleShell>
  )
}

function Accounts() {
  const { search, found, me } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <section className="grid gap-5">
      <h2 className="mb-3 text-xl">{t('federation:accounts')}</h2>
      <form method="get" className="field">
        <label htmlFor="q">{t('federation:accounts.find')}</label>
        <input id="q" name="q" type="search" defaultValue={search} dir="ltr" />
        <button className="ghost">{t('storefront:show')}</button>
      </form>
      {search && found.length === 0 ? (
        <p className="text-muted">{t('federation:accounts.none')}</p>
      ) : null}
      <ul className={found.length > 0 ? 'rows' : undefined}>
        {found.map(({ id, name, email, disabled }) => (
          <li key={id} className="line">
            <span>
              <b>
                <bdi>{name}</bdi>
              </b>
              {disabled ? (
                <span className="tag bad text-sm max-sm:whitespace-normal">
                  {' '}
                  {t('federation:locked')}
                </span>
              ) : null}
              <br />
              <bdi className="text-sm text-muted">{email}</bdi>
            </span>
            {id === me ? null : disabled ? (
              <Act act="unlock" id={id} label={t('federation:unlock')} of={name} />
            ) : (
              <AskedAct
                act="lock"
                id={id}
                label={t('federation:lock')}
                of={name}
                what={t('federation:people.lock', { name: isolated(name) })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type NextAdmin = { readonly name: string; readonly email: string }

/** The person who would be admitted, shown first on the page, before it is done. */
function Sure({ next: { name, email } }: { readonly next: NextAdmin }) {
  const { t } = useLanguage()
  return (
    <div className="note" role="status">
      <p>{t('federation:people.admin-in', { name: isolated(name), email: isolated(email) })}</p>
      <form method="post">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="sure" value={email} />
        <button className="btn" name="act" value="admin-in">
          {t('federation:people.admin-in.yes', { name: isolated(name) })}
        </button>
      </form>
    </div>
  )
}
