import { pages } from './page.ts'

const EVERYWHERE = ['co-op', 'federation'] as const

/** The pages of every site: `/` depends on the site, and every other path answers that there is no such page. */
const everySite = pages(
  { audience: null, sites: EVERYWHERE, for: 'anybody' },
  {
    '/': { file: 'home.tsx', query: ['lang'], cached: true },
    '/*': { file: 'not-found.tsx', secret: true },
  },
)

/** The pages for workers who found a co-op. */
const found = pages(
  { audience: 'found', sites: ['federation'], for: 'anybody' },
  {
    '/start': {
      file: 'start.tsx',
      query: ['said'],
      nav: { bar: 'federation', word: 'common:nav.start' },
    },
    '/start/name': { file: 'name.tsx' },
    '/start/look': { file: 'look.tsx', takesFile: true },
    '/start/logo': { file: 'logo.tsx' },
    '/start/people': { file: 'people.tsx' },
    '/start/charter': { file: 'charter.tsx' },
    '/start/building': { file: 'building.tsx' },
  },
)

/** The federation's public pages. */
const federation = pages(
  { audience: 'federation', sites: ['federation'], for: 'anybody' },
  {
    '/co-ops': { file: 'co-ops.tsx', nav: { bar: 'federation', word: 'common:nav.co-ops' } },
    '/co-ops/:slug': { file: 'go-to-co-op.tsx' },
    '/terms': { file: 'terms.tsx', nav: { bar: 'federation', word: 'common:nav.terms' } },
  },
)

/** The pages for the federation's admins. */
const consolePages = pages(
  { audience: 'console', sites: ['federation'], for: 'admin' },
  {
    '/console': {
      id: 'console',
      file: 'federation/co-ops.tsx',
      nav: { bar: 'console', word: 'common:nav.co-ops' },
    },
    '/console/co-ops.csv': { file: 'federation/co-ops-csv.tsx' },
    '/console/co-ops/:slug': { file: 'federation/co-op.tsx', query: ['said'] },
    '/console/new': {
      file: 'founding/new.tsx',
      nav: { bar: 'console', word: 'federation:nav.new' },
    },
    '/console/import': { file: 'founding/import.tsx', takesFile: true, under: '/console/new' },
    '/console/import.csv': { file: 'founding/import-csv.tsx' },
    '/console/imports/:id': { file: 'founding/import-progress.tsx', under: '/console/new' },
    '/console/people': {
      file: 'federation/people.tsx',
      nav: { bar: 'console', word: 'federation:nav.people' },
    },
    '/console/fee': {
      file: 'federation/fee.tsx',
      query: ['said'],
      nav: { bar: 'console', word: 'federation:nav.fee' },
    },
    '/console/doors': {
      file: 'federation/doors.tsx',
      query: ['co-op', 'said'],
      nav: { bar: 'console', word: 'federation:nav.doors' },
    },
    '/console/doors/:id': { file: 'federation/door.tsx', query: ['page'] },
    '/console/log': {
      file: 'federation/log.tsx',
      query: ['co-op', 'act', 'page'],
      nav: { bar: 'console', word: 'federation:nav.log' },
    },
    '/console/log.csv': { file: 'federation/log-csv.tsx' },
  },
)

/**
 * The pages for customers who browse, book, pay and follow an order; and the public pages of books, charter and
 * decisions.
 */
const shop = pages(
  { audience: 'shop', sites: ['co-op'], for: 'anybody' },
  {
    '/listings': {
      file: 'offerings/listings.tsx',
      nav: { bar: 'co-op', word: 'common:nav.prices' },
      cached: {
        q: [''],
        sort: ['', 'ours', 'price', 'time'],
        team: ['', '1', '2', '3', '4', '5', '6'],
      },
    },
    '/listings/:slug': { file: 'offerings/listing.tsx', cached: true },
    '/listings/:slug/quote': { file: 'orders/quote.tsx' },
    '/listings/:slug/book': { file: 'orders/book.tsx' },
    '/orders/:token': { file: 'orders/order.tsx', secret: true },
    '/orders/:token/paid': { file: 'orders/order-paid.tsx', secret: true },
    '/orders/:token/change': {
      file: 'orders/order-change.tsx',
      query: ['from', 'item'],
      secret: true,
    },
    '/orders/:token/receipt': { file: 'orders/receipt.tsx', secret: true },
    '/orders/:token/receipt.pdf': { file: 'orders/receipt-pdf.tsx', secret: true },
    '/books': {
      file: 'books/books.tsx',
      nav: { bar: 'co-op', word: 'common:nav.books' },
      cached: true,
    },
    '/charter': {
      id: 'charter-in-force',
      file: 'charter/charter.tsx',
      nav: { bar: 'co-op', word: 'common:nav.charter' },
      cached: true,
    },
    '/charter/:version': { id: 'charter-version', file: 'charter/charter.tsx', cached: true },
    '/decisions': {
      file: 'decisions/decisions.tsx',
      nav: { bar: 'co-op', word: 'common:nav.decisions' },
      cached: true,
    },
    '/decisions/:number': { file: 'decisions/decision.tsx', cached: true },
    '/decisions/:number/ballots.csv': {
      id: 'ballots-csv',
      file: 'decisions/ballots.tsx',
      query: ['reading'],
    },
    '/decisions/:number/ballots.json': {
      id: 'ballots-json',
      file: 'decisions/ballots.tsx',
      query: ['reading'],
    },
  },
)

