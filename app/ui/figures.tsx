import { dateFormat, numberFormat } from '#app/kernel/formats.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from './language.tsx'

type Amount = Parameters<typeof writeMoney>[0]

/** An amount on a page. It is isolated, so that its direction does not change. */
export function MoneyText(amount: Amount) {
  const { formatLocale } = useLanguage()
  return <bdi className="num">{writeMoney(amount, formatLocale)}</bdi>
}

export type MomentStyle = 'date' | 'day' | 'time' | 'full' | 'dated' | 'short' | 'stamp'

const DAY = { day: 'numeric', month: 'long' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const
const STYLES: Readonly<Record<MomentStyle, Intl.DateTimeFormatOptions>> = {
  date: { ...DAY, year: 'numeric' },
  day: { weekday: 'long', ...DAY },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  time: TIME,
  full: { weekday: 'long', ...DAY, ...TIME },
  /** With the year, because it may be read again in another year. */
  dated: { weekday: 'long', ...DAY, year: 'numeric', ...TIME },
  /** With the time zone, because a log may be read in another place. */
  stamp: { ...DAY, year: 'numeric', ...TIME, timeZoneName: 'short' },
}

/** Writes a moment in the local time of a place. */
export function writeMoment(
  iso: string,
  style: MomentStyle,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  return dateFormat(locale, { ...STYLES[style], timeZone }).format(new Date(iso))
}

export function MomentText({
  at,
  style,
  timeZone,
}: {
  readonly at: string
  readonly style: MomentStyle
  readonly timeZone: string
}) {
  const { formatLocale } = useLanguage()
  return <time dateTime={at}>{writeMoment(at, style, { locale: formatLocale, timeZone })}</time>
}

/** Joins names to a list in the reader's language. */
export function writeList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** Writes the name of a currency in the reader's language. */
export function writeCurrency(currency: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency
}

/** Writes basis points as an exact percentage, for a share that was agreed: 9500 is "95%", 9455 is "94.55%". */
export function writePercent(bp: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bp / 10_000)
}

/** Writes basis points to a tenth of a percent, for a share that was counted. */
export function writeShare(bp: number, locale: string): string {
  return writePercent(Math.round(bp / 10) * 10, locale)
}
