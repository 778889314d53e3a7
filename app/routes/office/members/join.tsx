import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { maskEmail } from '#app/domains/accounts/person.ts'
import { joinCoOp } from '#app/flows/members/join-co-op.server.ts'
import { readInvitation } from '#app/reads/members/invitation.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { sentText } from '#app/request/form-fields.server.ts'
import { asCustomer, asPerson, atCoop } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState, SubmitButton } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Note, PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, tenant, url, at, person, member } = await asCustomer(args)
  const name = tenant.name
  if (member && member.state !== 'left')
    return { title: t('members:join.member', { name }), kind: 'member' as const }
  const code = url.searchParams.get('code') ?? ''
  const invitation = await readInvitation(tenant, code, at)
  if (!invitation) return { title: t('members:join.useless'), kind: 'useless' as const }
  const { email, by } = invitation
  const title = by ? t('members:join.by', { by, name }) : t('members:join.head', { name })
  if (!person) return { title, kind: 'signed-out' as const, code, email }
  if (person.email === email) return { title, kind: 'invited' as const, code }
  const other = { name: person.name, email: person.email }
  return { title, kind: 'other' as const, code, sentTo: maskEmail(email), other }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, at } = atCoop(args)
  const { person } = await asPerson(args)
  const form = await readForm(args.request, z.object({ code: sentText(200) }))
  if (!form.ok) return invalidForm(form.form)
  const done = await joinCoOp(tenant, { code: form.value.code, person, at })
  // A second press changes nothing and leads to the same place.
  return done.ok || done.refusal === 'member-already'
    ? redirect(pathTo('/office'), 303)
    : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Join() {
  const page = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={{}} />
        <Invitation page={page} />
      </main>
    </Shell>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Invitation({ page }: { readonly page: Page }) {
  const { t } = useLanguage()
  const { name } = useCoOp()
  if (page.kind === 'member')
    return (
      <>
        <PageHead title={page.title} />
        <p>
          <a className="btn big" href={pathTo('/office')}>
            {t('members:join.to-office')}
          </a>
        </p>
      </>
    )
  if (page.kind === 'useless')
    return (
      <>
        <PageHead title={page.title} lead={t('refusals:invitation-useless')} />
        <p>
          <a className="btn big" href={pathTo('/')}>
            {t('members:join.to-co-op', { name })}
          </a>
        </p>
      </>
    )
  return (
    <>
      <PageHead title={page.title} lead={t('members:join.what', { name })} />
      {page.kind === 'invited' ? (
        <form method="post">
          <input type="hidden" name="code" value={page.code} />
          <div className="row-acts">
            <SubmitButton>{t('members:join.do')}</SubmitButton>
            <CharterLink />
          </div>
        </form>
      ) : page.kind === 'other' ? (
        <OtherAccount page={page} />
      ) : (
        <NewOrKnown page={page} />
      )}
    </>
  )
}

/** The charter that a new member agrees to, to read before joining. */
function CharterLink() {
  const { t } = useLanguage()
  return (
    <a className="link" href={pathTo('/charter')}>
      {t('members:join.charter')}
    </a>
  )
}

const pathOf = (code: string) => pathTo('/join', { code })

/** A notice that the invitation was sent to another address, with the way to its account. */
function OtherAccount({ page }: { readonly page: Extract<Page, { kind: 'other' }> }) {
  const { t } = useLanguage()
  return (
    <>
      <Note kind="bad">
        <p>
          {t('members:join.sent-to')}{' '}
          <bdi dir="ltr" className="inline-block max-w-full wrap-anywhere">
            {page.sentTo}
          </bdi>
        </p>
        <p>
          {t('members:join.you-are')} <bdi>{page.other.name}</bdi>{' '}
          <bdi dir="ltr" className="inline-block max-w-full wrap-anywhere">
            ({page.other.email})
          </bdi>
        </p>
      </Note>
      <form method="post" action={pathTo('/sign-out')}>
        <input type="hidden" name="next" value={pathOf(page.code)} />
        <SubmitButton>{t('members:join.switch')}</SubmitButton>
      </form>
    </>
  )
}

/** The links for a reader who is not signed in: to a new or a known account. Both lead back here. */
function NewOrKnown({ page }: { readonly page: Extract<Page, { kind: 'signed-out' }> }) {
  const { t } = useLanguage()
  const known = { return: pathOf(page.code), email: page.email }
  return (
    <>
      <p>
        {t('members:join.sent-to')}{' '}
        <bdi dir="ltr" className="inline-block max-w-full wrap-anywhere">
          {page.email}
        </bdi>
      </p>
      <p className="row-acts">
        <a className="btn big" href={pathTo('/sign-up', known)}>
          {t('members:join.new-account')}
        </a>
        <a className="link" href={pathTo('/sign-in', known)}>
          {t('members:join.own-account')}
        </a>
        <CharterLink />
      </p>
    </>
  )
}
