import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayWorkHere } from '#app/domains/members/may.ts'
import { changePassword } from '#app/flows/accounts/choose-password.server.ts'
import { signOutEverywhere, renamePerson } from '#app/flows/accounts/own-account.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { LOCALES } from '#app/kernel/locale.ts'
import { originOf } from '#app/paths.server.ts'
import { readOwnAccount } from '#app/reads/accounts/own-account.server.ts'
import { choiceCookie } from '#app/request/cookies.ts'
import { invalidForm, signInLocked, readForm, refuse } from '#app/request/form.server.ts'
import { line, oneOf, newSecret, secret } from '#app/request/form-fields.server.ts'
import {
  asPerson,
  coOpNameOf,
  type PersonRequest,
  tenantOf,
  visitor,
} from '#app/request/guards.server.ts'
import { countSignedIn, minutesUntilSignIn } from '#app/request/limits.server.ts'
import { clearSessionCookie, sessionCookie } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { NewPasswordField } from '#app/views/accounts/account-fields.tsx'
import {
  ErrorSummary,
  type FormState,
  SelectField,
  SubmitButton,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'
import { Bookings, CoOps } from './own.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asPerson(args)
  const { person, t, at, url } = visit
  const { member } = await visitor(args)
  const tenant = tenantOf(visit)
  const { coOps, orders } = await readOwnAccount(person, tenant)
  return {
    title: t('accounts:yours'),
    person,
    said: noticeIn(url, 'password-changed'),
    here: tenant !== null,
    orders: orders.map(({ coOp, token, start, minor, placedAt: _placed, ...order }) => ({
      ...order,
      minor: minor.toString(),
      href: (tenant ? '' : originOf(coOp.slug)) + pathTo('/orders/:token', { token }),
      coOp: tenant ? null : coOp.name,
      day: start && dayOf(start, { at, timeZone: coOp.timeZone }),
    })),
    office: member !== null && mayWorkHere(member),
    coOps: coOps.map(({ slug, name, belongs }) => ({
      name,
      belongs,
      href: pathTo('/go', { to: slug, return: pathTo(belongs ? '/office' : '/account') }),
      origin: originOf(slug),
    })),
  }
}

/** Writes the day of a booking, with its year when it is not the current one. */
function dayOf(start: Instant, { at, timeZone }: { at: Instant; timeZone: string }) {
  const yearOf = (moment: Instant) => moment.toZonedDateTimeISO(timeZone).year
  const style = yearOf(start) === yearOf(at) ? ('day' as const) : ('date' as const)
  return { at: start.toString(), style, timeZone }
}

const fields = z.discriminatedUnion('act', [
  z.object({ act: z.literal('save'), name: line(120), locale: oneOf(LOCALES) }),
  z.object({
    act: z.literal('password'),
    currentPassword: secret,
    password: newSecret,
  }),
  z.object({ act: z.literal('everywhere') }),
])

export async function action(args: ActionFunctionArgs) {
  const visit = await asPerson(args)
  const { person, host, at } = visit
  const form = await readForm(args.request, fields)
  if (!form.ok) return invalidForm(form.form)
  if (form.value.act === 'everywhere') {
    await signOutEverywhere(person.id, { host, at })
    return redirect(pathTo('/'), { status: 303, headers: clearSessionCookie() })
  }
  if (form.value.act === 'password') return choosePassword(visit, form.form, form.value)
  await renamePerson(person.id, form.value)
  return redirect(pathTo('/account'), {
    status: 303,
    headers: { 'set-cookie': choiceCookie('lang', form.value.locale) },
  })
}

async function choosePassword(
  visit: PersonRequest,
  form: FormState,
  { currentPassword, password }: { currentPassword: string; password: string },
) {
  const { person, host, at, peer, t } = visit
  const minutes = await minutesUntilSignIn(peer, person.email)
  if (minutes) return signInLocked(form, 'currentPassword', { minutes, t })
  const change = { current: currentPassword, password }
  const done = await changePassword(person.id, change, { host, at, coOp: coOpNameOf(visit) })
  if (!done.ok)
    return refuse(
      form,
      done.refusal === 'password-wrong' ? 'currentPassword' : 'password',
      done.refusal,
    )
  await countSignedIn(peer, person.email)
  return redirect(pathTo('/account', saying('password-changed')), {
    status: 303,
    headers: sessionCookie(done.value),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Account() {
  const { person, said, here, orders, coOps, office } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = useLabels()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        <PageHead
          title={t('accounts:head', { name: person.name })}
          lead={<bdi>{person.email}</bdi>}
        />
        {said ? <NoticeOf notice={said} /> : null}
        {person.verified ? null : <Unconfirmed email={person.email} />}
        <div className="duo">
          <div className="stack">
            <Bookings orders={orders} here={here} />
            <CoOps coOps={coOps} office={office} console={person.admin} here={here} />
          </div>
          <Settings form={form} person={person} />
        </div>
      </main>
    </Shell>
  )
}

function Unconfirmed({ email }: { readonly email: string }) {
  const { t } = useLanguage()
  return (
    <Note>
      <p>{t('accounts:unverified')}</p>
      <form method="post" action={pathTo('/verify')}>
        <input type="hidden" name="email" value={email} />
        <button className="ghost" name="act" value="again">
          {t('accounts:verify.send-again')}
        </button>
      </form>
    </Note>
  )
}

type Settled = {
  readonly form: FormState | undefined
  readonly person: { readonly name: string; readonly locale: (typeof LOCALES)[number] }
}

/** Returns the labels of the fields of the settings. */
function useLabels() {
  const { t } = useLanguage()
  return {
    name: t('orders:name'),
    locale: t('common:language'),
    currentPassword: t('accounts:password.current'),
    password: t('accounts:password.new'),
  }
}

function Settings({ form, person }: Settled) {
  const { t } = useLanguage()
  const labels = useLabels()
  return (
    <div>
      <form method="post">
        <TextField
          form={form}
          name="name"
          label={labels.name}
          value={person.name}
          autoComplete="name"
        />
        <SelectField
          form={form}
          name="locale"
          label={labels.locale}
          value={person.locale}
          options={LOCALES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        />
        <SubmitButton name="act" value="save">
          {t('common:save')}
        </SubmitButton>
      </form>
      <details
        className="row-acts"
        open={Boolean(form?.errors['currentPassword'] ?? form?.errors['password'])}
      >
        <summary>{t('accounts:password.change')}</summary>
        <form method="post">
          <TextField
            form={form}
            name="currentPassword"
            type="password"
            label={labels.currentPassword}
            autoComplete="current-password"
          />
          <NewPasswordField form={form} label={labels.password} />
          <SubmitButton name="act" value="password">
            {t('accounts:reset')}
          </SubmitButton>
        </form>
      </details>
      <form method="post" action={pathTo('/sign-out')} className="row-acts">
        <SubmitButton ghost>{t('common:sign-out')}</SubmitButton>
      </form>
      <form method="post" className="row-acts">
        <SubmitButton ghost name="act" value="everywhere">
          {t('accounts:everywhere')}
        </SubmitButton>
      </form>
    </div>
  )
}
