import { serve } from '@hono/node-server'
import { stripeSandbox } from './sandbox.ts'

const port = Number(process.env['STRIPE_SANDBOX_PORT'] ?? 3001)
const sandbox = stripeSandbox({
  file: `${process.env['DATA_DIR'] ?? '.data'}/stripe-twin.jsonl`,
  payOrigin: process.env['STRIPE_TWIN_ORIGIN'] ?? `http://localhost:${port}`,
  delivery: {
    url: `http://127.0.0.1:${process.env['PORT'] ?? 3000}/machines/stripe/events`,
    secret: process.env['STRIPE_WEBHOOK_SECRET'] ?? 'whsec_twin',
  },
})
const server = serve({ fetch: sandbox.app.fetch, port }, () => process.send?.('ready'))

function stop(): void {
  sandbox.stop()
  server.close(() => process.exit(0))
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, stop)
