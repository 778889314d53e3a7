import { settings } from '#app/config.ts'
import { baseHost } from '#tenants/resolve.server.ts'

/** Returns the origins at which a form may end: the payment page, and our hosts. */
export function formTargets(port: number): string[] {
  const {
    STRIPE_SECRET_KEY: stripe,
    STRIPE_SANDBOX_PORT: sandboxPort,
    PUBLIC_SCHEME: scheme,
  } = settings()
  const payOrigin = stripe ? 'https://checkout.stripe.com' : `http://localhost:${sandboxPort}`
  const portSuffix = scheme === 'https' ? '' : `:${port}`
  return [
    payOrigin,
    `${scheme}://${baseHost()}${portSuffix}`,
    `${scheme}://*.${baseHost()}${portSuffix}`,
  ]
}
