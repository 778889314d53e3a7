import { type Id, readId } from '#app/kernel/ids.ts'

/** An id out of a job's payload. @throws RangeError if there is none: such a job can never be done. */
export function idIn<Kind extends Id<string>>(payload: unknown, name: string): Kind {
  const value =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined
  const id = readId<Kind>(value)
  if (!id) throw new RangeError(`A job without its ${name}.`)
  return id
}
