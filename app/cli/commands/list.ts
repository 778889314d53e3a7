import { originOf } from '#app/paths.server.ts'
import { allTenants } from '#tenants/directory.server.ts'
import { withDatabase } from '../database.ts'
import type { Command } from './command.ts'
import { say, table } from './terminal.ts'

/** Lists every co-op, for people or for programs. */
export const list: Command = {
  name: 'list',
  about: 'Lists every co-op with its state.',
  options: { json: { about: 'As JSON, for a program' } },
  run: (args) =>
    withDatabase(async () => {
      const coOps = (await allTenants()).map((tenant) => ({
        slug: tenant.slug,
        name: tenant.name,
        city: tenant.city,
        country: tenant.country,
        blueprint: tenant.blueprint,
        state: tenant.state,
        since: tenant.stateSince.toString().slice(0, 10),
        address: originOf(tenant.slug),
      }))
      if (args.has('json')) say(JSON.stringify(coOps, null, 2))
      else if (coOps.length === 0) say('There is no co-op yet.')
      else {
        const head = ['slug', 'name', 'city', 'country', 'state', 'since'] as const
        say(
          table(
            head,
            coOps.map((coOp) => head.map((column) => coOp[column])),
          ),
        )
      }
      return 0
    }),
}
