import { index, route, type RouteConfig } from '@remix-run/route-config'

/**
 * The site map: every address, by the people it is for. The federation's and the co-ops' paths are disjoint but for
 * `/`, whose loader asks which site it is on.
 */
export default [
  index('routes/home.tsx'),

  // found: a group of workers starting a co-op (federation's host)

  // federation: its public pages and the console (federation's host)

  // shop: a customer browsing, booking, paying, following (a co-op's host)

  // office: members at work (a co-op's host)

  // office, deciding together, and the public pages of charter, decisions, books (a co-op's host)

  // account: signing in, for all (every host)

  // machines: webhooks, feeds, pictures drawn on demand (every host)
  route('pattern.svg', 'routes/machines/pattern.tsx'),
  route('theme.css', 'routes/machines/theme.tsx'),
  route('files/:id/:size', 'routes/machines/file.tsx'),
  route('machines/stripe/events', 'routes/machines/stripe-events.tsx'),

  // workshop: every component alone; development only

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
