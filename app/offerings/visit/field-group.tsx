import type { ReactNode } from 'react'
import { useSentence } from '#app/ui/form.tsx'

/** A group of choices: its title and hint, its error, and the choices. */
export function FieldGroup({
  id,
  title,
  hint,
  error,
  children,
}: {
  readonly id?: string
  readonly title: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}) {
  const sentence = useSentence()
  return (
    <fieldset
      id={id}
      className={`border-t-[1.5px] border-ink pt-5 [&>legend+*]:clear-both ${error ? 'field bad' : ''}`}
    >
      <legend className="float-start mb-4 w-full">
        <h2 className="text-xl">{title}</h2>
        {hint}
      </legend>
      {error ? <p className="err">{sentence(error)}</p> : null}
      {children}
    </fieldset>
  )
}
