import type { FormState } from './form.tsx'
import { useLanguage } from './language.tsx'
import { usePath } from './site.tsx'

/** The version that a form is written from: of what its page showed, or of what the two were compared with. */
export function VersionField({
  form,
  now,
}: {
  readonly form: FormState | undefined
  /** The version of what the page shows; none of something new. */
  readonly now: number | undefined
}) {
  const version = form?.conflict?.version ?? form?.values['version'] ?? now
  return version === undefined ? null : <input type="hidden" name="version" value={version} />
}

/** What the button of a form does: where its reader has seen both, it saves over what stands. */
export function useSaveWord(form: FormState | undefined, word: string): string {
  const { t } = useLanguage()
  return form?.conflict ? t('forms:conflict.over') : word
}

type Shown = {
  readonly form: FormState | undefined
  /** What each field is called on this page, by its name. */
  readonly labels: Readonly<Record<string, string>>
  /** What follows the page's path, where it names whose it is. */
  readonly query?: string
  /** The value that the form's own button sends, where it has several. */
  readonly act?: string
}

/**
 * Somebody saved the same while a form was written: what stands now beside what was typed, for each field in which the
 * two differ. The form with `id="edit"` keeps what was typed; its reader saves it over what stands, or leaves that.
 */
export function EditConflict({ form, labels, query = '', act }: Shown) {
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
                <Said text={now} />
              </td>
              <td data-label={t('forms:conflict.typed')}>
                <Said text={typed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {picture ? <p className="sm">{t('forms:conflict.picture')}</p> : null}
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

/** What one of the two says in a field: a colour is shown, and nothing is said to be nothing. */
function Said({ text }: { readonly text: string }) {
  const { t } = useLanguage()
  if (text === '') return <span className="muted">{t('forms:conflict.empty')}</span>
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
