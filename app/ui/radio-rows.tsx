import { describedBy, type FieldProps, HintAndError, type Option } from './form.tsx'

/** A field that offers several options, each as a row to press. */
export function RadioRows({
  options,
  value,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly value?: string | undefined }) {
  const { form, name, label, hint } = field
  const chosen = form?.values[name] ?? value
  const error = form?.errors[name]
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={describedBy(field)}>
      <legend>{label}</legend>
      <HintAndError name={name} hint={hint} error={error} />
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
