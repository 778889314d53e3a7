import { serve } from '@hono/node-server'
import { settings } from '#app/config.ts'
import { SANDBOX_SECRET } from '#app/kernel/setting-faults.ts'
import { stripeSandbox } from './sandbox.ts'

const {
  PORT,
  DATA_DIR,
  STRIPE_SANDBOX_PORT: port,
  STRIPE_SANDBOX_ORIGIN: payOrigin,
  STRIPE_WEBHOOK_SECRET: secret = SANDBOX_SECRET,
} = settings()
const sandbox = stripeSandbox({
  file: `${DATA_DIR}/stripe-sandbox.jsonl`,
  payOrigin,
  delivery: { url: `http://127.0.0.1:${PORT}/machines/stripe/events`, secret },
})
// Only this machine reaches the sandbox: anybody who can, can say that something is paid.
const server = serve({ fetch: sandbox.app.fetch, port, hostname: '127.0.0.1' }, () =>
  process.send?.('ready'),
)

function stop(): void {
  sandbox.stop()
  server.close(() => process.exit(0))
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, stop)
