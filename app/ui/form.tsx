import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { isPlainKey } from '#app/locales/translate.ts'
import { useLanguage } from './language.tsx'

/**
 * A conflict of two edits: the version that another person saved, and both values of each field in which they differ.
 */
export type Conflict = {
  readonly version: number
  readonly fields: readonly {
    readonly name: string
    readonly now: string
    readonly typed: string
  }[]
  /** A picture was uploaded with the form and must be chosen again. */
  readonly picture: boolean
}

/** The state of a refused form: the typed values and the errors, by field. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** The form has no error, but it is older than the values that it would overwrite. */
  readonly conflict?: Conflict
}

/**
 * Returns a function that writes an error. It translates a key (the text after the key is its detail) and returns any
 * other sentence unchanged.
 */
export function useSentence(): (key: string) => string {
  const { t } = useLanguage()
  return (text: string) => {
    const [, key = '', detail = ''] = /^(\S+)(?: (.*))?$/s.exec(text) ?? []
    const [least, most = least] = detail.split(' ').map(Number)
    return isPlainKey(key) ? t(key, { least, most, detail }) : text
  }
}

type Summary = {
  readonly form: FormState | undefined
  /** The labels of the fields on this page, by name. A text that a person typed is isolated within a label. */
  readonly labels: Readonly<Record<string, string>>
}

/** All errors of a form, shown above it. Each line names its field and links to it. */
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
    <div
      className="mb-8 rounded border-2 border-danger px-6 py-5"
      role="alert"
      tabIndex={-1}
      id="errors"
    >
      <h2 className="text-lg/tight">{t('forms:summary', { count: errors.length })}</h2>
      <ul>
        {errors.map(([name, key]) => (
          <li key={name} className="mt-2">
            <a
              href={name === 'form' ? '#main' : `#${name}`}
              className="font-semibold text-danger underline"
            >
              {line(name, key)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The button that Enter presses in a form whose first visible button does something else. */
export function EnterSubmits() {
  return <button className="sr-only min-h-0" tabIndex={-1} aria-hidden="true" />
}

export type FieldProps = {
  readonly form: FormState | undefined
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /**
   * Whether the field may stay empty, which its label says; `quietly` leaves that out where a whole row may stay
   * empty.
   */
  readonly optional?: boolean | 'quietly' | undefined
}

export function describedBy({
  form,
  name,
  hint,
}: Pick<FieldProps, 'form' | 'name' | 'hint'>): string | undefined {
  return (
    [hint ? `${name}-hint` : '', form?.errors[name] ? `${name}-error` : '']
      .filter(Boolean)
      .join(' ') || undefined
  )
}

type SaidOfField = {
  readonly name: string
  readonly hint: ReactNode
  readonly error: string | undefined
}

/** The hint and the error of a field, by the ids with which its input names them. */
export function HintAndError({ name, hint, error }: SaidOfField) {
  const sentence = useSentence()
  return (
    <>
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
    </>
  )
}

/** A field: its label, hint and error above the input. */
export function Field({
  form,
  name,
  label,
  hint,
  optional,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const error = form?.errors[name]
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={name}>
        {label}
        {optional === true ? <span className="text-muted"> {t('forms:optional')}</span> : null}
      </label>
      <HintAndError name={name} hint={hint} error={error} />
      {children}
    </div>
  )
}

type TextProps = FieldProps & {
  readonly type?: HTMLInputTypeAttribute
  readonly value?: string | undefined
  readonly autoComplete?: string
  readonly inputMode?: undefined | 'numeric' | 'decimal' | 'email' | 'tel'
  readonly ltr?: boolean
  readonly min?: number
  readonly max?: number
}

/** A field for one line of text. It keeps the typed value, but never a password. */
export function TextField({
  type = 'text',
  value,
  autoComplete,
  inputMode,
  ltr,
  min,
  max,
  ...field
}: TextProps) {
  const { form, name, optional } = field
  return (
    <Field {...field}>
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
        aria-describedby={describedBy(field)}
      />
    </Field>
  )
}

export function TextArea({
  value,
  rows = 4,
  ...field
}: FieldProps & { readonly value?: string | undefined; readonly rows?: number }) {
  const { form, name, optional } = field
  return (
    <Field {...field}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={form?.values[name] ?? value ?? ''}
        required={!optional}
        aria-invalid={form?.errors[name] ? true : undefined}
        aria-describedby={describedBy(field)}
      />
    </Field>
  )
}

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly end?: ReactNode
}

export function SelectField({
  options,
  value,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly value?: string | undefined }) {
  const { form, name } = field
  return (
    <Field {...field}>
      <select
        id={name}
        name={name}
        defaultValue={form?.values[name] ?? value}
        aria-invalid={form?.errors[name] ? true : undefined}
        aria-describedby={describedBy(field)}
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

/** The button that submits a form. Its label says what the form does. */
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
