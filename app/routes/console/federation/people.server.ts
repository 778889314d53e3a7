import type { z } from 'zod'
import {
  dismissAdmin,
  appointAdmin,
  setAccountEnabled,
} from '#app/flows/federation/govern-federation.server.ts'
import { seatDelegate, unseatDelegate } from '#app/flows/federation/seat-delegate.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { PlainRefusal } from '#app/kernel/outcome.ts'
import { notFound } from '#app/request/guards.server.ts'
import type { peopleForm } from './forms.server.ts'

type PeopleForm = z.output<typeof peopleForm>
type When = { readonly by: Actor<PersonId>; readonly at: Instant }
type Done =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: PlainRefusal; readonly field: string }

/** Does what a form of the page of people asks for. Returns the refusal with its field, if it is refused. */
export async function changePeople(asked: PeopleForm, when: When): Promise<Done> {
  const person = 'id' in asked ? asked.id : undefined
  if ('id' in asked && !person) throw notFound()
  const done = await act(asked, person as PersonId, when)
  if (done.ok) return { ok: true }
  const field =
    asked.act === 'admin-in' ? 'email' : asked.act === 'delegate-in' ? 'delegate' : 'form'
  return { ok: false, refusal: done.refusal, field }
}

function act(asked: PeopleForm, person: PersonId, when: When) {
  switch (asked.act) {
    case 'admin-in':
      return appointAdmin(asked.email, when)
    case 'admin-out':
      return dismissAdmin(person, when)
    case 'delegate-in':
      return seatDelegate({ slug: asked.coOp, email: asked.delegate }, when)
    case 'delegate-out':
      return unseatDelegate(asked.coOp, person, when)
    default:
      return setAccountEnabled(person, asked.act === 'unlock', when)
  }
}
