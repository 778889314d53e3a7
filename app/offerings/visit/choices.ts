import { type Counter, MAX_TIP_MINOR, type VisitChoices, type VisitFields } from './visit.ts'
import { readMoney, westernDigits } from '#app/kernel/money.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { FormState } from '#app/ui/form.tsx'

type PricingContext = {
  readonly fields: VisitFields
  readonly currency: string
  readonly t: Translate
}

/**
 * Reads a customer's choices from an address. A missing choice has its usual value. An impossible choice has an error
 * beside its field, where the typed text stays, and a possible choice is priced instead.
 */
export function readChoices(
  query: URLSearchParams,
  { fields, currency, t }: PricingContext,
): { choices: VisitChoices; form: FormState } {
  const counts = fields.counters.map((counter) => ({
    key: counter.key,
    ...readCount(query, counter, t),
  }))
  const tip = readTip(query.get('tip') ?? '', currency)
  const [first] = fields.tiers
  const tier = fields.tiers.find(({ key }) => key === (query.get('tier') ?? first?.key))
  const requested = [...new Set(query.getAll('x'))]
  const extras = requested.filter((extra) => fields.extras.some(({ key }) => key === extra))
  const errors: [string, string | undefined][] = [
    ...counts.map(({ key, error }): [string, string | undefined] => [`n.${key}`, error]),
    ['tier', tier ? undefined : 'refusals:tier-unknown'],
    ['x', extras.length === requested.length ? undefined : 'refusals:extra-unknown'],
    ['tip', tip.error],
  ]
  return {
    choices: {
      counts: Object.fromEntries(counts.map(({ key, count }) => [key, count])),
      tier: (tier ?? first)?.key ?? '',
      extras,
      tipMinor: tip.minor,
    },
    form: {
      values: {
        ...Object.fromEntries(counts.map(({ key, typed }) => [`n.${key}`, typed])),
        tip: query.get('tip') ?? '',
      },
      errors: Object.fromEntries(
        errors.filter((error): error is [string, string] => error[1] !== undefined),
      ),
    },
  }
}

type Count = { readonly count: number; readonly typed: string; readonly error?: string }

/** Reads a count. The counter's buttons are submits: `more=bedrooms`, `less=bedrooms`. */
function readCount(query: URLSearchParams, { key, usual, max }: Counter, t: Translate): Count {
  const typed = query.get(`n.${key}`) ?? String(usual)
  const plain = westernDigits(typed.trim()) || '0'
  if (!/^\d{1,9}$/.test(plain) || Number(plain) > max)
    return { count: usual, typed, error: t('visit:count.range', { least: 0, max }) }
  const step = Number(query.get('more') === key) - Number(query.get('less') === key)
  const count = Math.min(max, Math.max(0, Number(plain) + step))
  return { count, typed: String(count) }
}

function readTip(typed: string, currency: string): { minor: number; error?: string } {
  if (typed.trim() === '') return { minor: 0 }
  const minor = readMoney(typed, currency)?.minor
  if (minor !== undefined && minor <= BigInt(MAX_TIP_MINOR)) return { minor: Number(minor) }
  if (minor !== undefined) return { minor: 0, error: 'visit:tip.too-much' }
  const isNegative = /^\s*[-\u2212]\s*\d/.test(westernDigits(typed))
  return { minor: 0, error: isNegative ? 'refusals:tip-out-of-range' : 'forms:not-an-amount' }
}
