import { index, route, type RouteConfig } from '@remix-run/route-config'

/**
 * The site map: every address, by the people it is for. The federation's and the co-ops' paths are disjoint but for
 * `/`, whose loader asks which site it is on.
 */
export default [
  index('routes/home.tsx'),

  // found: a group of workers starting a co-op (federation's host)

  // federation: its public pages and the console (federation's host)
  route('co-ops', 'routes/federation/co-ops.tsx'),
  route('co-ops/:slug', 'routes/federation/go-to-co-op.tsx'),
  route('terms', 'routes/federation/terms.tsx'),

  // shop: a customer browsing, booking, paying, following (a co-op's host)
  route('listings', 'routes/shop/listings.tsx'),
  route('listings/:slug', 'routes/shop/listing.tsx'),
  route('listings/:slug/quote', 'routes/shop/quote.tsx'),
  route('listings/:slug/book', 'routes/shop/book.tsx'),
  route('orders/:token', 'routes/shop/order.tsx'),
  route('orders/:token/paid', 'routes/shop/order-paid.tsx'),
  route('orders/:token/change', 'routes/shop/order-change.tsx'),
  route('orders/:token/receipt', 'routes/shop/receipt.tsx'),
  route('orders/:token/receipt.pdf', 'routes/shop/receipt-pdf.tsx'),

  // office: members at work (a co-op's host)

  // office, deciding together, and the public pages of charter, decisions, books (a co-op's host)

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
  route('machines/stripe/events', 'routes/machines/stripe-events.tsx'),

  // workshop: every component alone; development only

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
