export const books = {
  title: 'Where the money goes · {{name}}',
  span: 'This month and the 11 before it, from the ledger',
  head: 'Of {{total}}, {{workers}} went to the people who did the work.',
  lead_one: 'From {{count}} job. {{percent}} stayed in the co-operative economy.',
  lead_other: 'From {{count}} jobs. {{percent}} stayed in the co-operative economy.',
  none: 'No money has moved yet.',
  customers: 'Customers paid',
  months: 'Month by month, as a table',
  month: 'Month',
  total: 'Total',
} as const
