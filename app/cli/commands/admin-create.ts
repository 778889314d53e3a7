import { normaliseEmail } from '#app/domains/accounts/person.ts'
import { admitAdmin } from '#app/flows/federation/admit-admin.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { originOf } from '#app/paths.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { withDatabase } from '../database.ts'
import { type Command, CommandFailed, UsageError } from './command.ts'
import { say, sentenceOf, TERMINAL } from './terminal.ts'

/** Makes a person an admin of the federation when no admin exists yet who could. */
export const adminCreate: Command = {
  name: 'admin create',
  word: 'address',
  about: 'Makes somebody an admin of the federation, with an account if they have none.',
  details:
    'Who has no password yet gets a link that works once, for 14 days: hand it over in person.',
  options: { name: { value: 'name', about: 'Their name, for a new account' } },
  run: (args) => {
    const email = normaliseEmail(args.word)
    if (!email) throw new UsageError(`${args.word} is no e-mail address.`)
    const name = args.text('name')?.trim() || (email.split('@')[0] ?? email)
    if (name.length > 120) throw new UsageError('--name is longer than 120 characters.')
    return withDatabase(async () => {
      const admitted = await admitAdmin({ email, name }, { by: TERMINAL, at: systemClock() })
      if (!admitted.ok) throw new CommandFailed(sentenceOf(admitted.refusal))
      const { code } = admitted.value
      say(`${email} is an admin of the federation.`)
      say(
        code
          ? `Choose a password here, once: ${originOf(null)}${pathTo('/reset', { code })}`
          : `They sign in with the password they have: ${originOf(null)}${pathTo('/sign-in')}`,
      )
      return 0
    })
  },
}
