import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LOCALES } from '#app/kernel/locale.ts'
import type { Refusal } from '#app/kernel/outcome.ts'
import { readSimilarNames, readSlug } from '#app/reads/founding/free-slugs.server.ts'
import { invalidForm, readForm, refuse } from '#app/request/form.server.ts'
import { LIVE_SCRIPT, pathTo } from '#app/site-map/paths.ts'
import {
  EnterSubmits,
  ErrorSummary,
  type FormState,
  SelectField,
  TextField,
} from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { SimilarNames } from '#app/views/founding/similar-names.tsx'
import { TimeZoneField } from '#app/views/founding/time-zone.tsx'
import { COUNTRIES } from '#tenants/countries.ts'
import { hostOf } from '#tenants/resolve.server.ts'
import { requestedSlug } from '#tenants/slug.ts'
import { asFounderWithDraft, fillStep } from './draft.server.ts'
import { nameForm } from './forms.server.ts'
import { FoundingSteps } from './steps.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, data, locale } = await asFounderWithDraft(args)
  const typed = url.searchParams
  const asked = typed.has('name')
  const now = {
    name: (typed.get('name') ?? data.name).slice(0, 200),
    slug: (typed.get('slug') ?? data.slug).trim().slice(0, 60),
    country: typed.get('country') ?? data.country,
    city: (typed.get('city') ?? data.city).slice(0, 200),
    timeZone: typed.get('timeZone') ?? data.timeZone ?? '',
    trade: (typed.get('trade') ?? data.trade ?? '').slice(0, 200),
    locale: typed.get('locale') ?? data.locale ?? locale,
  }
  const wished = requestedSlug(now)
  return {
    title: t('founding:step.name'),
    now,
    base: hostOf(''),
    countries: COUNTRIES.map(({ country }) => country),
    namesakes: asked ? await readSimilarNames(now.name) : [],
    verdict: asked && wished ? await readSlug(wished, now.city) : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const founding = await asFounderWithDraft(args)
  const form = await readForm(args.request, nameForm)
  if (!form.ok) return invalidForm(form.form)
  const slug = requestedSlug(form.value)
  const { refusal } = await readSlug(slug, form.value.city)
  if (refusal) return refuse(form.form, 'slug', refusal)
  return fillStep(founding, { ...form.value, slug }, pathTo('/start/look'))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Name() {
  const { now, base, countries, verdict, namesakes } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = {
    name: t('founding:name'),
    slug: t('founding:slug'),
    country: t('founding:country'),
    city: t('orders:city'),
    timeZone: t('founding:timeZone'),
    trade: t('founding:trade'),
    locale: t('founding:locale'),
  }
  return (
    <Shell>
      <main id="main" className="wrap page narrow">
        <ErrorSummary form={form} labels={labels} />
        <FoundingSteps now="name" />
        <PageHead title={t('founding:name.head')} />
        <form method="post" data-live="name slug city">
          <EnterSubmits />
          <TextField form={form} name="name" label={labels.name} value={now.name} />
          <TextField
            form={form}
            name="slug"
            label={labels.slug}
            hint={t('founding:slug.hint', { base })}
            value={now.slug}
            ltr
            optional
          />
          <div data-live-answer="" aria-live="polite">
            {verdict && !form ? <Verdict base={base} verdict={verdict} /> : null}
            {form ? null : <SimilarNames name={now.name} slugs={namesakes} large />}
          </div>
          <p className="-mt-3 mb-6">
            <button className="ghost" formMethod="get" formNoValidate>
              {t('founding:free')}
            </button>
          </p>
          <div className="grid2">
            <SelectField
              form={form}
              name="country"
              label={labels.country}
              value={now.country}
              options={countries.map((value) => ({
                value,
                label: t(`founding:country.${value}` as 'founding:country.GB'),
              }))}
            />
            <TextField form={form} name="city" label={labels.city} value={now.city} optional />
          </div>
          <TextField
            form={form}
            name="trade"
            label={labels.trade}
            hint={t('founding:trade.hint')}
            value={now.trade}
            optional
          />
          <SelectField
            form={form}
            name="locale"
            label={labels.locale}
            hint={t('founding:locale.hint')}
            value={now.locale}
            options={LOCALES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          />
          <TimeZoneField form={form} chosen={now.timeZone} />
          <p className="row-acts">
            <button className="btn big">{t('founding:next')}</button>
            <a className="link" href={pathTo('/start')}>
              {t('common:back')}
            </a>
          </p>
        </form>
      </main>
      <script src={LIVE_SCRIPT} defer />
    </Shell>
  )
}

/** Whether the address is free, and which others are. */
function Verdict({
  verdict,
  base,
}: {
  readonly verdict: {
    readonly slug: string
    readonly refusal: Refusal | null
    readonly suggestions: readonly string[]
  }
  readonly base: string
}) {
  const { t } = useLanguage()
  const { slug, refusal, suggestions } = verdict
  return (
    <div className={refusal ? 'note bad' : 'note ok'}>
      <p>
        <bdi className="mono text-md font-semibold" dir="ltr">
          {slug}
          {base}
        </bdi>
      </p>
      <p>{refusal ? t(`refusals:${refusal}`) : t('founding:is-free')}</p>
      {suggestions.length > 0 ? (
        <p>
          {t('founding:these-are')}{' '}
          {suggestions.map((one) => (
            <span key={one}>
              <bdi className="mono inline-block text-md font-semibold" dir="ltr">
                {one}
              </bdi>{' '}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
