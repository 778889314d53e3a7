import { index, route, type RouteConfig } from '@remix-run/route-config'

/**
 * The site map: every address, by the people it is for. The federation's and the co-ops' paths are disjoint but for
 * `/`, whose loader asks which site it is on.
 */
export default [
  index('routes/home.tsx'),

  // found: a group of workers starting a co-op (federation's host)
  route('start', 'routes/found/start.tsx'),
  route('start/name', 'routes/found/name.tsx'),
  route('start/look', 'routes/found/look.tsx'),
  route('start/logo', 'routes/found/logo.tsx'),
  route('start/people', 'routes/found/people.tsx'),
  route('start/charter', 'routes/found/charter.tsx'),
  route('start/building', 'routes/found/building.tsx'),

  // federation: its public pages and the console (federation's host)
  route('co-ops', 'routes/federation/co-ops.tsx'),
  route('co-ops/:slug', 'routes/federation/go-to-co-op.tsx'),
  route('terms', 'routes/federation/terms.tsx'),

  // console: the federation's admins at work (federation's host)
  route('console', 'routes/console/federation/co-ops.tsx', { id: 'console' }),
  route('console/co-ops.csv', 'routes/console/federation/co-ops-csv.tsx'),
  route('console/co-ops/:slug', 'routes/console/federation/co-op.tsx'),
  route('console/new', 'routes/console/founding/new.tsx'),
  route('console/import', 'routes/console/founding/import.tsx'),
  route('console/import.csv', 'routes/console/founding/import-csv.tsx'),
  route('console/imports/:id', 'routes/console/founding/import-progress.tsx'),
  route('console/people', 'routes/console/federation/people.tsx'),
  route('console/fee', 'routes/console/federation/fee.tsx'),
  route('console/doors', 'routes/console/federation/doors.tsx'),
  route('console/doors/:id', 'routes/console/federation/door.tsx'),
  route('console/log', 'routes/console/federation/log.tsx'),
  route('console/log.csv', 'routes/console/federation/log-csv.tsx'),

  // shop: a customer browsing, booking, paying, following (a co-op's host)
  route('listings', 'routes/shop/offerings/listings.tsx'),
  route('listings/:slug', 'routes/shop/offerings/listing.tsx'),
  route('listings/:slug/quote', 'routes/shop/orders/quote.tsx'),
  route('listings/:slug/book', 'routes/shop/orders/book.tsx'),
  route('orders/:token', 'routes/shop/orders/order.tsx'),
  route('orders/:token/paid', 'routes/shop/orders/order-paid.tsx'),
  route('orders/:token/change', 'routes/shop/orders/order-change.tsx'),
  route('orders/:token/receipt', 'routes/shop/orders/receipt.tsx'),
  route('orders/:token/receipt.pdf', 'routes/shop/orders/receipt-pdf.tsx'),

  // office: members at work (a co-op's host)
  route('office', 'routes/office/jobs/today.tsx'),
  route('office/jobs/:id', 'routes/office/jobs/job.tsx'),
  route('office/listings', 'routes/office/offerings/listings.tsx'),
  route('office/listings/new', 'routes/office/offerings/listing.tsx', { id: 'new-listing' }),
  route('office/listings/:id', 'routes/office/offerings/listing.tsx', { id: 'own-listing' }),
  route('office/listings/:id/photos', 'routes/office/offerings/photos.tsx'),
  route('office/hours', 'routes/office/jobs/hours.tsx'),
  route('office/earnings', 'routes/office/books/earnings.tsx'),
  route('office/earnings.csv', 'routes/office/books/earnings-csv.tsx'),
  route('office/members', 'routes/office/members/members.tsx'),
  route('office/members.csv', 'routes/office/members/members-csv.tsx'),
  route('office/co-op', 'routes/office/members/co-op.tsx'),
  route('office/co-op/checklist', 'routes/office/founding/dismiss.tsx'),
  route('office/doors', 'routes/office/federation/doors.tsx'),
  route('office/books', 'routes/office/books/books.tsx', { id: 'open-books' }),
  route('office/books.csv', 'routes/office/books/books-csv.tsx'),
  route('office/books/:id', 'routes/office/books/journal.tsx'),
  route('office/storefront', 'routes/office/storefront/storefront.tsx'),
  route('office/brand', 'routes/office/storefront/brand.tsx'),
  route('office/profile', 'routes/office/members/profile.tsx'),
  route('office/export', 'routes/office/members/export.tsx'),
  route('office/charter', 'routes/office/charter/ratify.tsx'),
  route('join', 'routes/office/members/join.tsx'),

  // office, deciding together, and the public pages of charter, decisions, books (a co-op's host)
  route('office/decisions', 'routes/office/decisions/decisions.tsx'),
  route('office/decisions/new', 'routes/office/decisions/new-decision.tsx'),
  route('office/decisions/:number', 'routes/office/decisions/decision.tsx'),
  route('charter', 'routes/shop/charter/charter.tsx', { id: 'charter-in-force' }),
  route('charter/:version', 'routes/shop/charter/charter.tsx', { id: 'charter-version' }),
  route('decisions', 'routes/shop/decisions/decisions.tsx'),
  route('decisions/:number', 'routes/shop/decisions/decision.tsx'),
  route('decisions/:number/ballots.csv', 'routes/shop/decisions/ballots.tsx', {
    id: 'ballots-csv',
  }),
  route('decisions/:number/ballots.json', 'routes/shop/decisions/ballots.tsx', {
    id: 'ballots-json',
  }),
  route('books', 'routes/shop/books/books.tsx'),

  // account: signing in, for all (every host)
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-up', 'routes/account/sign-up.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('verify', 'routes/account/verify.tsx'),
  route('forgot', 'routes/account/forgot.tsx'),
  route('reset', 'routes/account/reset.tsx'),
  route('account', 'routes/account/account.tsx'),
  route('go', 'routes/account/go.tsx'),
  route('hand-over', 'routes/account/hand-over.tsx'),
  route('mailbox', 'routes/account/mailbox.tsx'),

  // machines: webhooks, feeds, pictures drawn on demand (every host)
  route('pattern.svg', 'routes/machines/pattern.tsx'),
  route('theme.css', 'routes/machines/theme.tsx'),
  route('files/:id/:size', 'routes/machines/file.tsx'),
  route('calendar/:file', 'routes/machines/calendar.tsx'),
  route('machines/stripe/events', 'routes/machines/stripe-events.tsx'),

  // workshop: every component alone, in both directions; not where letters are really sent (every host)
  route('workshop', 'routes/workshop/workshop.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
