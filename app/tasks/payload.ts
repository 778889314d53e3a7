import { type Id, readId } from '#app/kernel/ids.ts'

/** Reads an id from a task's payload. @throws RangeError if there is none, because such a task can never be done. */
export function idIn<Kind extends Id<string>>(payload: unknown, name: string): Kind {
  const value =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined
  const id = readId<Kind>(value)
  if (!id) throw new RangeError(`A job without its ${name}.`)
  return id
}
