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

/* On a phone, a field is a block and not a row, and its values are labelled. */
const CELL = 'align-top wrap-anywhere max-sm:block max-sm:border-0 max-sm:p-0'
const LABELLED =
  'max-sm:before:block max-sm:before:text-xs max-sm:before:leading-[1.3] max-sm:before:font-normal max-sm:before:text-muted max-sm:before:content-[attr(data-label)]'

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
    <div
      className="mb-8 rounded border-2 border-caution px-6 py-5 max-sm:p-4"
      role="alert"
      aria-labelledby="conflict"
    >
      <h2 id="conflict" className="mb-2 text-lg/tight">
        {t('forms:conflict')}
      </h2>
      <p>{t('forms:conflict.what')}</p>
      <table className="mt-5 table-fixed max-sm:block">
        <thead className="max-sm:hidden">
          <tr>
            <th scope="col" className="w-[26%] align-top wrap-anywhere">
              {t('forms:conflict.field')}
            </th>
            <th scope="col" className="align-top wrap-anywhere">
              {t('forms:conflict.now')}
            </th>
            <th scope="col" className="align-top wrap-anywhere">
              {t('forms:conflict.typed')}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {fields.map(({ name, now, typed }) => (
            <tr
              key={name}
              className="max-sm:grid max-sm:gap-3 max-sm:border-t max-sm:border-line max-sm:py-4"
            >
              <th scope="row" className={CELL}>
                <a href={`#${name}`} className="underline">
                  {labels[name] ?? name}
                </a>
              </th>
              <td data-label={t('forms:conflict.now')} className={`${CELL} ${LABELLED}`}>
                <FieldValue text={now} />
              </td>
              <td
                data-label={t('forms:conflict.typed')}
                className={`font-medium ${CELL} ${LABELLED}`}
              >
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
  if (text === '') return <span className="block text-muted">{t('forms:conflict.empty')}</span>
  if (!/^#[0-9a-f]{6}$/i.test(text))
    return (
      <span className="block whitespace-pre-line" dir="auto">
        {text}
      </span>
    )
  return (
    <span className="flex items-center gap-3">
      <svg width="32" height="32" aria-hidden="true">
        <rect width="32" height="32" rx="4" fill={text} />
      </svg>
      <bdi>{text}</bdi>
    </span>
  )
}
