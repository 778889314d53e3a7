import type { Founder } from '#app/flows/founding/found-co-op.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { SeedCoOp } from './co-op.ts'
import type { Random } from './random.ts'

/**
 * What the seeds of all co-ops share: the moment that counts as now, a processor, and a function that makes people.
 */
export type Seeding = {
  readonly now: Instant
  readonly processor: Processor
  readonly person: (who: { name: string; email: string; locale: Locale }) => Promise<Founder>
}

export type Living = Seeding & {
  readonly coOp: SeedCoOp
  readonly tenant: Tenant
  readonly members: readonly { readonly id: MemberId; readonly name: string }[]
  readonly dice: Random
}
