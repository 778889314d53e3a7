import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { provisionCoOp } from '#app/flows/founding/provision-co-op.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import {
  ErrorSummary,
  Field,
  type FormState,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { saying } from '#app/ui/notice.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { TimeZoneField } from '#app/views/founding/time-zone.tsx'
import { blueprints } from '#tenants/blueprints/all.ts'
import { COUNTRIES } from '#tenants/countries.ts'
import { hostOf } from '#tenants/resolve.server.ts'
import { provisionForm } from './provision-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale } = await asAdmin(args)
  return {
    title: t('federation:nav.new'),
    base: hostOf(''),
    blueprints: blueprints
      .filter(({ state }) => state === 'ready')
      .map(({ key, name }) => ({ value: key, label: name[locale] })),
    countries: COUNTRIES.map(({ country }) => country),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, provisionForm)
  if (!form.ok) return invalidForm(form.form)
  const by = { id: person.id, name: person.name }
  const done = await provisionCoOp(form.value, { by, at })
  if (!done.ok)
    return refuse(form.form, done.refusal.startsWith('slug') ? 'slug' : 'blueprint', done.refusal)
  const { slug, createdAt } = done.value
  const now = createdAt.epochMilliseconds === at.epochMilliseconds
  const notice = saying(now ? 'co-op-provisioned' : 'co-op-provisioned-before')
  return redirect(pathTo('/console/co-ops/:slug', { slug }, notice), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function NewCoOp() {
  const page = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = {
    name: t('founding:new.name'),
    slug: t('founding:slug'),
    country: t('founding:country'),
    city: t('orders:city'),
    colour: t('founding:colour'),
    colour2: t('founding:colour2'),
    timeZone: t('founding:timeZone'),
    blueprint: t('federation:fact.blueprint'),
    founder: t('founding:founder.name'),
    email: t('founding:founder.email'),
    others: t('founding:founders'),
  }
  const text = (name: keyof typeof labels, optional = false) => (
    <TextField form={form} name={name} label={labels[name]} optional={optional} />
  )
  return (
    <ConsoleShell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <PageHead title={t('founding:new.head')} lead={t('founding:new.lead')} />
        <p>
          <a className="link" href={pathTo('/console/import')}>
            {t('founding:many')}
          </a>
        </p>
        <form method="post" className="mt-6">
          {text('name')}
          <TextField
            form={form}
            name="slug"
            label={labels.slug}
            hint={t('founding:slug.hint', { base: page.base })}
            ltr
            optional
          />
          <div className="grid2">
            <SelectField
              form={form}
              name="country"
              label={labels.country}
              options={page.countries.map((value) => ({
                value,
                label: t(`founding:country.${value}` as 'founding:country.GB'),
              }))}
            />
            {text('city', true)}
            <Colour form={form} name="colour" usual="#25358a" />
            <Colour form={form} name="colour2" usual="#f2b13c" />
          </div>
          <TimeZoneField form={form} />
          <SelectField
            form={form}
            name="blueprint"
            label={labels.blueprint}
            options={page.blueprints}
          />
          <section>
            <h2>{t('founding:founder')}</h2>
            <p className="hint">{t('founding:founder.hint')}</p>
            {text('founder')}
            <TextField form={form} name="email" type="email" label={labels.email} />
            <TextArea
              form={form}
              name="others"
              label={labels.others}
              hint={t('founding:founders.hint')}
              rows={3}
              optional
            />
          </section>
          <SubmitButton>{t('founding:new.do')}</SubmitButton>
        </form>
      </main>
    </ConsoleShell>
  )
}

function Colour({
  form,
  name,
  usual,
}: {
  readonly form: FormState | undefined
  readonly name: 'colour' | 'colour2'
  readonly usual: string
}) {
  const { t } = useLanguage()
  return (
    <Field form={form} name={name} label={t(`founding:${name}`)}>
      <input id={name} name={name} type="color" defaultValue={form?.values[name] ?? usual} />
    </Field>
  )
}
