import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { provisionCoOp } from '#app/flows/provision-co-op.server.ts'
import { again, readForm, refuse } from '#app/request/form.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
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
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { TimeZoneField } from '#app/ui/time-zone.tsx'
import { blueprints } from '#tenants/blueprints/all.ts'
import { LANDS } from '#tenants/lands.ts'
import { hostOf } from '#tenants/resolve.server.ts'
import { provisionForm } from './forms.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale } = await asAdmin(args)
  return {
    title: t('provision:nav.new'),
    base: hostOf(''),
    blueprints: blueprints
      .filter(({ state }) => state === 'ready')
      .map(({ key, name }) => ({ value: key, label: name[locale] })),
    countries: LANDS.map(({ country }) => country),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { person, at } = await asAdmin(args)
  const form = await readForm(args.request, provisionForm)
  if (!form.ok) return again(form.form)
  const by = { id: person.id, name: person.name }
  const done = await provisionCoOp(form.value, { by, at })
  if (!done.ok)
    return refuse(form.form, done.refusal.startsWith('slug') ? 'slug' : 'blueprint', done.refusal)
  const { slug, createdAt } = done.value
  const now = createdAt.epochMilliseconds === at.epochMilliseconds
  return redirect(`/console/co-ops/${slug}?provisioned=${now ? 'now' : 'again'}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function NewCoOp() {
  const page = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = {
    name: t('provision:new.name'),
    slug: t('found:slug'),
    country: t('found:country'),
    city: t('shop:city'),
    colour: t('found:colour'),
    colour2: t('found:colour2'),
    timeZone: t('found:timeZone'),
    blueprint: t('provision:fact.blueprint'),
    founder: t('provision:founder.name'),
    email: t('provision:founder.email'),
    others: t('found:founders'),
  }
  const text = (name: keyof typeof labels, optional = false) => (
    <TextField form={form} name={name} label={labels[name]} optional={optional} />
  )
  return (
    <ConsoleShell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <PageHead title={t('provision:new.head')} lead={t('provision:new.lead')} />
        <p>
          <a className="link" href="/console/import">
            {t('provision:many')}
          </a>
        </p>
        <form method="post">
          {text('name')}
          <TextField
            form={form}
            name="slug"
            label={labels.slug}
            hint={t('found:slug.hint', { base: page.base })}
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
                label: t(`found:country.${value}` as 'found:country.GB'),
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
            <h2>{t('provision:founder')}</h2>
            <p className="hint">{t('provision:founder.hint')}</p>
            {text('founder')}
            <TextField form={form} name="email" type="email" label={labels.email} />
            <TextArea
              form={form}
              name="others"
              label={labels.others}
              hint={t('found:founders.hint')}
              rows={3}
              optional
            />
          </section>
          <SubmitButton>{t('provision:new.do')}</SubmitButton>
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
    <Field form={form} name={name} label={t(`found:${name}`)}>
      <input id={name} name={name} type="color" defaultValue={form?.values[name] ?? usual} />
    </Field>
  )
}
