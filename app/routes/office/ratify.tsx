import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CLAUSES } from '#app/domains/charter/charter.ts'
import { ratifyCharter } from '#app/flows/join-co-op.server.ts'
import { readRatification } from '#app/reads/charter-page.server.ts'
import { again, postedIn } from '#app/request/form.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { forgetTenant } from '#tenants/resolve.server.ts'
import { useClauseWords } from './clause.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  const page = await readRatification(tenant)
  return {
    title: t('office:ratify.head'),
    mine: page.members.some(({ id, agreed }) => id === member.id && agreed),
    open: tenant.state === 'open',
    ...page,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args)
  const posted = await postedIn(args.request)
  const agreed = CLAUSES.filter((clause) => posted.get(clause) === 'yes')
  if (agreed.length < CLAUSES.length) {
    const missing = CLAUSES.filter((clause) => !agreed.includes(clause))
    return again({
      values: Object.fromEntries(agreed.map((clause) => [clause, 'yes'])),
      errors: Object.fromEntries(missing.map((clause) => [clause, 'founding:ratify.missing'])),
    })
  }
  const open = await ratifyCharter(tenant, { member: member.id, name: member.name, at })
  forgetTenant(tenant.id)
  return redirect(open ? '/' : '/office', 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Ratify() {
  const { charter, mine, open, members } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <OfficeShell page="ratify">
      <main id="main" className="wrap page">
        <ErrorSummary form={form} />
        {mine && !open ? <Note kind="ok">{t('founding:ratify.done')}</Note> : null}
        <PageHead
          title={t('office:ratify.head')}
          lead={open ? undefined : t('office:ratify.lead')}
        />
        <div className="duo">
          <form method="post">
            <ol className="rows clauses">
              {CLAUSES.map((clause) => (
                <li key={clause} className={form?.errors[clause] ? 'field bad' : undefined}>
                  <h2>{t(`charter:${clause}`)}</h2>
                  <p className="lg">{words(clause, charter[clause])}</p>
                  {form?.errors[clause] ? (
                    <p className="err" id={`${clause}-error`}>
                      {t('founding:ratify.missing')}
                    </p>
                  ) : null}
                  {mine ? null : (
                    <label className="pick">
                      <input
                        type="checkbox"
                        id={clause}
                        name={clause}
                        value="yes"
                        defaultChecked={form?.values[clause] === 'yes'}
                        aria-describedby={form?.errors[clause] ? `${clause}-error` : undefined}
                      />
                      {t('founding:ratify.read')}
                    </label>
                  )}
                </li>
              ))}
            </ol>
            {mine ? null : (
              <p className="row-acts">
                <SubmitButton>{t('founding:ratify.do')}</SubmitButton>
              </p>
            )}
          </form>
          <aside>
            <h2>{t('founding:ratify.who')}</h2>
            <ul className="rows">
              {members.map(({ id, name, agreed }) => (
                <li key={id} className="line">
                  <bdi>{name}</bdi>
                  <span className={agreed ? 'tag ok' : 'tag info'}>
                    {t(agreed ? 'founding:ratify.agreed' : 'founding:ratify.open')}
                  </span>
                </li>
              ))}
            </ul>
          </aside>
        </div>
      </main>
    </OfficeShell>
  )
}
