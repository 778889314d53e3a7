import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestSupportDoor, withdrawDoor } from '#app/flows/federation/support-door.server.ts'
import { readDoors } from '#app/reads/federation/doors.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { nameAndSlug, Slug } from '#app/views/founding/co-op-name.tsx'
import { DoorTag } from '#app/views/federation/door.tsx'
import { MomentText } from '#app/ui/figures.tsx'
import {
  ErrorSummary,
  type FormState,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { doorsForm } from './forms.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, at, person } = await asAdmin(args)
  return {
    title: t('federation:nav.doors'),
    chosen: url.searchParams.get('co-op') ?? '',
    me: person.id,
    said: noticeIn(url, 'door-asked', 'door-withdrawn'),
    ...(await readDoors(at)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, doorsForm)
  if (!form.ok) return invalidForm(form.form)
  const by = { id: person.id, name: person.name }
  if (form.value.act === 'withdraw') {
    const { door } = form.value
    if (!door) throw notFound()
    const back = await withdrawDoor(door, { by, at })
    return back.ok
      ? redirect(pathTo('/console/doors', saying('door-withdrawn')), 303)
      : refuse(form.form, 'form', back.refusal)
  }
  const { coOp, reason, minutes } = form.value
  const done = await requestSupportDoor({ slug: coOp, reason, minutes, by, at })
  return done.ok
    ? redirect(pathTo('/console/doors', saying('door-asked')), 303)
    : refuse(form.form, 'coOp', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Doors() {
  const { doors, coOps, chosen, said, me } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = {
    coOp: t('federation:co-op'),
    reason: t('federation:door.reason'),
    minutes: t('federation:door.minutes'),
  }
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        {said && !form ? <NoticeOf notice={said} /> : null}
        <PageHead
          title={t('federation:door.console.head')}
          lead={t('federation:door.console.lead')}
        />
        <div className="duo">
          <ul className="rows">
            {doors.length === 0 ? (
              <li className="text-muted">{t('federation:door.none')}</li>
            ) : null}
            {doors.map((door) => (
              <li key={door.id} className="line">
                <span>
                  <b>
                    {door.state === 'open' ? (
                      <a href={pathTo('/console/doors/:id', { id: door.id })}>
                        <bdi>{door.coOp}</bdi>
                      </a>
                    ) : (
                      <bdi>{door.coOp}</bdi>
                    )}
                  </b>{' '}
                  <Slug slug={door.slug} />
                  <br />
                  <span className="text-sm text-muted">
                    <bdi>{door.admin}</bdi>,{' '}
                    <MomentText at={door.requestedAt} style="stamp" timeZone="UTC" />
                    {': '}
                    <bdi>{door.reason}</bdi>
                    <br />
                    {t('federation:door.for', { count: door.minutes })}
                    {door.state === 'open' && door.expiresAt ? (
                      <>
                        {' · '}
                        {t('federation:door.until')}
                        {': '}
                        <MomentText at={door.expiresAt} style="stamp" timeZone="UTC" />
                      </>
                    ) : null}
                  </span>
                </span>
                <DoorTag state={door.state} />
                {door.state === 'requested' && door.adminId === me ? (
                  <form method="post">
                    <input type="hidden" name="door" value={door.id} />
                    <button
                      className="plain"
                      name="act"
                      value="withdraw"
                      aria-label={`${t('federation:door.act.withdraw')}: ${door.coOp}`}
                    >
                      {t('federation:door.act.withdraw')}
                    </button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
          <form method="post">
            <h2 className="mb-3 text-xl">{t('federation:door.ask')}</h2>
            <SelectField
              form={form}
              name="coOp"
              label={labels.coOp}
              value={chosen}
              options={coOps.map((coOp) => ({ value: coOp.slug, label: nameAndSlug(coOp) }))}
            />
            <TextArea
              form={form}
              name="reason"
              label={labels.reason}
              hint={t('federation:door.reason.hint')}
              rows={3}
            />
            <TextField
              form={form}
              name="minutes"
              label={labels.minutes}
              hint={t('federation:door.minutes.hint')}
              value="60"
              inputMode="numeric"
            />
            <SubmitButton name="act" value="ask">
              {t('federation:door.ask.do')}
            </SubmitButton>
          </form>
        </div>
      </main>
    </ConsoleShell>
  )
}