/** The pages for members at work. */
const office = pages(
  { audience: 'office', sites: ['co-op'], for: 'member' },
  {
    '/office': { file: 'jobs/today.tsx', nav: { bar: 'office', word: 'common:nav.today' } },
    '/office/jobs/:id': { file: 'jobs/job.tsx', query: ['said', 'item'] },
    '/office/listings': {
      file: 'offerings/listings.tsx',
      query: ['samples'],
      nav: { bar: 'office', word: 'common:nav.listings' },
    },
    '/office/listings/new': { id: 'new-listing', file: 'offerings/listing.tsx' },
    '/office/listings/:id': { id: 'own-listing', file: 'offerings/listing.tsx', query: ['said'] },
    '/office/listings/:id/photos': { file: 'offerings/photos.tsx', takesFile: true },
    '/office/hours': { file: 'jobs/hours.tsx', nav: { bar: 'office', word: 'common:nav.hours' } },
    '/office/earnings': {
      file: 'books/earnings.tsx',
      nav: { bar: 'office', word: 'common:nav.pay' },
    },
    '/office/earnings.csv': { file: 'books/earnings-csv.tsx' },
    '/office/decisions': {
      file: 'decisions/decisions.tsx',
      nav: { bar: 'office', word: 'common:nav.decisions' },
    },
    '/office/decisions/new': { file: 'decisions/new-decision.tsx' },
    '/office/decisions/:number': { file: 'decisions/decision.tsx' },
    '/office/co-op': {
      file: 'members/co-op.tsx',
      nav: { bar: 'office', word: 'common:nav.co-op' },
    },
    '/office/co-op/checklist': { file: 'founding/dismiss.tsx' },
    '/office/members': { file: 'members/members.tsx', query: ['said'], under: '/office/co-op' },
    '/office/members.csv': { file: 'members/members-csv.tsx', for: 'steward' },
    '/office/doors': { file: 'federation/doors.tsx', under: '/office/co-op' },
    '/office/books': { id: 'open-books', file: 'books/books.tsx', under: '/office/co-op' },
    '/office/books.csv': { file: 'books/books-csv.tsx' },
    '/office/books/:id': { file: 'books/journal.tsx' },
    '/office/storefront': {
      file: 'storefront/storefront.tsx',
      for: 'steward',
      query: ['said'],
      under: '/office/co-op',
    },
    '/office/brand': {
      file: 'storefront/brand.tsx',
      takesFile: true,
      for: 'steward',
      query: ['said'],
      under: '/office/co-op',
    },
    '/office/profile': {
      file: 'members/profile.tsx',
      takesFile: true,
      query: ['said'],
      under: '/office/co-op',
    },
    '/office/export': { file: 'members/export.tsx', for: 'steward', under: '/office/co-op' },
    '/office/charter': { file: 'charter/ratify.tsx', under: '/office/co-op' },
    '/join': { file: 'members/join.tsx', for: 'anybody', query: ['code'] },
  },
)

/** The pages for signing in, for everybody. */
const account = pages(
  { audience: 'account', sites: EVERYWHERE, for: 'anybody' },
  {
    '/sign-in': { file: 'sign-in.tsx', query: ['return', 'email'] },
    '/sign-up': { file: 'sign-up.tsx', query: ['return', 'email'] },
    '/sign-out': { file: 'sign-out.tsx' },
    '/verify': { file: 'verify.tsx', query: ['code', 'return', 'email'] },
    '/forgot': { file: 'forgot.tsx', query: ['return', 'email'] },
    '/reset': { file: 'reset.tsx', query: ['code', 'return'] },
    '/account': { file: 'account.tsx', for: 'person', query: ['said'] },
    '/go': { file: 'go.tsx', for: 'person', query: ['to', 'for', 'return'] },
    '/hand-over': { file: 'hand-over.tsx', query: ['from', 'code', 'return', 'lang'] },
    '/mailbox': { file: 'mailbox.tsx', query: ['to'] },
  },
)

/** The addresses for programs: webhooks, feeds, pictures drawn on request. */
const machines = pages(
  { audience: 'machines', sites: EVERYWHERE, for: 'anybody' },
  {
    '/pattern.svg': { file: 'pattern.tsx' },
    '/theme.css': { file: 'theme.tsx' },
    '/files/:id/:size': { file: 'file.tsx', sites: ['co-op'] },
    '/calendar/:file': { file: 'calendar.tsx', sites: ['co-op'], secret: true },
    '/machines/stripe/events': { file: 'stripe-events.tsx' },
  },
)

/** The page that shows every component alone in both directions. It does not exist where letters are really sent. */
const workshop = pages(
  { audience: 'workshop', sites: EVERYWHERE, for: 'anybody' },
  { '/workshop': { file: 'workshop.tsx', query: ['page'] } },
)

/**
 * The site map: every address that we answer, by its audience. Remix's routes, links, bars, what is cached and what
 * may be logged all follow from it. A query is never logged.
 */
export const PAGES = {
  ...everySite,
  ...found,
  ...federation,
  ...consolePages,
  ...shop,
  ...office,
  ...account,
  ...machines,
  ...workshop,
}
