import { z } from 'zod'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { handJobBack } from '#app/flows/jobs/hand-job-back.server.ts'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { readItemKind } from '#app/reads/jobs/item-kind.server.ts'
import { invalidForm, readFields, refuse } from '#app/request/form.server.ts'
import { sentId, sentText } from '#app/request/form-fields.server.ts'
import type { MemberRequest } from '#app/request/guards.server.ts'

const jobForm = z.object({
  order: sentId<OrderId>(),
  item: sentId<ItemId>(),
  act: sentText(20),
  step: sentText(40),
})

type Asked = Pick<MemberRequest, 'tenant' | 'member' | 'at'>
type Acted =
  | { readonly ok: true; readonly order: OrderId; readonly item: ItemId; readonly act: string }
  | { readonly ok: false; readonly answer: ReturnType<typeof invalidForm> }

/** Does what a member's form asks for on their own item: a step of its work, or handing it back. */
export async function actOnJob(posted: FormData, { tenant, member, at }: Asked): Promise<Acted> {
  const { form, ...read } = readFields(posted, jobForm)
  const refusal = (
    ...why: Parameters<typeof refuse> extends [unknown, ...infer Rest] ? Rest : never
  ) => ({ ok: false, answer: refuse(form, ...why) }) as const
  const { order, item, act, step } = read.ok ? read.value : NOTHING
  const kind = order && item && (await readItemKind(tenant, order, item))
  if (!order || !item || !kind) return refusal('form', 'order-not-found')
  if (act === 'hand-back') {
    const handedBack = await handJobBack(tenant, { order, item, member, at })
    return handedBack.ok ? { ok: true, order, item, act } : refusal('form', handedBack.refusal)
  }
  const said = pagesOf(kind).readStep?.(posted, { step, currency: tenant.currency })
  if (said && !said.ok) return { ok: false, answer: invalidForm(said.form) }
  const doing = { order, item, member: member.id, step, said: said?.said, at }
  const done = await doStep(tenant.id, doing)
  return done.ok ? { ok: true, order, item, act } : refusal('form', done.refusal)
}

const NOTHING = { order: undefined, item: undefined, act: '', step: '' }
