import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { mayChangeBranding } from '#app/domains/members/may.ts'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeOwnStorefront } from '#app/flows/storefront/change-branding.server.ts'
import { readOwnStorefront } from '#app/reads/members/own-co-op.server.ts'
import {
  invalidForm,
  conflict,
  conflictOf,
  readFormData,
  readFields,
  refuse,
  readVersion,
} from '#app/request/form.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { EditConflict, useSaveWord, VersionField } from '#app/ui/edit-conflict.tsx'
import { ErrorSummary, type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { TimeZoneField } from '#app/views/founding/time-zone.tsx'
import { storefrontCells, storefrontForm } from './brand.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t, url } = await asMember(args, mayChangeBranding)
  const { words, look, version } = await readOwnStorefront(tenant)
  return {
    title: t('storefront:brand.words'),
    said: noticeIn(url, 'storefront-saved'),
    now: storefrontCells({ ...look, ...words }),
    version,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args, mayChangeBranding)
  const posted = await readFormData(args.request)
  const form = readFields(posted, storefrontForm)
  if (!form.ok) return invalidForm(form.form)
  const { name, tagline, trade, city, timeZone, ...words } = form.value
  const entry = { name, tagline, trade, city, timeZone: timeZone || tenant.timeZone }
  const version = readVersion(posted)
  const written = await writeOwnStorefront(tenant.id, { entry, words, version, by, at })
  const there = redirect(pathTo('/office/storefront', saying('storefront-saved')), 303)
  if (written.ok) return there
  if (written.refusal !== 'edit-conflict') return refuse(form.form, 'form', written.refusal)
  const known = await readOwnStorefront(tenant)
  const both = {
    version: known.version,
    now: storefrontCells({ ...known.look, ...known.words }),
    typed: storefrontCells({ ...entry, ...words }),
  }
  const older = conflictOf(form.form, both)
  return older ? conflict(older) : there
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

type Word = Exclude<keyof ReturnType<typeof storefrontCells>, 'timeZone'>

export default function Words() {
  const { now, said, version } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const label = (name: Word) => t(`storefront:brand.word.${name}`)
  const { timeZone, ...shown } = now
  const names = Object.keys(shown) as Word[]
  const save = useSaveWord(form, t('storefront:brand.words.save'))
  const labels = {
    ...Object.fromEntries(names.map((name) => [name, label(name)])),
    timeZone: t('founding:timeZone'),
  }
  const line = (name: Word, optional = true) => (
    <TextField form={form} name={name} label={label(name)} value={now[name]} optional={optional} />
  )
  return (
    <OfficeShell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <EditConflict form={form} labels={labels} />
        {said && !form ? (
          <NoticeOf notice={said} link={{ href: pathTo('/'), text: t('storefront:brand.look') }} />
        ) : null}
        <PageHead
          title={t('storefront:brand.words.head')}
          lead={t('storefront:brand.words.lead')}
        />
        <form method="post" id="edit">
          <VersionField form={form} now={version} />
          {line('headline', false)}
          <TextArea
            form={form}
            name="lead"
            label={label('lead')}
            value={now.lead}
            rows={3}
            optional
          />
          <TextArea
            form={form}
            name="about"
            label={label('about')}
            value={now.about}
            rows={6}
            optional
          />
          <section>
            <h2 className="mt-8 mb-6">{t('storefront:brand.words.who')}</h2>
            {line('name', false)}
            {line('tagline')}
            <div className="grid2">
              {line('trade')}
              {line('city')}
              {line('area')}
              <TextField
                form={form}
                name="sinceYear"
                label={label('sinceYear')}
                value={now.sinceYear}
                inputMode="numeric"
                optional
              />
            </div>
            <TimeZoneField form={form} now={timeZone} />
          </section>
          <section>
            <h2 className="mt-8 mb-6">{t('storefront:brand.contact')}</h2>
            <TextField
              form={form}
              name="contactEmail"
              type="email"
              label={label('contactEmail')}
              value={now.contactEmail}
              optional
            />
            <TextField
              form={form}
              name="contactPhone"
              type="tel"
              label={label('contactPhone')}
              value={now.contactPhone}
              optional
            />
          </section>
          <SubmitButton>{save}</SubmitButton>
        </form>
      </main>
    </OfficeShell>
  )
}
