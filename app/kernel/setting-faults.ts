/** Returns whether a host name leads a reader to their own machine. */
export const isLocalHost = (host: string): boolean =>
  /^(?:.+\.)?localhost$/.test(host) || /^127(?:\.\d{1,3}){3}$/.test(host)

/** The secret that the sandbox of payments signs with. Everybody may know it. */
export const SANDBOX_SECRET = 'whsec_twin'

/** Returns what others could read or forge, if the site were served with these settings. */
export function faultsOfTrust(
  given: Readonly<Record<string, string | undefined>>,
  host: string,
): string[] {
  const hasCarrier = Boolean(given['RESEND_API_KEY'] || given['SMTP_URL'])
  const letters = `RESEND_API_KEY or SMTP_URL is not set: with BASE_HOST "${host}" letters need a carrier, because those that wait here open accounts.`
  const events =
    'STRIPE_WEBHOOK_SECRET is that of the sandbox: STRIPE_SECRET_KEY needs the one of its own webhook, because anybody could sign events with this one.'
  const forged = given['STRIPE_SECRET_KEY'] && given['STRIPE_WEBHOOK_SECRET'] === SANDBOX_SECRET
  return [...(isLocalHost(host) || hasCarrier ? [] : [letters]), ...(forged ? [events] : [])]
}

type Listening = {
  readonly PORT: number
  readonly STRIPE_SANDBOX_PORT: number
  readonly STRIPE_SECRET_KEY: string | undefined
}

/** Returns why the site and the sandbox of payments cannot listen both; undefined when they can, or without a sandbox. */
export function faultOfPorts(parsed: Listening): string | undefined {
  const sandboxPort = parsed.STRIPE_SANDBOX_PORT
  if (parsed.STRIPE_SECRET_KEY) return undefined
  if (sandboxPort > 65_535) return 'STRIPE_SANDBOX_PORT is not set: PORT + 1 is above 65535.'
  if (parsed.PORT !== sandboxPort) return undefined
  return `STRIPE_SANDBOX_PORT is "${sandboxPort}": it must be another port than PORT.`
}
