import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  resendConfirmation,
  readConfirmation,
  verifyEmail,
} from '#app/flows/accounts/confirm-address.server.ts'
import {
  invalidForm,
  email,
  tooManyRequests,
  readForm,
  refuse,
  sentText,
} from '#app/request/form.server.ts'
import { asVisitor, tenantOf, visitor } from '#app/request/guards.server.ts'
import { minutesUntilMail } from '#app/request/limits.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { AccountEmailField } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { url, t, at } = asVisitor(args)
  const code = url.searchParams.get('code')
  const { person } = await visitor(args)
  return {
    title: t('accounts:verify'),
    code: code ?? '',
    state: code === null ? ('none' as const) : await readConfirmation(code, at),
    next: safeReturn(url.searchParams.get('return'), pathTo('/account')),
    email: person && !person.verified ? person.email : '',
  }
}

const fields = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), code: sentText(200) }),
  z.object({ act: z.literal('again'), email }),
])

/** A link in a letter opens a page with a button: reading a letter must not confirm anything by itself. */
export async function action(args: ActionFunctionArgs) {
  const visit = asVisitor(args)
  const { at, peer, url, t } = visit
  const form = await readForm(args.request, fields)
  if (!form.ok) return invalidForm(form.form)
  if (form.value.act === 'confirm') {
    const done = await verifyEmail(form.value.code, at)
    return done.ok ? { ...form.form, sent: false } : refuse(form.form, 'form', done.refusal)
  }
  const minutes = await minutesUntilMail(peer, form.value.email)
  if (minutes) return tooManyRequests(form.form, 'email', { minutes, t })
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  await resendConfirmation(form.value.email, { tenant: tenantOf(visit), next, at })
  return { ...form.form, sent: true }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Verify() {
  const { code, state, next, email: known } = useLoaderData<typeof loader>()
  const form = useActionData<FormState & { readonly sent?: boolean }>()
  const { t } = useLanguage()
  if (state === 'used') return <Confirmed next={next} />
  const head = { good: 'accounts:verify.head', dead: 'accounts:verify.dead' } as const
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        {state === 'dead' && form?.errors['form'] ? null : (
          <ErrorSummary form={form} labels={{ email: t('accounts:email') }} />
        )}
        <PageHead title={t(state === 'none' ? 'accounts:verify.again' : head[state])} />
        {form?.sent ? <Note kind="ok">{t('accounts:verify.sent')}</Note> : null}
        <form method="post">
          {state === 'good' ? (
            <>
              <input type="hidden" name="code" value={code} />
              <SubmitButton name="act" value="confirm">
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

/** The address is confirmed, now or by an earlier press: on to what the reader was about to do. */
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
