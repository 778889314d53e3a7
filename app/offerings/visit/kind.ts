import type { Kind, Offer } from '../kind.ts'
import { readVisitFields } from './fields.ts'
import { homeServices } from './samples.ts'
import {
  quoteVisit,
  lowestPayChoices,
  usualChoices,
  type VisitChoices,
  type VisitRefusal,
} from './visit.ts'

/** A team comes to the customer's place and does what was chosen, at a price that is fixed when it is booked. */
export const kind: Kind<VisitRefusal> = {
  name: 'visit',
  offer,
  samples: { 'home-services': homeServices },
}

function offer(stored: unknown): Offer<VisitRefusal> {
  const fields = readVisitFields(stored)
  return {
    usual: usualChoices(fields),
    workers: fields.teamSize,
    quote: (choices, currency) => quoteVisit(fields, choices as VisitChoices, currency),
    leanest: (currency) => {
      const quote = quoteVisit(fields, lowestPayChoices(fields), currency)
      return quote.ok ? quote.value : null
    },
  }
}
