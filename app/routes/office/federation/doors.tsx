import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { mayAnswerDoor } from '#app/domains/members/may.ts'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerDoorRequest, closeOwnDoor } from '#app/flows/federation/support-door.server.ts'
import { readOwnDoors } from '#app/reads/federation/doors.server.ts'
import { readActivities } from '#app/reads/members/own-co-op.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { DoorHead, DoorTag } from '#app/views/federation/door.tsx'
import { MomentText } from '#app/ui/figures.tsx'
import { ErrorSummary, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { doorForm } from './doors.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, at, t } = await asMember(args)
  const log = await readActivities(tenant)
  return {
    title: t('storefront:brand.room.doors'),
    steward: mayAnswerDoor(member),
    doors: await readOwnDoors(tenant, at),
    looks: log.filter(({ act }) => act === 'door-looked'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args, mayAnswerDoor)
  const form = await readForm(args.request, doorForm)
  if (!form.ok) return invalidForm(form.form)
  const { act, door } = form.value
  if (!door) throw notFound()
  const done =
    act === 'shut'
      ? await closeOwnDoor(tenant, { door, by, at })
      : await answerDoorRequest(tenant, { door, open: act === 'open', by, at })
  return done.ok ? redirect(pathTo('/office/doors'), 303) : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function OwnDoors() {
  const { doors, looks } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const { timeZone } = useCoOp()
  const open = doors.find(({ state }) => state === 'open')
  return (
    <OfficeShell>
      <main id="main">
        <DoorHead
          open={open !== undefined}
          title={
            open
              ? t('federation:door.open.head', { name: open.admin })
              : t('federation:door.closed.head')
          }
          lead={t(open ? 'federation:door.open.lead' : 'federation:door.closed.lead')}
          why={
            open?.expiresAt
              ? {
                  reason: open.reason,
                  until: <MomentText at={open.expiresAt} style="dated" timeZone={timeZone} />,
                }
              : undefined
          }
        >
          {open ? <Answer door={open.id} acts={['shut']} /> : null}
        </DoorHead>
        <div className="wrap">
          <ErrorSummary form={form} labels={{}} />
          <div className="duo">
            <section>
              <h2 className="mb-3 text-xl">{t('federation:door.all')}</h2>
              {doors.length === 0 ? (
                <p className="text-muted">{t('federation:door.none')}</p>
              ) : null}
              <ul className="rows">
                {doors.map((door) => (
                  <li key={door.id}>
                    <p className="line">
                      <span>
                        <b>
                          <bdi>{door.admin}</bdi>
                        </b>{' '}
                        <DoorTag state={door.state} />
                        <br />
                        <span className="text-sm text-muted">
                          <MomentText
                            at={door.requestedAt}
                            style="dated"
                            timeZone={timeZone}
                          />,{' '}
                          {t('federation:door.for', { count: door.minutes })}
                          {door.answeredBy ? <bdi> · {door.answeredBy}</bdi> : null}
                        </span>
                      </span>
                    </p>
                    <p dir="auto">{door.reason}</p>
                    {door.state === 'requested' ? (
                      <Answer door={door.id} acts={['open', 'refuse']} />
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2 className="mb-3 text-xl">{t('federation:door.looks')}</h2>
              {looks.length === 0 ? (
                <p className="text-muted">{t('federation:door.looks.none')}</p>
              ) : null}
              <ol className="rows">
                {looks.map(({ id, at, actor, page }) => (
                  <li key={id} className="line">
                    <span>
                      <bdi>{actor}</bdi>: {page ? t(`federation:door.page.${page}`) : null}
                    </span>
                    <span className="text-muted text-sm">
                      <MomentText at={at} style="dated" timeZone={timeZone} />
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        </div>
      </main>
    </OfficeShell>
  )
}

/** The buttons with which a steward answers; other members have none. */
function Answer({
  door,
  acts,
}: {
  readonly door: string
  readonly acts: readonly ('open' | 'refuse' | 'shut')[]
}) {
  const { steward } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (!steward) return <p className="text-muted text-sm">{t('federation:door.stewards')}</p>
  return (
    <form method="post" className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <input type="hidden" name="door" value={door} />
      {acts.map((act) => (
        <button key={act} className={act === 'refuse' ? 'ghost' : 'btn'} name="act" value={act}>
          {t(`federation:door.act.${act}`)}
        </button>
      ))}
    </form>
  )
}
