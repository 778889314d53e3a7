import { viewOf } from '#app/offerings/views.tsx'
import { useSaveWord, VersionField } from '#app/ui/edit-conflict.tsx'
import { type FormState, SubmitButton, TextArea, TextField } from '#app/ui/form.tsx'
import { useLanguage } from '#app/ui/language.tsx'

type Listing = {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly fields?: unknown
  readonly version: number
}

type Props = {
  readonly kind: string
  readonly form: FormState | undefined
  readonly listing: Listing | null
}

/** The form a listing is written with: its words, and what its kind asks for. */
export function ListingFields({ kind, form, listing }: Props) {
  const { t } = useLanguage()
  const save = useSaveWord(form, t(listing ? 'offerings:save' : 'offerings:add'))
  const Own = viewOf(kind).ListingFields
  return (
    <form method="post" id="edit">
      <VersionField form={form} now={listing?.version} />
      <button hidden name="act" value="save" aria-hidden="true" tabIndex={-1} />
      <TextField form={form} name="title" label={t('offerings:title')} value={listing?.title} />
      <TextField
        form={form}
        name="summary"
        label={t('offerings:summary')}
        hint={t('offerings:summary.hint')}
        value={listing?.summary}
      />
      <TextArea
        form={form}
        name="body"
        label={t('offerings:body')}
        value={listing?.body}
        rows={5}
        optional
      />
      <Own form={form} fields={listing?.fields} />
      <p className="row-acts">
        <SubmitButton name="act" value="save">
          {save}
        </SubmitButton>
        <button className="ghost" name="act" value="try">
          {t('offerings:try')}
        </button>
      </p>
    </form>
  )
}

/** What each field of the form is called. */
export function useListingLabels(kind: string, form: FormState | undefined) {
  const { t } = useLanguage()
  return {
    ...viewOf(kind).useListingLabels(form),
    title: t('offerings:title'),
    summary: t('offerings:summary'),
    body: t('offerings:body'),
  }
}
