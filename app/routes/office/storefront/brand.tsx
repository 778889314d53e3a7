import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { mayChangeBranding, type RightsRefusal } from '#app/domains/members/may.ts'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  changeLogo,
  removeLogo,
  changeColours,
} from '#app/flows/storefront/change-branding.server.ts'
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
import { readUploadedPicture } from '#app/request/upload.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { EditConflict, useSaveWord, VersionField } from '#app/ui/edit-conflict.tsx'
import { ErrorSummary, Field, type FormState } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { LogoField, LogoNow } from '#app/views/storefront/logo-field.tsx'
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { ShopPreview } from '#app/views/storefront/shop-preview.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { gateways } from '#app/wiring.server.ts'
import { forgetTenant } from '#tenants/resolve.server.ts'
import { colourIn, previewLook } from '#tenants/branding/preview-look.ts'
import { coloursForm } from './brand.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t, url } = await asMember(args, mayChangeBranding)
  const { words, look } = await readOwnStorefront(tenant)
  const colour = colourIn(url.searchParams.get('colour'), look.colour)
  const colour2 = colourIn(url.searchParams.get('colour2'), look.colour2)
  const seen = url.searchParams.get('version')
  return {
    title: t('storefront:brand.colours'),
    tried: previewLook(colour, colour2),
    trying: colour !== look.colour || colour2 !== look.colour2,
    // The version of a preview is the one that was current when the preview began.
    version: seen === null ? look.coloursVersion : Number(seen),
    logo: look.logoKey,
    said: noticeIn(url, 'look-saved'),
    headline: words.headline,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at } = await asMember(args, mayChangeBranding)
  const posted = await readFormData(args.request)
  const { storage } = gateways()
  const here = () => {
    // The next page reads the changed look at once, before the notification of the change arrives.
    forgetTenant(tenant.id)
    return redirect(pathTo('/office/brand', saying('look-saved')), 303)
  }
  const act = posted.get('act')
  const seen = { id: tenant.id, logoKey: String(posted.get('now') ?? '') || null }
  if (act === 'no-logo') {
    const { form } = readFields(posted, z.object({}))
    const down = await removeLogo(storage, seen, { by, at })
    return down.ok ? here() : refuseLogo(form, down.refusal)
  }
  if (act === 'logo') {
    const { form } = readFields(posted, z.object({}))
    const picture = await readUploadedPicture(posted, 'logo', 'logo')
    if (!picture.ok) return refuse(form, 'logo', picture.refusal)
    if (!picture.value)
      return invalidForm({ ...form, errors: { logo: 'offerings:photos.missing' } })
    const hung = await changeLogo(storage, seen, { picture: picture.value, by, at })
    return hung.ok ? here() : refuseLogo(form, hung.refusal)
  }
  const form = readFields(posted, coloursForm)
  if (!form.ok) return invalidForm(form.form)
  const version = readVersion(posted)
  const worn = await changeColours(tenant.id, { ...form.value, version, by, at })
  if (worn.ok) return here()
  if (worn.refusal !== 'edit-conflict') return refuse(form.form, 'form', worn.refusal)
  const { colour, colour2, coloursVersion } = (await readOwnStorefront(tenant)).look
  const both = { version: coloursVersion, now: { colour, colour2 }, typed: form.value }
  const older = conflictOf(form.form, both)
  return older ? conflict(older) : here()
}

/**
 * Refuses a change of a logo. After a conflict, the page shows the current logo, and the reader chooses the picture
 * again.
 */
const refuseLogo = (form: FormState, refusal: 'edit-conflict' | RightsRefusal) =>
  refusal === 'edit-conflict'
    ? conflict({ ...form, errors: { logo: 'forms:conflict.logo' } })
    : refuse(form, 'logo', refusal)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Brand() {
  const { tried, trying, said, headline, version } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const { name, slug, currency } = useCoOp()
  const labels = {
    colour: t('founding:colour'),
    colour2: t('founding:colour2'),
    logo: t('storefront:brand.logo.file'),
  }
  const wear = useSaveWord(form, t('storefront:brand.wear'))
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        <EditConflict form={form} labels={labels} act="wear" />
        {said && !trying && !form ? <NoticeOf notice={said} /> : null}
        <PageHead
          title={t('storefront:brand.colours.head')}
          lead={t('storefront:brand.colours.lead')}
        />
        <div className="duo">
          <section aria-label={t('storefront:brand.preview')}>
            <ShopPreview
              {...tried}
              name={name}
              slug={slug}
              currency={currency}
              headline={headline}
            />
          </section>
          <div className="stack">
            <form method="post" id="edit">
              <VersionField form={form} now={version} />
              <Picker name="colour" form={form} value={tried.colour} />
              <Picker name="colour2" form={form} value={tried.colour2} />
              <p className="row-acts">
                <button className={trying ? 'ghost' : 'btn'} formMethod="get">
                  {t('storefront:brand.try')}
                </button>
                <button className={trying ? 'btn' : 'ghost'} name="act" value="wear">
                  {wear}
                </button>
              </p>
            </form>
            <Verdict />
            <Logo form={form} />
          </div>
        </div>
      </main>
    </OfficeShell>
  )
}

function Picker({
  name,
  form,
  value,
}: {
  readonly name: 'colour' | 'colour2'
  readonly form: FormState | undefined
  readonly value: string
}) {
  const { t } = useLanguage()
  return (
    <Field form={form} name={name} label={t(`founding:${name}`)}>
      <input id={name} name={name} type="color" defaultValue={form?.values[name] ?? value} />
    </Field>
  )
}

/** A sentence about how the picked colours were changed, and their contrast. */
function Verdict() {
  const { tried } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <div className="note m-0" role="status">
      <p>
        {t(tried.moved ? `storefront:brand.moved.${tried.moved}` : 'storefront:brand.moved.not', {
          picked: tried.picked,
        })}
      </p>
      <p className="text-sm text-muted">
        {t('storefront:brand.contrast', { day: tried.day, night: tried.night })}
      </p>
    </div>
  )
}

function Logo({ form }: { readonly form: FormState | undefined }) {
  const { t } = useLanguage()
  const { logo } = useLoaderData<typeof loader>()
  return (
    <section className="grid gap-4 border-t-[1.5px] border-ink pt-5">
      <h2 className="mb-4 text-xl">{t('storefront:brand.logo')}</h2>
      <form method="post">
        <LogoSeen />
        <LogoNow src={logo && pathTo('/files/:id/:size', { id: logo, size: 400 })}>
          <button className="plain" name="act" value="no-logo">
            {t('storefront:brand.logo.remove')}
          </button>
        </LogoNow>
      </form>
      <form method="post" encType="multipart/form-data">
        <LogoSeen />
        <LogoField form={form} />
        <button className="ghost" name="act" value="logo">
          {t('storefront:brand.logo.hang')}
        </button>
      </form>
    </section>
  )
}

/** The hidden field with the logo that the reader sees, so that a change of another logo is refused. */
function LogoSeen() {
  const { logo } = useLoaderData<typeof loader>()
  return <input type="hidden" name="now" value={logo ?? ''} />
}
