import { restoreCoOp, suspendCoOp } from '#app/flows/federation/suspend-co-op.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { tenantBySlug } from '#tenants/directory.server.ts'
import { withDatabase } from '../database.ts'
import { type Command, CommandFailed, UsageError } from './command.ts'
import { say, sentenceOf, TERMINAL } from './terminal.ts'

/** Stops a co-op's sales, as the console does. */
export const suspend: Command = {
  name: 'suspend',
  word: 'slug',
  about: 'Stops a co-op’s sales. Its storefront and its members are told the reason.',
  options: { reason: { value: 'sentence', about: 'Why: people will read it', required: true } },
  run: (args) => {
    const reason = args.text('reason')?.trim() ?? ''
    if (reason.length > 500) throw new UsageError('--reason is longer than 500 characters.')
    return change(args.word, { act: suspendCoOp, reason, result: 'is suspended' })
  },
}

/** Lifts a suspension, as the console does. */
export const restore: Command = {
  name: 'restore',
  word: 'slug',
  about: 'Lifts a co-op’s suspension.',
  options: {},
  run: (args) => change(args.word, { act: restoreCoOp, reason: '', result: 'is open again' }),
}

type Change = {
  readonly act: typeof suspendCoOp
  readonly reason: string
  readonly result: string
}

function change(slug: string, { act, reason, result }: Change): Promise<number> {
  return withDatabase(async () => {
    const done = await act({ slug, reason, by: TERMINAL, at: systemClock() })
    const tenant = await inFederation((db) => tenantBySlug(db, slug), { readOnly: true })
    if (!tenant) throw new CommandFailed(`There is no co-op ${slug}.`)
    if (!done.ok)
      throw new CommandFailed(
        done.refusal === 'state-otherwise'
          ? `${tenant.name} is ${tenant.state}, so this cannot be done.`
          : sentenceOf(done.refusal),
      )
    say(`${tenant.name} ${result}.`)
    return 0
  })
}
