import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { normaliseEmail } from '#app/domains/accounts/person.ts'
import { requestAccountLetter } from '#app/flows/accounts/account-letter.server.ts'
import { resetPassword } from '#app/flows/accounts/choose-password.server.ts'
import {
  type CodeHolder,
  readConfirmation,
  verifyEmail,
} from '#app/flows/accounts/confirm-address.server.ts'
import { readCookie } from '#app/request/cookies.ts'
import { invalidForm, tooManyRequests, readForm, refuse } from '#app/request/form.server.ts'
import { email, newSecret, sentText } from '#app/request/form-fields.server.ts'
import { type Args, asVisitor, coOpNameOf, tenantOf, visitor } from '#app/request/guards.server.ts'
import { minutesUntilMail } from '#app/request/limits.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { replaceSession, SIGN_UP_COOKIE } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { AccountEmailField, NewPasswordField } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { url, t, at } = asVisitor(args)
  const code = url.searchParams.get('code')
  const { person } = await visitor(args)
  const { state, own } =
    code === null
      ? { state: 'none' as const, own: false }
      : await readConfirmation(code, await holderOf(args), at)
  const written = normaliseEmail(url.searchParams.get('email') ?? '')
  return {
    title: t('accounts:verify'),
    code: code ?? '',
    state: state === 'good' && !own ? ('choose' as const) : state,
    next: safeReturn(url.searchParams.get('return'), pathTo('/account')),
    email: written ?? (person && !person.verified ? person.email : ''),
    written: written !== undefined,
  }
}

/** Who opens a link: by the proof that this browser signed up, and by who is signed in. */
async function holderOf(args: Args): Promise<CodeHolder> {
  const { person } = await visitor(args)
  const proof = readCookie(args.request.headers.get('cookie'), SIGN_UP_COOKIE)
  return { proof, person: person?.id ?? null }
}

const fields = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), code: sentText(200) }),
  z.object({ act: z.literal('choose'), code: sentText(200), password: newSecret }),
  z.object({ act: z.literal('again'), email }),
])

/** A link in a letter opens a page with a button: reading a letter must not confirm anything by itself. */
export async function action(args: ActionFunctionArgs) {
  const visit = asVisitor(args)
  const { at, host, peer, url, t } = visit
  const form = await readForm(args.request, fields)
  if (!form.ok) return invalidForm(form.form)
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  if (form.value.act === 'again') {
    const minutes = await minutesUntilMail(peer, form.value.email)
    if (minutes) return tooManyRequests(form.form, 'email', { minutes, t })
    await requestAccountLetter('confirm', { ...form.value, tenant: tenantOf(visit), next })
    return { ...form.form, sent: true }
  }
  const { act, code } = form.value
  const done =
    act === 'choose'
      ? await resetPassword(code, form.value.password, { host, at, coOp: coOpNameOf(visit) })
      : await verifyEmail(code, { holder: await holderOf(args), host, at })
  if (!done.ok)
    return refuse(form.form, done.refusal === 'code-useless' ? 'form' : 'password', done.refusal)
  return redirect(next, { status: 303, headers: await replaceSession(args, done.value) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Verify() {
  const { code, state, next, email: known, written } = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly sent?: boolean }>()
  const { t } = useLanguage()
  if (state === 'used') return <Confirmed next={next} />
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        {state === 'dead' && form?.errors['form'] ? null : (
          <ErrorSummary
            form={form}
            labels={{ email: t('accounts:email'), password: t('accounts:password.new') }}
          />
        )}
        <Head state={state} written={written} />
        {form?.sent ? <Note kind="ok">{t('accounts:verify.sent')}</Note> : null}
        <form method="post">
          {state === 'good' || state === 'choose' ? (
            <>
              <input type="hidden" name="code" value={code} />
              {state === 'choose' ? (
                <NewPasswordField form={form} label={t('accounts:password.new')} />
              ) : null}
              <SubmitButton name="act" value={state === 'good' ? 'confirm' : 'choose'}>
                {t('accounts:verify')}
              </SubmitButton>
            </>
          ) : (
            <>
              <AccountEmailField form={form} value={known} />
              <SubmitButton name="act" value="again">
                {t('accounts:verify.send-again')}
              </SubmitButton>
            </>
          )}
        </form>
      </main>
    </Shell>
  )
}

const HEADS = {
  good: 'accounts:verify.head',
  choose: 'accounts:verify.choose',
  dead: 'accounts:verify.dead',
  none: 'accounts:verify.again',
} as const

function Head({
  state,
  written,
}: {
  readonly state: keyof typeof HEADS
  readonly written: boolean
}) {
  const { t } = useLanguage()
  if (state === 'none' && written)
    return <PageHead title={t('accounts:verify.look')} lead={t('accounts:verify.look.what')} />
  const lead = state === 'choose' ? t('accounts:verify.choose.what') : undefined
  return <PageHead title={t(HEADS[state])} lead={lead} />
}

/** The address is confirmed, now or by an earlier press: the reader is redirected to the page that they wanted. */
function Confirmed({ next }: { readonly next: string }) {
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <PageHead title={t('accounts:verified')} />
        <p>
          <a className="btn" href={next}>
            {next === pathTo('/account') ? t('accounts:yours') : t('accounts:go-on')}
          </a>
        </p>
      </main>
    </Shell>
  )
}
