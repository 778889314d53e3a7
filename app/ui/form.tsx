import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { isPlainKey } from '#app/locales/translate.ts'
import { useLanguage } from './language.tsx'

/** What somebody saved while the same was typed: its version, and both where they differ, as their reader reads them. */
export type Conflict = {
  readonly version: number
  readonly fields: readonly {
    readonly name: string
    readonly now: string
    readonly typed: string
  }[]
  /** A picture was sent along, and has to be chosen once more. */
  readonly picture: boolean
}

/** What came back with a form that was refused: what was typed, and what is wrong with it, by field. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** Nothing is wrong with it, but it is older than what it would overwrite. */
  readonly conflict?: Conflict
}

/** Writes what is wrong: a key of ours (behind it, what it speaks of) in the reader's words, or the sentence itself. */
export function useSentence(): (key: string) => string {
  const { t } = useLanguage()
  return (said: string) => {
    const [, key = '', detail = ''] = /^(\S+)(?: (.*))?$/s.exec(said) ?? []
    const [least, most = least] = detail.split(' ').map(Number)
    return isPlainKey(key) ? t(key, { least, most, detail }) : said
  }
}

type Summary = {
  readonly form: FormState | undefined
  /** What each field is called on this page, by its name; what somebody typed among it is isolated. */
  readonly labels: Readonly<Record<string, string>>
}

/** Everything that is wrong with a form, above it, each a link to its field that says which it is. */
export function ErrorSummary({ form, labels }: Summary) {
  const { t } = useLanguage()
  const sentence = useSentence()
  const line = (name: string, key: string) => {
    const label = labels[name]
    if (!label) return sentence(key)
    const asks = /[?؟]$/.test(label)
    return t(asks ? 'forms:summary.asked' : 'forms:summary.line', {
      label,
      sentence: sentence(key),
    })
  }
  const errors = Object.entries(form?.errors ?? {})
  if (errors.length === 0) return null
  return (
    <div className="errs" role="alert" tabIndex={-1} id="errors">
      <h2>{t('forms:summary', { count: errors.length })}</h2>
      <ul>
        {errors.map(([name, key]) => (
          <li key={name}>
            <a href={name === 'form' ? '#main' : `#${name}`}>{line(name, key)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What Enter presses in a form whose first visible button does something else. */
export function EnterSubmits() {
  return <button className="enter" tabIndex={-1} aria-hidden="true" />
}

type Named = {
  readonly form: FormState | undefined
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** May stay empty, and says so; `quietly` where a whole row may. */
  readonly optional?: boolean | 'quietly' | undefined
}

function describedBy({
  form,
  name,
  hint,
}: Pick<Named, 'form' | 'name' | 'hint'>): string | undefined {
  return (
    [hint ? `${name}-hint` : '', form?.errors[name] ? `${name}-error` : '']
      .filter(Boolean)
      .join(' ') || undefined
  )
}

/** A label, its hint and what is wrong, above whatever is filled in. */
export function Field({
  form,
  name,
  label,
  hint,
  optional,
  children,
}: Named & { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const sentence = useSentence()
  const error = form?.errors[name]
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={name}>
        {label}
        {optional === true ? <span className="muted"> {t('forms:optional')}</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="err" id={`${name}-error`}>
          {sentence(error)}
        </span>
      ) : null}
      {children}
    </div>
  )
}

type TextProps = Named & {
  readonly type?: HTMLInputTypeAttribute
  readonly value?: string | undefined
  readonly autoComplete?: string
  readonly inputMode?: undefined | 'numeric' | 'decimal' | 'email' | 'tel'
  readonly ltr?: boolean
  readonly min?: number
  readonly max?: number
}

/** One line of text. What was typed stays; passwords do not. */
export function TextField({
  type = 'text',
  value,
  autoComplete,
  inputMode,
  ltr,
  min,
  max,
  ...named
}: TextProps) {
  const { form, name, optional } = named
  return (
    <Field {...named}>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={type === 'password' ? '' : (form?.values[name] ?? value ?? '')}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        dir={ltr ? 'ltr' : type === 'text' ? 'auto' : undefined}
        min={min}
        max={max}
        required={!optional}
        aria-invalid={form?.errors[name] ? true : undefined}
        aria-describedby={describedBy(named)}
      />
    </Field>
  )
}

export function TextArea({
  value,
  rows = 4,
  ...named
}: Named & { readonly value?: string | undefined; readonly rows?: number }) {
  const { form, name, optional } = named
  return (
    <Field {...named}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={form?.values[name] ?? value ?? ''}
        required={!optional}
        aria-invalid={form?.errors[name] ? true : undefined}
        aria-describedby={describedBy(named)}
      />
    </Field>
  )
}

type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly end?: ReactNode
}

export function SelectField({
  options,
  value,
  ...named
}: Named & { readonly options: readonly Option[]; readonly value?: string | undefined }) {
  const { form, name } = named
  return (
    <Field {...named}>
      <select
        id={name}
        name={name}
        defaultValue={form?.values[name] ?? value}
        aria-invalid={form?.errors[name] ? true : undefined}
        aria-describedby={describedBy(named)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One of several, each a whole row to press. */
export function RadioRows({
  options,
  value,
  ...named
}: Named & { readonly options: readonly Option[]; readonly value?: string | undefined }) {
  const { form, name, label, hint } = named
  const sentence = useSentence()
  const chosen = form?.values[name] ?? value
  const error = form?.errors[name]
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={describedBy(named)}>
      <legend>{label}</legend>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="err" id={`${name}-error`}>
          {sentence(error)}
        </span>
      ) : null}
      <div>
        {options.map((option, index) => (
          <label className="pick" key={option.value}>
            <input
              type="radio"
              name={name}
              id={index === 0 ? name : undefined}
              value={option.value}
              defaultChecked={chosen === option.value}
            />
            <span>
              <b>{option.label}</b>
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
            {option.end}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The one thing a form is for, named by what it does. */
export function SubmitButton({
  children,
  name,
  value,
  ghost,
}: {
  readonly children: ReactNode
  readonly name?: string
  readonly value?: string
  readonly ghost?: boolean
}) {
  return (
    <button type="submit" name={name} value={value} className={ghost ? 'ghost' : 'btn big'}>
      {children}
    </button>
  )
}
