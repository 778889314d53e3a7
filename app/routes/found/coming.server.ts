import { startingCharter } from '#app/domains/charter/charter.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { blueprints } from '#tenants/blueprints/all.ts'
import { type ComingBlueprint, priceIn } from '#tenants/blueprints/blueprint.ts'
import { sharedBy } from './charter.server.ts'

const CURRENCY = 'GBP'

/** Returns the blueprints that are not ready yet, as their previews show them to a reader. */
export function comingIn(locale: Locale, feeBp: number) {
  return blueprints.flatMap((blueprint) =>
    blueprint.state === 'coming' ? [shown(blueprint, { locale, feeBp })] : [],
  )
}

function shown(
  { key, name, about, headline, charter, preview }: ComingBlueprint,
  { locale, feeBp }: { readonly locale: Locale; readonly feeBp: number },
) {
  const { look, workers, samples } = preview
  const priced = samples.map(({ title, about: what, price }) => ({
    title: title[locale],
    about: what[locale],
    minor: BigInt(priceIn(CURRENCY, price)),
  }))
  const { split } = startingCharter(charter, CURRENCY)
  const rule = { workersBp: split.workersBp, federationBp: feeBp }
  return {
    key,
    name: name[locale],
    about: about[locale],
    headline: headline[locale],
    look: `s=${look.slug}&c=${look.colour.slice(1)}&d=${look.colour2.slice(1)}`,
    workers: workers[locale],
    currency: CURRENCY,
    samples: priced,
    shared: sharedBy(rule, { minor: priced[0]?.minor ?? 0n, currency: CURRENCY }),
  }
}

export type Coming = ReturnType<typeof comingIn>[number]
