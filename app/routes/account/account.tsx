import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endEverywhere, renamePerson } from '#app/flows/own-account.server.ts'
import { LOCALES } from '#app/kernel/locale.ts'
import { originOf } from '#app/paths.server.ts'
import { readOwnAccount } from '#app/reads/own-account.server.ts'
import { choiceCookie } from '#app/request/cookies.ts'
import { again, line, oneOf, readForm } from '#app/request/form.server.ts'
import { asPerson } from '#app/request/guards.server.ts'
import { noSessionCookie } from '#app/request/session.server.ts'
import {
  ErrorSummary,
  type FormState,
  SelectField,
  SubmitButton,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { person, t, site } = await asPerson(args)
  const tenant = site.kind === 'co-op' ? site.tenant.id : null
  const { coOps, orders } = await readOwnAccount(person, tenant)
  return {
    title: t('account:yours'),
    person,
    orders,
    coOps: coOps.map(({ slug, name }) => ({
      name,
      href: `/go?to=${encodeURIComponent(slug)}`,
      origin: originOf(slug),
    })),
  }
}

const fields = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), name: line(120), locale: oneOf(LOCALES) }),
  z.object({ act: z.literal('everywhere') }),
])

export async function action(args: ActionFunctionArgs) {
  const { person, host, at } = await asPerson(args)
  const form = await readForm(args.request, fields)
  if (!form.ok) return again(form.form)
  if (form.value.act === 'everywhere') {
    await endEverywhere(person.id, { host, at })
    return redirect('/', { status: 303, headers: noSessionCookie() })
  }
  await renamePerson(person.id, form.value)
  return redirect('/account', {
    status: 303,
    headers: { 'set-cookie': choiceCookie('lang', form.value.locale) },
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Account() {
  const { person, coOps, orders } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page">
        <ErrorSummary form={form} />
        <PageHead
          title={t('account:head', { name: person.name })}
          lead={<bdi>{person.email}</bdi>}
        />
        {person.verified ? null : <Note>{t('account:unverified')}</Note>}
        <div className="duo">
          <div className="stack">
            {orders.length > 0 ? (
              <section>
                <h2>{t('account:orders')}</h2>
                <ul className="rows">
                  {orders.map(({ token, title, code, state }) => (
                    <li key={token} className="line">
                      <a href={`/orders/${token}`}>
                        <bdi>{title}</bdi>
                      </a>
                      <span className="muted sm">{code}</span>
                      <span className="tag info">{t(`account:state.${state}`)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <section>
              <h2>{t('account:co-ops')}</h2>
              {coOps.length === 0 ? <p className="muted">{t('account:co-ops.none')}</p> : null}
              <ul className="rows">
                {coOps.map(({ href, name, origin }) => (
                  <li key={href} className="line">
                    <a href={href}>
                      <bdi>{name}</bdi>
                    </a>
                    <bdi className="muted sm">{origin}</bdi>
                  </li>
                ))}
                {person.admin ? (
                  <li>
                    <a href="/console">{t('account:console')}</a>
                  </li>
                ) : null}
              </ul>
            </section>
          </div>
          <div>
            <form method="post">
              <TextField
                form={form}
                name="name"
                label={t('shop:name')}
                value={person.name}
                autoComplete="name"
              />
              <SelectField
                form={form}
                name="locale"
                label={t('common:language')}
                value={person.locale}
                options={LOCALES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
              />
              <SubmitButton name="act" value="save">
                {t('common:save')}
              </SubmitButton>
            </form>
            <form method="post" action="/sign-out" className="row-acts">
              <SubmitButton ghost>{t('common:sign-out')}</SubmitButton>
            </form>
            <form method="post" className="row-acts">
              <SubmitButton ghost name="act" value="everywhere">
                {t('account:everywhere')}
              </SubmitButton>
            </form>
          </div>
        </div>
      </main>
    </Shell>
  )
}
