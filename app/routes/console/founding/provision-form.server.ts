import { z } from 'zod'
import type { Provision } from '#app/flows/founding/provision-co-op.server.ts'
import { readFields } from '#app/request/form.server.ts'
import {
  addresses,
  email,
  hexColour,
  line,
  optionalLine,
  optionalTimeZone,
} from '#app/request/form-fields.server.ts'
import { blueprintOf } from '#tenants/blueprints/all.ts'
import { slugRefusal, requestedSlug } from '#tenants/slug.ts'
import { country, MAX_FOUNDERS } from '#app/request/founding-fields.server.ts'

/** The values of a co-op to be provisioned, from a form or a row of a file. */
export const provisionForm = z
  .object({
    blueprint: z
      .string()
      .default('home-services')
      .transform((key) => key.trim() || 'home-services')
      .superRefine((key, context) => {
        const blueprint = blueprintOf(key)
        const refusal = blueprint ? 'blueprint-not-ready' : 'blueprint-unknown'
        if (blueprint?.state !== 'ready')
          context.addIssue({ code: 'custom', message: `refusals:${refusal}` })
      }),
    name: line(80),
    slug: optionalLine(32),
    country,
    city: optionalLine(80),
    timeZone: optionalTimeZone,
    colour: colourOr('#25358a'),
    colour2: colourOr('#f2b13c'),
    founder: line(120),
    email,
    others: addresses(MAX_FOUNDERS),
  })
  .transform(({ founder, email: address, others, slug, ...rest }, context): Provision => {
    const wished = requestedSlug({ slug, name: rest.name })
    const refusal = slugRefusal(wished)
    if (refusal)
      context.addIssue({ code: 'custom', path: ['slug'], message: `refusals:${refusal}` })
    return { ...rest, slug: wished, founder: { name: founder, email: address }, invited: others }
  })

function colourOr(usual: string) {
  return z
    .string()
    .optional()
    .transform((text) => (text?.trim() ? text : usual))
    .pipe(hexColour)
}

export type CheckedRow =
  | { readonly ok: true; readonly provision: Provision }
  | { readonly ok: false; readonly name: string; readonly errors: Readonly<Record<string, string>> }

/** Reads the records of a file as co-ops to be founded, each with its errors. */
export function checkRows(
  records: readonly Record<string, string>[],
  taken: ReadonlySet<string>,
): CheckedRow[] {
  const seen = new Map<string, number>()
  return records.map((record, index) => {
    const read = readFields(new URLSearchParams(record), provisionForm)
    const name = (record['name'] ?? '').slice(0, 80)
    if (!read.ok) return { ok: false, name, errors: read.form.errors }
    const { slug } = read.value
    const before = seen.get(slug)
    if (before) return { ok: false, name, errors: { slug: `founding:many.twice ${before}` } }
    if (taken.has(slug)) return { ok: false, name, errors: { slug: 'refusals:slug-taken' } }
    seen.set(slug, index + 1)
    return { ok: true, provision: read.value }
  })
}
