import { z } from 'zod'
import { acceptJob, checkIn, checkOut } from '#app/flows/jobs/do-job.server.ts'
import { handJobBack } from '#app/flows/jobs/hand-job-back.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { oneOf } from '#app/request/form.server.ts'
import type { MemberRequest } from '#app/request/guards.server.ts'

const ACTS = ['accept', 'check-in', 'check-out', 'hand-back'] as const

/** The acts of a member on their own job. */
export const jobForm = z.object({ act: oneOf(ACTS) })

type Doing = Pick<MemberRequest, 'tenant' | 'member'> & {
  readonly order: OrderId
  readonly at: Instant
}

export function actOnJob(act: (typeof ACTS)[number], { tenant, order, member, at }: Doing) {
  if (act === 'hand-back') return handJobBack(tenant, { order, member, at })
  const doing = { order, member: member.id, at }
  const acts = { accept: acceptJob, 'check-in': checkIn, 'check-out': checkOut }
  return acts[act](tenant.id, doing)
}
