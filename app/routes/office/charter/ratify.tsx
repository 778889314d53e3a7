import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clauseKeys } from '#app/domains/charter/charter.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import { readOwnCharter } from '#app/reads/charter/charter-page.server.ts'
import { invalidForm, readFormData, refuse } from '#app/request/form.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeList, writeMoment } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { forgetTenant } from '#tenants/resolve.server.ts'
import { Clauses, useClauseWords } from '#app/views/charter/clause.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  const page = await readOwnCharter(tenant, member.id)
  const founding = tenant.state === 'founding'
  const agreed = page.members.some(({ id, agreed: has }) => id === member.id && has)
  return {
    title: t(founding && !agreed ? 'members:ratify.head' : 'charter:head'),
    now: founding ? (agreed ? ('waiting' as const) : ('asked' as const)) : ('in-force' as const),
    others: page.members
      .filter((one) => one.id !== member.id && !one.agreed)
      .map((one) => one.name),
    ...page,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args)
  const posted = await readFormData(args.request)
  const agreed = clauseKeys().filter((clause) => posted.get(clause) === 'yes')
  const missing = clauseKeys().filter((clause) => !agreed.includes(clause))
  if (missing.length > 0) {
    return invalidForm({
      values: Object.fromEntries(agreed.map((clause) => [clause, 'yes'])),
      errors: Object.fromEntries(missing.map((clause) => [clause, 'charter:ratify.missing'])),
    })
  }
  const ratified = await ratifyCharter(tenant, { member: member.id, name: member.name, at })
  if (!ratified.ok) return refuse({ values: {}, errors: {} }, 'form', ratified.refusal)
  forgetTenant(tenant.id)
  return redirect(pathTo(ratified.value.open ? '/' : '/office'), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Ratify() {
  const { now } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = Object.fromEntries(clauseKeys().map((clause) => [clause, t(`charter:${clause}`)]))
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        {now === 'in-force' ? <InForce /> : now === 'waiting' ? <Waiting /> : <Asked form={form} />}
      </main>
    </OfficeShell>
  )
}

/** The page of an open co-op: the version that binds this member, its date, and the way to amend it. */
function InForce() {
  const { version, at, charter, lapsing, mine, joined } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const date = (moment: string) => writeMoment(moment, 'date', { locale: formatLocale, timeZone })
  return (
    <>
      <PageHead
        kicker={t('charter:version', { version, date: date(at) })}
        title={t('charter:head')}
        lead={
          mine
            ? t('charter:charter.agreed', { version: mine.version, date: date(mine.at) })
            : joined
              ? t('charter:charter.joined', { date: date(joined) })
              : undefined
        }
      />
      <div className="duo">
        <Clauses charter={charter} lapsing={lapsing} />
        <aside className="stack-s">
          {mine && mine.version < version ? <p>{t('charter:charter.since')}</p> : null}
          <p>{t('charter:charter.change')}</p>
          <p>
            <a className="btn" href={pathTo('/office/decisions/new')}>
              {t('charter:charter.propose')}
            </a>
          </p>
          <p>
            <a className="link" href={pathTo('/charter')}>
              {t('charter:charter.history')}
            </a>
          </p>
        </aside>
      </div>
    </>
  )
}

/** The page of a founder who has agreed: the founders who have not agreed yet. */
function Waiting() {
  const { charter, others } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  return (
    <>
      <PageHead
        title={t('members:ratify.mine')}
        lead={t('members:ratify.waiting-for', { names: writeList(others, formatLocale) })}
      />
      <div className="duo">
        <Clauses charter={charter} />
        <Founders />
      </div>
    </>
  )
}

function Founders() {
  const { members } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <aside>
      <h2 className="mb-4 text-xl">{t('charter:ratify.who')}</h2>
      <ul className="rows">
        {members.map(({ id, name, agreed }) => (
          <li key={id} className="line">
            <bdi>{name}</bdi>
            <span className={agreed ? 'tag ok' : 'tag info'}>
              {t(agreed ? 'charter:ratify.agreed' : 'charter:ratify.open')}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The form of a founder who agrees to each clause. */
function Asked({ form }: { readonly form: FormState | undefined }) {
  const { charter } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const words = useClauseWords(useCoOp().currency)
  return (
    <>
      <PageHead title={t('members:ratify.head')} lead={t('charter:ratify.lead')} />
      <div className="duo">
        <form method="post">
          <ol className="rows">
            {clauseKeys().map((clause) => (
              <li key={clause} className={form?.errors[clause] ? 'field bad' : undefined}>
                <h2 className="mb-2 text-xl">{t(`charter:${clause}`)}</h2>
                <p className="text-lg">{words(clause, charter[clause])}</p>
                {form?.errors[clause] ? (
                  <p className="err" id={`${clause}-error`}>
                    {t('charter:ratify.missing')}
                  </p>
                ) : null}
                <label className="pick grid-cols-[auto_1fr] justify-start border-0">
                  <input
                    type="checkbox"
                    id={clause}
                    name={clause}
                    value="yes"
                    defaultChecked={form?.values[clause] === 'yes'}
                    aria-describedby={form?.errors[clause] ? `${clause}-error` : undefined}
                  />
                  {t('charter:ratify.read')}
                </label>
              </li>
            ))}
          </ol>
          <p className="row-acts">
            <SubmitButton>{t('charter:ratify.do')}</SubmitButton>
          </p>
        </form>
        <Founders />
      </div>
    </>
  )
}
