import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { foundCoOp } from '#app/flows/found-co-op.server.ts'
import { makeHandOver } from '#app/flows/sign-up.server.ts'
import { normaliseEmail } from '#app/domains/identity/person.ts'
import { originOf } from '#app/paths.server.ts'
import {
  again,
  email,
  hexColour,
  line,
  oneOf,
  optionalLine,
  paragraph,
  readForm,
  refuse,
} from '#app/request/form.server.ts'
import { atFederation, visitor } from '#app/request/guards.server.ts'
import { tooOften } from '#app/request/limits.server.ts'
import { sessionCookie } from '#app/request/session.server.ts'
import {
  Field,
  ErrorSummary,
  type FormState,
  RadioRows,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { blueprints } from '#tenants/blueprints/all.ts'
import { LANDS } from '#tenants/lands.ts'
import { hostOf } from '#tenants/resolve.server.ts'
import { slugFrom } from '#tenants/slug.ts'
import { founderOf, whySlugIsRefused } from './founder.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale } = atFederation(args)
  const { person } = await visitor(args)
  return {
    title: t('common:nav.start'),
    person: person && { name: person.name },
    base: hostOf(''),
    blueprints: blueprints.map(({ key, name, about, state }) => ({
      key,
      name: name[locale],
      about: about[locale],
      state,
    })),
  }
}

const countries = LANDS.map(({ country }) => country)
const house = {
  blueprint: z.string().max(40),
  name: line(80),
  slug: optionalLine(32),
  city: optionalLine(80),
  country: oneOf(countries as [string, ...string[]]),
  colour: hexColour.default('#25358a'),
  colour2: hexColour.default('#f2b13c'),
  founders: paragraph(4000),
}
const newcomer = z.object({
  ...house,
  person: line(120),
  email,
  password: z.string().max(400, 'forms:too-long'),
})

/** One form founds a co-op: its house, and, for somebody new, the account of its founder. */
export async function action(args: ActionFunctionArgs) {
  const visit = atFederation(args)
  const { at, host, locale, peer } = visit
  const { person: known } = await visitor(args)
  const read = await readForm(args.request.clone(), known ? z.object(house) : newcomer)
  if (!read.ok) return again(read.form)
  const { form, value } = read
  if (await tooOften('found', peer)) return refuse(form, 'form', 'too-often')
  const land = LANDS.find(({ country }) => country === value.country)
  const invited = value.founders
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(normaliseEmail)
  if (!land || invited.some((address) => address === undefined))
    return again({ ...form, errors: { founders: 'forms:not-an-email' } })
  const { name, city, country, blueprint, colour, colour2 } = value
  const slug = value.slug === '' ? slugFrom(name) : value.slug.toLowerCase()
  const taken = await whySlugIsRefused(slug)
  if (taken) return refuse(form, 'slug', taken)
  const signed = await founderOf(known, value, { locale, host, at })
  if ('refusal' in signed) return refuse(form, signed.field, signed.refusal)

  const place = {
    city,
    country,
    locale: land.locale,
    currency: land.currency,
    timeZone: land.timeZone,
  }
  const founded = await foundCoOp({
    slug,
    name,
    ...place,
    blueprint,
    colour,
    colour2,
    founder: signed.person,
    invited: invited.flatMap((address) => address ?? []),
    at,
  })
  const headers = signed.cookie ? sessionCookie(signed.cookie) : {}
  if (!founded.ok)
    return refuse(
      form,
      founded.refusal === 'blueprint-not-ready' ? 'blueprint' : 'slug',
      founded.refusal,
    )
  const code = await makeHandOver(signed.person.id, hostOf(slug), at)
  return redirect(`${originOf(slug)}/hand-over?code=${code}&return=/office/charter`, {
    status: 303,
    headers,
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Start() {
  const { blueprints: offered, person, base } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} />
        <PageHead title={t('found:head')} lead={t('found:lead')} />
        <form method="post">
          <RadioRows
            form={form}
            name="blueprint"
            label={t('found:blueprint')}
            value="home-services"
            options={offered.map(({ key, name, about, state }) => ({
              value: key,
              label: name,
              hint: about,
              end:
                state === 'coming' ? <span className="tag warn">{t('found:coming')}</span> : null,
            }))}
          />
          <TextField form={form} name="name" label={t('found:name')} />
          <TextField
            form={form}
            name="slug"
            label={t('found:slug')}
            hint={t('found:slug.hint', { base })}
            ltr
            optional
          />
          <div className="grid2">
            <SelectField
              form={form}
              name="country"
              label={t('found:country')}
              options={LANDS.map(({ country }) => ({
                value: country,
                label: t(`found:country.${country}` as 'found:country.GB'),
              }))}
            />
            <TextField form={form} name="city" label={t('shop:city')} optional />
          </div>
          <div className="grid2">
            <Field form={form} name="colour" label={t('found:colour')}>
              <input
                id="colour"
                name="colour"
                type="color"
                defaultValue={form?.values['colour'] ?? '#25358a'}
              />
            </Field>
            <Field form={form} name="colour2" label={t('found:colour2')}>
              <input
                id="colour2"
                name="colour2"
                type="color"
                defaultValue={form?.values['colour2'] ?? '#f2b13c'}
              />
            </Field>
          </div>
          <TextArea
            form={form}
            name="founders"
            label={t('found:founders')}
            hint={t('found:founders.hint')}
            optional
            rows={3}
          />
          {person ? null : (
            <section>
              <h2>{t('found:you')}</h2>
              <TextField form={form} name="person" label={t('shop:name')} autoComplete="name" />
              <TextField
                form={form}
                name="email"
                type="email"
                label={t('account:email')}
                autoComplete="username"
              />
              <TextField
                form={form}
                name="password"
                type="password"
                label={t('account:password')}
                hint={t('account:password.hint')}
                autoComplete="new-password"
              />
            </section>
          )}
          <SubmitButton>{t('found:do')}</SubmitButton>
        </form>
      </main>
    </Shell>
  )
}
