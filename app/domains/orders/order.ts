/** The terms by which an order's money is divided, as they were on the day it was placed. */
export type SplitTerms = { readonly workersBp: number; readonly federationBp: number }

/** How long a customer has to pay before the time they chose is offered to others again, in minutes. */
export const HOLD_MINUTES = 20

/** How far ahead a visit can be booked, in days: members say their hours for about half a year. */
export const HORIZON_DAYS = 200

/** How long before its start a visit can be booked at the latest, in hours. */
export const NOTICE_HOURS = 4
