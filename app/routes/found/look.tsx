import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveDraft, saveDraftLook } from '#app/flows/founding/draft-co-op.server.ts'
import { readSimilarNames } from '#app/reads/founding/free-slugs.server.ts'
import {
  invalidForm,
  tooManyRequests,
  readFormData,
  readFields,
  refuse,
} from '#app/request/form.server.ts'
import { minutesUntilAllowed } from '#app/request/limits.server.ts'
import { readUpload } from '#app/request/upload.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { EnterSubmits, ErrorSummary, Field, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { LogoField, LogoNow } from '#app/views/storefront/logo-field.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { ShopPreview } from '#app/views/storefront/shop-preview.tsx'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { asFounderWithDraft, countryOf } from './draft.server.ts'
import { lookForm } from './forms.server.ts'
import { askedLook, chosenPair, COLOUR_PAIRS, shownAs } from './colour-pairs.ts'
import { SimilarNames } from '#app/views/founding/similar-names.tsx'
import { FoundingSteps } from './steps.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale, data, draft } = await asFounderWithDraft(args)
  return {
    title: t('founding:step.look'),
    slug: data.slug,
    name: data.name,
    namesakes: await readSimilarNames(data.name),
    headline: blueprintOf(data.blueprint)?.headline[locale] ?? '',
    currency: countryOf(data).currency,
    worn: { colour: data.colour, colour2: data.colour2 },
    logo: draft.hasLogo ? pathTo('/start/logo') : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { draft, data, at, peer, t } = await asFounderWithDraft(args)
  const posted = await readFormData(args.request)
  const form = readFields(posted, lookForm)
  if (!form.ok) return invalidForm(form.form)
  const act = posted.get('act')
  const { colour, colour2 } = chosenPair(form.value) ?? form.value
  const filled = { data: { ...data, colour, colour2 }, at }
  if (act === 'no-logo') {
    await saveDraft(draft.id, { ...filled, logo: null })
    return redirect(pathTo('/start/look'), 303)
  }
  const upload = await readUpload(posted, 'logo')
  if (!upload && act === 'logo')
    return invalidForm({ ...form.form, errors: { logo: 'offerings:photos.missing' } })
  const minutes = upload ? await minutesUntilAllowed('draft-logo', peer) : 0
  if (minutes) return tooManyRequests(form.form, 'logo', { minutes, t })
  const kept = await saveDraftLook(draft.id, { ...filled, upload })
  if (!kept.ok) return refuse(form.form, 'logo', kept.refusal)
  return redirect(pathTo(act === 'logo' || act === 'weave' ? '/start/look' : '/start/people'), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Look() {
  const { slug, name, namesakes, headline, currency, worn, logo } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { pair, tried } = askedLook(form?.values ?? {}, worn)
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <ErrorSummary
          form={form}
          labels={{
            colour: t('founding:colour'),
            colour2: t('founding:colour2'),
            logo: t('storefront:brand.logo'),
          }}
        />
        <FoundingSteps now="look" />
        <SimilarNames name={name} slugs={namesakes} large />
        <PageHead title={t('founding:look.head', { name })} lead={t('founding:look.lead')} />
        <div className="duo">
          <section aria-label={t('storefront:brand.preview')}>
            <ShopPreview
              {...tried}
              slug={slug}
              name={name}
              headline={headline}
              currency={currency}
              logo={logo}
            />
            <p className="text-sm mt-4 text-muted">
              {t(
                tried.moved
                  ? `storefront:brand.moved.${tried.moved}`
                  : 'storefront:brand.moved.not',
                {
                  picked: tried.picked,
                },
              )}
            </p>
          </section>
          <form method="post" encType="multipart/form-data">
            <EnterSubmits />
            <fieldset className="mb-6 grid gap-3">
              <legend className="mb-3">{t('founding:dyes')}</legend>
              {COLOUR_PAIRS.map(({ key, colour, colour2 }) => (
                <label
                  key={key}
                  className="grid min-h-14 cursor-pointer grid-cols-[auto_minmax(0,8rem)_minmax(0,1fr)] items-center gap-4 font-medium"
                >
                  <input type="radio" name="pair" value={key} defaultChecked={pair === key} />
                  <Cloth
                    look={`s=${slug}&c=${colour.slice(1)}&d=${colour2.slice(1)}`}
                    width={240}
                    height={56}
                    className="h-12 w-full rounded object-cover"
                  />
                  <span>{t(`founding:dye.${key}`)}</span>
                </label>
              ))}
              <label className="grid min-h-14 cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-center gap-4 font-medium">
                <input type="radio" name="pair" value="own" defaultChecked={pair === 'own'} />
                <span>{t('founding:dye.own')}</span>
              </label>
            </fieldset>
            <input type="hidden" name="shown" value={shownAs(tried)} />
            <div className="grid2">
              <Picker name="colour" value={tried.colour} />
              <Picker name="colour2" value={tried.colour2} />
            </div>
            <section className="grid gap-4 border-t-[1.5px] border-ink pt-5 [&_.row-acts]:m-0">
              <h2 className="text-xl">{t('storefront:brand.logo')}</h2>
              <LogoNow src={logo}>
                <button className="plain" name="act" value="no-logo">
                  {t('storefront:brand.logo.remove')}
                </button>
              </LogoNow>
              <LogoField form={form} optional />
              <p>
                <button className="ghost" name="act" value="logo">
                  {t('storefront:brand.logo.hang')}
                </button>
              </p>
            </section>
            <p className="row-acts">
              <button className="ghost" name="act" value="weave">
                {t('founding:weave')}
              </button>
              <button className="btn big">{t('founding:next')}</button>
              <a className="link" href={pathTo('/start/name')}>
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
    <Field form={undefined} name={name} label={t(`founding:${name}`)}>
      <input id={name} name={name} type="color" defaultValue={value} />
    </Field>
  )
}
