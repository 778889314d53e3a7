/** What a customer writes of themselves and of the place, in the order it is asked and read back. */
export const DETAILS = [
  'name',
  'email',
  'phone',
  'line1',
  'line2',
  'city',
  'postcode',
  'notes',
] as const
