import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { removeOwnPhoto, writeOwnProfile } from '#app/flows/storefront/change-branding.server.ts'
import { type Locale, LOCALES } from '#app/kernel/locale.ts'
import { readOwnProfile } from '#app/reads/members/own-co-op.server.ts'
import {
  invalidForm,
  conflict,
  conflictOf,
  readFormData,
  readFields,
  refuse,
  readVersion,
} from '#app/request/form.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { readUploadedPicture } from '#app/request/upload.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { EditConflict, useSaveWord, VersionField } from '#app/ui/edit-conflict.tsx'
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
import { NoticeOf, noticeIn, saying } from '#app/ui/notice.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { gateways } from '#app/wiring.server.ts'
import { profileForm } from './profile.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t, url } = await asMember(args)
  const profile = await readOwnProfile(tenant, member.id)
  if (!profile) throw notFound()
  return {
    title: t('members:brand.you'),
    id: member.id,
    said: noticeIn(url, 'profile-saved'),
    profile,
  }
}

type Said = { readonly displayName: string; readonly about: string; readonly locale: Locale }

export async function action(args: ActionFunctionArgs) {
  const { tenant, member: by, at, t } = await asMember(args)
  const posted = await readFormData(args.request)
  const { storage } = gateways()
  const here = redirect(pathTo('/office/profile', saying('profile-saved')), 303)
  if (posted.get('act') === 'no-photo') {
    const { form } = readFields(posted, z.object({}))
    const taken = await removeOwnPhoto(storage, tenant.id, by.id)
    return taken.ok ? here : refuse(form, 'form', taken.refusal)
  }
  const form = readFields(posted, profileForm)
  if (!form.ok) return invalidForm(form.form)
  const { name, about, locale } = form.value
  const picture = await readUploadedPicture(posted, 'photo', 'photograph')
  if (!picture.ok) return refuse(form.form, 'photo', picture.refusal)
  const version = readVersion(posted)
  const written = await writeOwnProfile(storage, tenant.id, {
    by,
    profile: { displayName: name, about, locale },
    ...(picture.value ? { picture: picture.value } : {}),
    version,
    at,
  })
  if (written.ok) return here
  if (written.refusal !== 'edit-conflict') return refuse(form.form, 'form', written.refusal)
  const known = await readOwnProfile(tenant, by.id)
  if (!known) throw notFound()
  const said = (profile: Said) => ({
    name: profile.displayName,
    about: profile.about,
    locale: t(`common:language.${profile.locale}`),
  })
  const older = conflictOf(form.form, {
    version: known.version,
    now: said(known),
    typed: said({ displayName: name, about, locale }),
    picture: picture.value !== undefined,
  })
  return older ? conflict(older) : here
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function OwnProfile() {
  const { id, profile, said } = useLoaderData<typeof loader>()
  const form = useActionData<FormState>()
  const { t } = useLanguage()
  const save = useSaveWord(form, t('common:save'))
  const labels = {
    name: t('orders:name'),
    about: t('members:brand.you.about'),
    locale: t('members:brand.you.language'),
    photo: t('members:brand.you.photo'),
  }
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <ErrorSummary form={form} labels={labels} />
        <EditConflict form={form} labels={labels} />
        {said && !form ? <NoticeOf notice={said} /> : null}
        <PageHead title={t('members:brand.you.head')} lead={t('members:brand.you.lead')} />
        <div className="duo">
          <form method="post" encType="multipart/form-data" id="edit">
            <VersionField form={form} now={profile.version} />
            <TextField form={form} name="name" label={labels.name} value={profile.displayName} />
            <TextArea
              form={form}
              name="about"
              label={labels.about}
              hint={t('members:brand.you.about.hint')}
              value={profile.about}
              rows={3}
              optional
            />
            <SelectField
              form={form}
              name="locale"
              label={labels.locale}
              value={profile.locale}
              options={LOCALES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            />
            <Field
              form={form}
              name="photo"
              label={labels.photo}
              hint={t('offerings:photos.file.hint')}
              optional
            >
              <input
                id="photo"
                name="photo"
                type="file"
                accept="image/jpeg,image/png,image/webp,image/avif"
                aria-describedby="photo-hint"
              />
            </Field>
            <SubmitButton>{save}</SubmitButton>
          </form>
          <aside className="grid max-w-60 gap-3">
            <Avatar id={id} photo={profile.photoId} />
            <h2 className="mb-4 text-xl">
              <bdi>{profile.displayName.split(' ')[0]}</bdi>
            </h2>
            <p dir="auto">{profile.about}</p>
            {profile.photoId ? (
              <form method="post">
                <button className="plain" name="act" value="no-photo">
                  {t('members:brand.you.photo.remove')}
                </button>
              </form>
            ) : null}
          </aside>
        </div>
      </main>
    </OfficeShell>
  )
}
