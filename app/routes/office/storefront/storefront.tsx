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
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { TimeZoneField } from '#app/views/founding/time-zone.tsx'
import { storefrontForm } from './brand.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t, url } = await asMember(args, mayChangeBranding)
  const { headline, lead, about, area, sinceYear, contactEmail, contactPhone } =
    await readOwnStorefront(tenant)
  const { name, tagline, trade, city } = tenant
  return {
    title: t('storefront:brand.words'),
    said: noticeIn(url, 'storefront-saved'),
    timeZone: tenant.timeZone,
    now: {
      name,
      tagline,
      trade,
      city,
      headline,
      lead,
      about,
      area,
      contactEmail,
      contactPhone,
      sinceYear: String(sinceYear ?? ''),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args, mayChangeBranding)
  const form = await readForm(args.request, storefrontForm)
  if (!form.ok) return again(form.form)
  const { name, tagline, trade, city, timeZone, ...words } = form.value
  const entry = { name, tagline, trade, city, timeZone: timeZone || tenant.timeZone }
  const written = await writeOwnStorefront(tenant.id, { entry, words, by, at })
  return written.ok
    ? redirect(pathTo('/office/storefront', saying('storefront-saved')), 303)
    : refuse(form.form, 'form', written.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Words() {
  const { now, said, timeZone } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const label = (name: keyof typeof now) => t(`storefront:brand.word.${name}`)
  const names = Object.keys(now) as (keyof typeof now)[]
  const labels = {
    ...Object.fromEntries(names.map((name) => [name, label(name)])),
    timeZone: t('founding:timeZone'),
  }
  const line = (name: keyof typeof now, optional = true) => (
    <TextField form={form} name={name} label={label(name)} value={now[name]} optional={optional} />
  )
  return (
    <OfficeShell page="brand">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        {said && !form ? (
          <NoticeOf notice={said} link={{ href: pathTo('/'), text: t('storefront:brand.look') }} />
        ) : null}
        <PageHead
          title={t('storefront:brand.words.head')}
          lead={t('storefront:brand.words.lead')}
        />
        <form method="post">
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
            <h2>{t('storefront:brand.words.who')}</h2>
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
            <h2>{t('storefront:brand.contact')}</h2>
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
          <SubmitButton>{t('storefront:brand.words.save')}</SubmitButton>
        </form>
      </main>
    </OfficeShell>
  )
}
