import { amendmentTo, outOfBounds } from '#app/domains/charter/amendment.ts'
import { clausesInForms, startingCharter } from '#app/domains/charter/charter.ts'
import { type Charter, CLAUSES } from '#app/domains/charter/clauses.ts'
import type { DraftData } from '#app/domains/founding/draft.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { formatLocale, type Locale } from '#app/kernel/locale.ts'
import { type Money, money } from '#app/kernel/money.ts'
import { readFloors, readTermsHistory } from '#app/reads/federation/federation-terms.server.ts'
import { splitPrice } from '#app/rules/offerings/price-split.ts'
import { fieldErrorOf, termsFromForm } from '#app/views/charter/clause-form.server.ts'
import { percent } from '#app/request/form-fields.server.ts'
import type { FormState } from '#app/ui/form.tsx'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { countryOf } from './draft.server.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

/** Returns the charter of a draft: its blueprint's, with the founders' changes. */
export function charterOf(data: DraftData): Charter {
  const blueprint = blueprintOf(data.blueprint)
  if (!blueprint) throw new RangeError(`No blueprint ${data.blueprint}.`)
  const { currency } = countryOf(data)
  return startingCharter({ ...blueprint.charter, ...data.charter }, currency)
}

/** Returns a draft with the terms that its founders typed. */
export function withTerms(data: DraftData, read: Readonly<Record<string, unknown>>): DraftData {
  const typed = clausesInForms().map((clause) => [clause, termsFromForm(clause, read)])
  return { ...data, charter: { ...data.charter, ...Object.fromEntries(typed) } }
}

type Moment = { readonly locale: Locale; readonly at: Instant }

/**
 * Why the founders' numbers cannot stand in a charter of this federation, with the limit they pass as their reader
 * writes it, and beside which field to say so.
 */
export async function whyNot(draft: DraftData, { locale, at }: Moment) {
  const { currency } = countryOf(draft)
  const floors = await readFloors(currency, at)
  const reader = { floors, currency, locale: formatLocale(locale) }
  const charter = charterOf(draft)
  for (const clause of clausesInForms()) {
    const amendment = amendmentTo(clause, charter[clause])
    const out = outOfBounds(amendment, floors)
    if (out) return fieldErrorOf(out.refusal, { ...reader, amendment })
  }
  return undefined
}

/** Returns the parts of an amount by a split. */
export function sharedBy(rule: SplitRule, amount: Money) {
  const line = { kind: 'commissionable' as const, key: 'base', label: '', quantity: 1, amount }
  return splitPrice({ lines: [line], total: amount, workMinutes: 60 }, rule)
}

/** Returns the parts of a hundred units when the workers get this share of it. */
export async function hundred(workersBp: number, currency: string, at: Instant) {
  const { now } = await readTermsHistory(at)
  return sharedBy({ workersBp, federationBp: now.feeBp }, money(10_000n, currency))
}

/** Returns the workers' share in a form, if it is valid. */
export function typedSplit({ values }: FormState): number | undefined {
  const typed = percent.safeParse(values[CLAUSES.split.terms.workersBp.field])
  return typed.success ? typed.data : undefined
}
