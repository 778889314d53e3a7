/** Whose pages they are: a name to ask for a session with, or a founder's own window. */
export type Reader =
  | 'nobody'
  | 'helen'
  | 'rosa'
  | 'amina'
  | 'tess'
  | 'admin'
  | 'halfway founder'
  | 'ready founder'

/**
 * An address where it is known; one that was made when the world was furnished; or the page and the pattern of a link or
 * value on it that leads there.
 */
type Address =
  | string
  | { readonly furniture: 'door' | 'import' | 'invitation' | 'reset' }
  | readonly [from: string, found: RegExp, then?: (found: string) => string]

/** A page as somebody sees it: which route it is of, on which site, and how one gets there. */
export type Visit = {
  readonly route: string
  /** A co-op's site; without one, the federation's. */
  readonly slug?: string
  readonly as?: Reader
  readonly at: Address
  readonly status?: number
}

const brightwater = 'brightwater'
const office = (route: string, at: Visit['at'] = `/${route}`): Visit => ({
  route,
  slug: brightwater,
  as: 'amina',
  at,
})
const console = (route: string, at: Visit['at'] = `/${route}`): Visit => ({
  route,
  as: 'admin',
  at,
})
const shop = (route: string, at: Visit['at'] = `/${route}`, slug = brightwater): Visit => ({
  route,
  slug,
  at,
})

const QUOTE = '/listings/regular-clean/quote'
const ORDER = /\/orders\/[\w-]+/

/** Every page of the site map as those see it for whom it is, in groups that are walked beside each other. */
export const WALKS: Readonly<Record<string, readonly Visit[]>> = {
  'a shop': [
    shop(''),
    shop('', '/', 'nour'),
    shop('listings'),
    shop('listings', '/listings', 'nour'),
    shop('listings/:slug', '/listings/regular-clean'),
    shop('listings/:slug', ['/listings', /\/listings\/[a-z0-9-]+(?=")/], 'nour'),
    shop('listings/:slug/quote', QUOTE),
    shop('listings/:slug/book', [
      QUOTE,
      /name="slot"[^>]*value="([^"]+)"/,
      (slot) => `/listings/regular-clean/book?slot=${encodeURIComponent(slot)}`,
    ]),
    { ...shop('orders/:token', ['/account', ORDER]), as: 'helen' },
    {
      ...shop('orders/:token/change', ['/account', ORDER, (order) => `${order}/change`]),
      as: 'helen',
    },
    {
      ...shop('orders/:token/receipt', ['/account', ORDER, (order) => `${order}/receipt`]),
      as: 'helen',
    },
    { ...shop('*', '/nothing/here'), status: 404 },
    { ...shop('*', '/listings', 'no-such-co-op'), status: 404 },
  ],
  'what is public of a co-op': [
    shop('charter'),
    shop('charter', '/charter', 'nour'),
    shop('charter/:version', '/charter/1'),
    shop('decisions'),
    ...['1', '3', '4'].map((number) => shop('decisions/:number', `/decisions/${number}`)),
    shop('decisions/:number', '/decisions/3', 'nour'),
    shop('books'),
    shop('join'),
    shop('join', { furniture: 'invitation' }),
    shop('join', '/join?code=garbage'),
  ],
  'an office at work': [
    office('office'),
    { ...office('office', '/office'), slug: 'tidewater', as: 'tess' },
    office('office/jobs/:id', ['/office', /\/office\/jobs\/[\w-]+/]),
    office('office/listings'),
    office('office/listings/new'),
    office('office/listings/:id', ['/office/listings', /\/office\/listings\/(?!new)[\w-]+(?=")/]),
    office('office/listings/:id/photos', [
      '/office/listings',
      /\/office\/listings\/(?!new)[\w-]+(?=")/,
      (listing) => `${listing}/photos`,
    ]),
    office('office/hours'),
    office('office/earnings'),
    office('office/books'),
    office('office/books/:id', ['/office/books', /\/office\/books\/[\w-]+(?=")/]),
  ],
  'an office and its people': [
    office('office/members'),
    { ...office('office/members'), as: 'rosa' },
    office('office/co-op'),
    office('office/doors'),
    office('office/storefront'),
    office('office/brand'),
    office('office/brand', '/office/brand?colour=%23ffd84a&colour2=%2325358a'),
    office('office/profile'),
    office('office/charter'),
    { ...office('office/charter'), slug: 'tidewater', as: 'tess' },
    office('office/decisions'),
    office('office/decisions/new'),
    ...['1', '3', '4'].map((number) =>
      office('office/decisions/:number', `/office/decisions/${number}`),
    ),
  ],
  'the federation': [
    { route: '', at: '/' },
    { route: 'co-ops', at: '/co-ops' },
    { route: 'terms', at: '/terms' },
    { route: 'start', at: '/start' },
    { route: 'start/name', at: '/start/name', as: 'halfway founder' },
    { route: 'start/look', at: '/start/look', as: 'halfway founder' },
    { route: 'start/people', at: '/start/people', as: 'halfway founder' },
    { route: 'start/charter', at: '/start/charter', as: 'halfway founder' },
    { route: 'start/building', at: '/start/building', as: 'ready founder' },
    { route: 'mailbox', at: '/mailbox' },
    { route: '*', at: '/nothing/here', status: 404 },
  ],
  'the console': [
    console('console'),
    console('console', '/console?sort=sales&dir=down&state=open'),
    console('console/co-ops/:slug', '/console/co-ops/azahar'),
    console('console/new'),
    console('console/import'),
    console('console/imports/:id', { furniture: 'import' }),
    console('console/people', '/console/people?q=rosa'),
    console('console/fee'),
    console('console/doors'),
    console('console/doors/:id', { furniture: 'door' }),
    console('console/log'),
  ],
  'an account': [
    { route: 'sign-in', at: '/sign-in' },
    shop('sign-in'),
    { route: 'sign-up', at: '/sign-up' },
    shop('sign-up'),
    shop('forgot'),
    { route: 'forgot', at: '/forgot' },
    shop('verify', '/verify?code=gone'),
    shop('reset', '/reset?code=gone'),
    shop('reset', { furniture: 'reset' }),
    { route: 'account', at: '/account', as: 'amina' },
    { ...shop('account'), as: 'helen' },
    shop('workshop'),
  ],
}

/** Addresses that show no page of their own, and what they give instead. */
export const NO_PAGE: Readonly<Record<string, string>> = {
  'start/logo': 'a picture',
  'co-ops/:slug': 'leads on to the co-op',
  'console/co-ops.csv': 'a file',
  'console/import.csv': 'a file',
  'console/log.csv': 'a file',
  'orders/:token/paid': 'leads on to the order',
  'orders/:token/receipt.pdf': 'a file, read by its own test',
  'office/earnings.csv': 'a file',
  'office/members.csv': 'a file',
  'office/co-op/checklist': 'takes a form, and leads back',
  'office/books.csv': 'a file',
  'office/export': 'a file',
  'decisions/:number/ballots.csv': 'a file',
  'decisions/:number/ballots.json': 'a file',
  'sign-out': 'takes a form, and leads on',
  go: 'leads on to the co-op',
  'hand-over': 'leads on, signed in',
  'pattern.svg': 'a picture',
  'theme.css': 'a style sheet',
  'files/:id/:size': 'a picture',
  'calendar/:file': 'a feed',
  'machines/stripe/events': 'takes what a machine sends',
}
