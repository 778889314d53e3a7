import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  addListingPhoto,
  setCoverPhoto,
  removeListingPhoto,
} from '#app/flows/offerings/manage-listings.server.ts'
import { readOwnListing } from '#app/reads/offerings/own-listing.server.ts'
import { invalidForm, readFields, refuse, readFormData } from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { ErrorSummary, Field, type FormState, SubmitButton, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { gateways } from '#app/wiring.server.ts'
import { listingIn, photoForm } from './listing.server.ts'
import { readPhoto } from './photo-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t } = await asMember(args)
  const page = await readOwnListing(tenant, listingIn(args.params), at)
  if (!page?.listing) throw notFound()
  const { id, title } = page.listing
  return { title: t('offerings:photos.of', { title }), id, photos: page.photos }
}

export async function action(args: ActionFunctionArgs) {
  const { tenant, member, at } = await asMember(args)
  const listing = listingIn(args.params)
  if (!listing) throw notFound()
  const posted = await readFormData(args.request)
  const here = redirect(pathTo('/office/listings/:id/photos', { id: listing }), 303)
  const { storage } = gateways()
  if (posted.get('act') === 'add') {
    const photo = await readPhoto(posted)
    if (!photo.ok) return invalidForm(photo.form)
    const by = { id: member.id, name: member.name }
    const hung = await addListingPhoto(storage, tenant.id, { listing, ...photo.value, by, at })
    return hung.ok ? here : refuse(photo.form, 'picture', hung.refusal)
  }
  const form = readFields(posted, photoForm)
  if (!form.ok) return invalidForm(form.form)
  const { id: file } = form.value
  if (!file) throw notFound()
  const hanging = { listing, file, by: member }
  const done =
    form.value.act === 'first'
      ? await setCoverPhoto(tenant.id, hanging)
      : await removeListingPhoto(storage, tenant.id, hanging)
  return done.ok ? here : refuse(form.form, 'form', done.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Photos() {
  const { title, id, photos } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const labels = { picture: t('offerings:photos.file'), alt: t('offerings:photos.alt') }
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <p className="text-sm">
          <a className="link" href={pathTo('/office/listings/:id', { id })}>
            {t('offerings:back')}
          </a>
        </p>
        <ErrorSummary form={form} labels={labels} />
        <PageHead title={title} lead={t('offerings:photos.lead')} />
        <div className="duo lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-8">
            {photos.map((photo, index) => (
              <li key={photo.id}>
                <img
                  className="aspect-3/2 h-auto w-full rounded object-cover"
                  src={pathTo('/files/:id/:size', { id: photo.id, size: 800 })}
                  alt={photo.alt}
                  width={800}
                  height={533}
                  loading="lazy"
                />
                <p className="text-sm" dir="auto">
                  {photo.alt}
                </p>
                <form method="post" className="row-acts mt-2 justify-between">
                  <input type="hidden" name="id" value={photo.id} />
                  {index > 0 ? (
                    <button className="ghost" name="act" value="first">
                      {t('offerings:photos.first')}
                    </button>
                  ) : (
                    <span className="tag ok">{t('offerings:photos.is-first')}</span>
                  )}
                  <button className="plain" name="act" value="remove">
                    {t('offerings:photos.remove')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          <form method="post" encType="multipart/form-data">
            <h2>{t('offerings:photos.add')}</h2>
            <Field
              form={form}
              name="picture"
              label={labels.picture}
              hint={t('offerings:photos.file.hint')}
            >
              <input
                id="picture"
                name="picture"
                type="file"
                accept="image/jpeg,image/png,image/webp,image/avif"
                aria-describedby="picture-hint"
                required
              />
            </Field>
            <TextField
              form={form}
              name="alt"
              label={labels.alt}
              hint={t('offerings:photos.alt.hint')}
            />
            <SubmitButton name="act" value="add">
              {t('offerings:photos.hang')}
            </SubmitButton>
          </form>
        </div>
      </main>
    </OfficeShell>
  )
}
