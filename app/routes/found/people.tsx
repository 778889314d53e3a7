import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveDraft } from '#app/flows/founding/draft-co-op.server.ts'
import { signUp } from '#app/flows/accounts/sign-up.server.ts'
import {
  invalidForm,
  tooManyRequests,
  readFormData,
  readFields,
  refuse,
} from '#app/request/form.server.ts'
import { visitor } from '#app/request/guards.server.ts'
import { minutesUntilAllowed, minutesUntilMail } from '#app/request/limits.server.ts'
import { signUpCookie } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { NewAccountFields } from '#app/views/accounts/account-fields.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextArea } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { asFounderWithDraft } from './draft.server.ts'
import { newcomerForm, peopleForm } from './forms.server.ts'
import { FoundingSteps } from './steps.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, data } = await asFounderWithDraft(args)
  const { person } = await visitor(args)
  return {
    title: t('founding:step.people'),
    founders: data.founders.join('\n'),
    person: person && { name: person.name, email: person.email },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { draft, data, at, locale, peer, t } = await asFounderWithDraft(args)
  const { person: known } = await visitor(args)
  const posted = await readFormData(args.request)
  const next = pathTo('/start/charter')
  if (known) {
    const form = readFields(posted, peopleForm)
    if (!form.ok) return invalidForm(form.form)
    const filled = { ...data, founders: form.value.founders }
    await saveDraft(draft.id, { data: filled, person: known.id, at })
    return redirect(next, 303)
  }
  const form = readFields(posted, newcomerForm)
  if (!form.ok) return invalidForm(form.form)
  const minutes =
    (await minutesUntilAllowed('sign-up', peer)) || (await minutesUntilMail(peer, form.value.email))
  if (minutes) return tooManyRequests(form.form, 'form', { minutes, t })
  const { person: name, email, password, founders } = form.value
  // The link of the letter signs in and leads back here, where the others are kept.
  await saveDraft(draft.id, { data: { ...data, founders }, at })
  const here = pathTo('/start/people')
  const from = { tenant: null, next: here }
  const made = await signUp({ name, email, password, locale, at, from, coOp: data.name })
  if (!made.ok) return refuse(form.form, 'password', made.refusal)
  return redirect(pathTo('/verify', { return: here, email }), {
    status: 303,
    headers: signUpCookie(made.value),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function People() {
  const { founders, person } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = {
    person: t('orders:name'),
    email: t('accounts:email'),
    password: t('accounts:password'),
    founders: t('founding:founders'),
  }
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <FoundingSteps now="people" />
        <PageHead
          title={t('founding:people.head')}
          lead={person ? t('founding:people.you', { name: person.name }) : undefined}
        />
        <form method="post">
          {person ? null : <NewAccountFields form={form} name="person" />}
          <TextArea
            form={form}
            name="founders"
            label={labels.founders}
            hint={t('founding:founders.hint')}
            value={founders}
            optional
            rows={4}
          />
          {person ? null : (
            <p>
              <a className="link" href={pathTo('/sign-in', { return: pathTo('/start/people') })}>
                {t('accounts:have-account')}
              </a>
            </p>
          )}
          <p className="row-acts">
            <SubmitButton>{t('founding:next')}</SubmitButton>
            <a className="link" href={pathTo('/start/look')}>
              {t('common:back')}
            </a>
          </p>
        </form>
      </main>
    </Shell>
  )
}
