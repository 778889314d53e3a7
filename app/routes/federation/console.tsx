import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { restoreCoOp, suspendCoOp } from '#app/flows/suspend-co-op.server.ts'
import { readConsole } from '#app/reads/console-page.server.ts'
import { again, line, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { MomentText, MoneyText } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await asAdmin(args)
  return { title: t('console:title'), ...(await readConsole()) }
}

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('suspend'), slug: z.string().max(40), reason: line(500) }),
  z.object({ act: z.literal('restore'), slug: z.string().max(40) }),
])

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, acts)
  if (!form.ok) return again(form.form)
  const { value } = form
  const by = { id: person.id, name: person.name }
  const done =
    value.act === 'suspend'
      ? await suspendCoOp({ ...value, by, at })
      : await restoreCoOp({ ...value, reason: '', by, at })
  return done.ok ? redirect('/console', 303) : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

const TAG = { open: 'ok', founding: 'info', suspended: 'bad', left: 'warn' } as const

export default function Console() {
  const { coOps, log } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page">
        <ErrorSummary form={form} />
        <PageHead
          title={t('console:head', {
            count: coOps.length,
            open: coOps.filter(({ state }) => state === 'open').length,
          })}
        />
        <ul className="rows">
          {coOps.map((coOp) => (
            <li key={coOp.slug}>
              <div className="grid2">
                <p>
                  <a className="lg" href={`/co-ops/${coOp.slug}`}>
                    <bdi>{coOp.name}</bdi>
                  </a>
                  <br />
                  <span className={`tag ${TAG[coOp.state]}`}>
                    {t(`console:state.${coOp.state}`)}
                  </span>{' '}
                  <bdi className="muted sm">{coOp.reason ?? coOp.city}</bdi>
                </p>
                <p className="sm">
                  {t('federation:members', { count: coOp.members })}
                  <br />
                  {t('console:orders', { count: coOp.orders })},{' '}
                  <MoneyText minor={coOp.sales} currency={coOp.currency} />
                </p>
              </div>
              {coOp.state === 'open' ? (
                <details open={form?.values['slug'] === coOp.slug}>
                  <summary>{t('console:suspend')}</summary>
                  <form method="post">
                    <input type="hidden" name="slug" value={coOp.slug} />
                    <TextField
                      form={form?.values['slug'] === coOp.slug ? form : undefined}
                      name="reason"
                      label={t('console:reason')}
                      hint={t('console:reason.hint')}
                    />
                    <button className="danger" name="act" value="suspend">
                      {t('console:suspend.do', { name: coOp.name })}
                    </button>
                  </form>
                </details>
              ) : null}
              {coOp.state === 'suspended' ? (
                <form method="post">
                  <input type="hidden" name="slug" value={coOp.slug} />
                  <button className="ghost" name="act" value="restore">
                    {t('console:restore', { name: coOp.name })}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
        <h2 className="next">{t('console:log')}</h2>
        <ul className="rows">
          {log.map(({ id, at, actor, act, detail }) => (
            <li key={id} className="line">
              <span>
                <bdi>{actor}</bdi>: {t(`console:act.${act}`)}{' '}
                <bdi className="muted sm">{detail}</bdi>
              </span>
              <span className="muted sm">
                <MomentText at={at} style="date" timeZone="UTC" />
              </span>
            </li>
          ))}
        </ul>
      </main>
    </Shell>
  )
}
