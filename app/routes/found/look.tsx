import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readNamesakes } from '#app/reads/free-slugs.server.ts'
import { again, readForm } from '#app/request/form.server.ts'
import { ErrorSummary, Field, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { ShopPreview } from '#app/ui/shop-preview.tsx'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { colourIn, tryOn } from '#tenants/branding/try-on.ts'
import { asFounderWithDraft, fillStep, landOf } from './draft.server.ts'
import { lookForm } from './forms.server.ts'
import { DYES } from './dyes.ts'
import { Namesakes } from '#app/ui/namesakes.tsx'
import { FoundingSteps } from './steps.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, url, locale, data } = await asFounderWithDraft(args)
  const pair = DYES.find(({ key }) => key === url.searchParams.get('pair'))
  const colour = pair?.colour ?? colourIn(url.searchParams.get('colour'), data.colour)
  const colour2 = pair?.colour2 ?? colourIn(url.searchParams.get('colour2'), data.colour2)
  const worn = DYES.find((dye) => dye.colour === colour && dye.colour2 === colour2)
  return {
    title: t('founding:step.look'),
    slug: data.slug,
    name: data.name,
    namesakes: await readNamesakes(data.name),
    headline: blueprintOf(data.blueprint)?.headline[locale] ?? '',
    currency: landOf(data).currency,
    pair: worn?.key ?? 'own',
    tried: tryOn(colour, colour2),
  }
}

export async function action(args: ActionFunctionArgs) {
  const founding = await asFounderWithDraft(args)
  const form = await readForm(args.request, lookForm)
  if (!form.ok) return again(form.form)
  const dye = DYES.find(({ key }) => key === form.value.pair)
  const { colour, colour2 } = dye ?? form.value
  return fillStep(founding, { colour, colour2 }, '/start/people')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Look() {
  const { slug, name, namesakes, headline, currency, pair, tried } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  return (
    <Shell page="founding">
      <main id="main" className="wrap page">
        <ErrorSummary
          form={form}
          labels={{ colour: t('found:colour'), colour2: t('found:colour2') }}
        />
        <FoundingSteps now="look" />
        <Namesakes name={name} slugs={namesakes} />
        <PageHead title={t('founding:look.head', { name })} lead={t('founding:look.lead')} />
        <div className="duo">
          <section aria-label={t('brand:preview')}>
            <ShopPreview
              {...tried}
              slug={slug}
              name={name}
              headline={headline}
              currency={currency}
            />
            <p className="sm muted moved">
              {t(tried.moved ? `brand:moved.${tried.moved}` : 'brand:moved.not', {
                picked: tried.picked,
              })}
            </p>
          </section>
          <form method="post">
            <fieldset className="dyes">
              <legend>{t('founding:dyes')}</legend>
              {DYES.map(({ key, colour, colour2 }) => (
                <label key={key}>
                  <input type="radio" name="pair" value={key} defaultChecked={pair === key} />
                  <Cloth
                    look={`s=${slug}&c=${colour.slice(1)}&d=${colour2.slice(1)}`}
                    width={240}
                    height={56}
                    className="dye"
                  />
                  <span>{t(`founding:dye.${key}`)}</span>
                </label>
              ))}
              <label>
                <input type="radio" name="pair" value="own" defaultChecked={pair === 'own'} />
                <span>{t('founding:dye.own')}</span>
              </label>
            </fieldset>
            <div className="grid2">
              <Picker name="colour" value={tried.colour} />
              <Picker name="colour2" value={tried.colour2} />
            </div>
            <p className="row-acts">
              <button className="ghost" formMethod="get">
                {t('founding:weave')}
              </button>
              <button className="btn big">{t('founding:next')}</button>
              <a className="link" href="/start/name">
                {t('common:back')}
              </a>
            </p>
          </form>
        </div>
      </main>
    </Shell>
  )
}

function Picker({ name, value }: { readonly name: 'colour' | 'colour2'; readonly value: string }) {
  const { t } = useLanguage()
  return (
    <Field form={undefined} name={name} label={t(`found:${name}`)}>
      <input id={name} name={name} type="color" defaultValue={value} />
    </Field>
  )
}
