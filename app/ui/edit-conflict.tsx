import type { FormState } from './form.tsx'
import { useLanguage } from './language.tsx'
import { usePath } from './site.tsx'

/** The version that a form was made from: that of its page, or that of the values which were compared. */
export function VersionField({
  form,
  now,
}: {
  readonly form: FormState | undefined
  /** The current version; undefined for something new. */
  readonly now: number | undefined
}) {
  const version = form?.conflict?.version ?? form?.values['version'] ?? now
  return version === undefined ? null : <input type="hidden" name="version" value={version} />
}

/** Returns the label of a form's button. After a conflict, the button overwrites the current values. */
export function useSaveWord(form: FormState | undefined, word: string): string {
  const { t } = useLanguage()
  return form?.conflict ? t('forms:conflict.over') : word
}

type EditConflictProps = {
  readonly form: FormState | undefined
  /** The labels of the fields on this page, by name. */
  readonly labels: Readonly<Record<string, string>>
  /** The query of the page, where it names the object of the form. */
  readonly query?: string
  /** The value of the form's own button, where the form has several. */
  readonly act?: string
}

/**
 * A notice that another person saved the same object while a form was filled in. It shows the current and the typed
 * value of each field in which they differ. The form with `id="edit"` keeps the typed values; its reader overwrites
 * the current ones or leaves them.
 */
export function EditConflict({ form, labels, query = '', act }: EditConflictProps) {
  const { t } = useLanguage()
  const path = usePath()
  if (!form?.conflict) return null
  const { fields, picture } = form.conflict
  return (
    <div className="conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t('forms:conflict')}</h2>
      <p>{t('forms:conflict.what')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('forms:conflict.field')}</th>
            <th scope="col">{t('forms:conflict.now')}</th>
            <th scope="col">{t('forms:conflict.typed')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, now, typed }) => (
            <tr key={name}>
              <th scope="row">
                <a href={`#${name}`}>{labels[name] ?? name}</a>
              </th>
              <td data-label={t('forms:conflict.now')}>
                <FieldValue text={now} />
              </td>
              <td data-label={t('forms:conflict.typed')}>
                <FieldValue text={typed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {picture ? <p className="text-sm">{t('forms:conflict.picture')}</p> : null}
      <p className="row-acts">
        <button className="btn" form="edit" name="act" value={act}>
          {t('forms:conflict.over')}
        </button>
        <a className="link" href={path + query}>
          {t('forms:conflict.leave')}
        </a>
      </p>
    </div>
  )
}

/** The value of a field. A colour is drawn, and an empty value is named as such. */
function FieldValue({ text }: { readonly text: string }) {
  const { t } = useLanguage()
  if (text === '') return <span className="text-muted">{t('forms:conflict.empty')}</span>
  if (!/^#[0-9a-f]{6}$/i.test(text)) return <span dir="auto">{text}</span>
  return (
    <span className="dye">
      <svg width="32" height="32" aria-hidden="true">
        <rect width="32" height="32" rx="4" fill={text} />
      </svg>
      <bdi>{text}</bdi>
    </span>
  )
}
