import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stripeApi } from './api.ts'
import { EventSender, type Delivery, type Mode } from './deliver.ts'
import { challengePage, closedPage, payPage } from './page.ts'
import { westernDigits } from '#app/kernel/money.ts'
import { capture, type Card, tryCard } from './pay.ts'
import { Store } from './store.ts'

/** The file of the sandbox's objects, the address of its payment page, and the receiver of its events. */
export type SandboxSettings = {
  readonly file: string | null
  readonly payOrigin: string
  readonly delivery: Delivery
}

/**
 * A sandbox of Stripe for this machine: the same API for the part that we use, a payment page with test cards, and
 * signed events. It holds no real money, and every page says so.
 */
export function stripeSandbox({ file, payOrigin, delivery }: SandboxSettings): {
  readonly app: Hono
  readonly stop: () => void
} {
  const store = new Store(file)
  const events = new EventSender(store, delivery)
  const app = new Hono()
  app.use(bodyLimit({ maxSize: 64 * 1024 }))
  app.route('/', stripeApi({ store, events, payOrigin }))

  app.get('/pay/:id', (c) => {
    const session = store.get(c.req.param('id'))
    if (!session) return c.notFound()
    return c.html(
      session['status'] === 'open'
        ? payPage(session, { card: blank, fault: null })
        : closedPage(session),
    )
  })
  app.post('/pay/:id', async (c) => {
    const session = store.get(c.req.param('id'))
    if (!session) return c.notFound()
    if (session['status'] === 'complete') return c.redirect(String(session['success_url']), 303)
    if (session['status'] !== 'open') return c.html(closedPage(session), 410)
    const card = cardOf(await c.req.parseBody())
    const attempt = tryCard(card, new Date())
    if (!attempt.paid)
      return 'ask' in attempt
        ? c.html(challengePage(session))
        : c.html(payPage(session, { card, fault: attempt.fault }), 422)
    capture(store, events, session)
    return c.redirect(String(session['success_url']), 303)
  })
  app.post('/pay/:id/confirm', async (c) => {
    const session = store.get(c.req.param('id'))
    if (!session) return c.notFound()
    const { answer } = await c.req.parseBody()
    if (answer !== 'yes') return c.html(payPage(session, { card: blank, fault: 'declined' }), 422)
    capture(store, events, session)
    return c.redirect(String(session['success_url']), 303)
  })
  app.post('/_twin/events/:mode', (c) => {
    const mode = c.req.param('mode')
    if (mode === 'release') events.release()
    else events.mode = mode as Mode
    return c.json({ mode })
  })
  return { app, stop: () => events.stop() }
}

const blank: Card = { number: '', expiry: '', cvc: '' }

function cardOf(form: Record<string, unknown>): Card {
  const text = (name: keyof Card) => westernDigits(String(form[name] ?? '').slice(0, 40))
  return { number: text('number'), expiry: text('expiry'), cvc: text('cvc') }
}
