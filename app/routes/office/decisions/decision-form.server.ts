import { z } from 'zod'
import { type Amendment, amendmentTo, isAmendable } from '#app/domains/charter/amendment.ts'
import { clausesInForms } from '#app/domains/charter/charter.ts'
import type { ClauseKey } from '#app/domains/charter/clauses.ts'
import { fieldSchemas, termsFromForm } from '#app/views/charter/clause-form.server.ts'
import { line, paragraph, sentText } from '#app/request/form-fields.server.ts'

const words = { title: line(160), body: paragraph(8000), secret: sentText(40) }

/** The clauses whose terms a proposal can change through its form. */
export function amendableClauses(): readonly ClauseKey[] {
  return clausesInForms().filter((clause) => isAmendable(clause))
}

/** The schema of a proposal's form: its words, and the terms of the chosen clause. */
export function schemaFor(currency: string) {
  const none = z
    .object({ ...words, clause: z.literal('none') })
    .transform((read) => ({ ...read, amendment: null as Amendment | null }))
  const amending = (clause: ClauseKey) =>
    z
      .object({ ...words, clause: z.literal(clause), ...fieldSchemas(clause, currency) })
      .transform(({ title, body, secret, ...read }) => ({
        title,
        body,
        secret,
        clause,
        amendment: amendmentTo(clause, termsFromForm(clause, read)),
      }))
  return z.discriminatedUnion('clause', [none, ...amendableClauses().map(amending)], {
    message: 'forms:choose',
  })
}
