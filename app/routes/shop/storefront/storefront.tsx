import type { StorefrontPage } from '#app/reads/storefront/storefront-page.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writeMoment, writeShare } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Band, Cloth } from '#app/ui/marks.tsx'
import { Note, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { stayingBp, splitPartsOf } from '#app/views/books/split-parts.ts'
import { NotOpenYet } from './not-open-yet.tsx'
import { People } from './people.tsx'
import { Prices } from './prices.tsx'
import { clauseSentence } from '#app/views/charter/clause-sentence.ts'

type Part = { readonly page: StorefrontPage }

/** A co-op's first page: its work, its prices, its members and the split of its money. */
export function Storefront({ page }: Part) {
  const site = useCoOp()
  return (
    <Shell page="storefront">
      <Cloth
        look={site.look}
        width={1280}
        height={360}
        className="block h-[clamp(11rem,28vw,24rem)] w-full object-cover"
      />
      <main id="main" className="fringe">
        <Intro page={page} />
        <Promises page={page} />
        <Prices page={page} />
        <People page={page} />
        <Money page={page} />
        <Said page={page} />
        <Contact page={page} />
        <CharterQuote page={page} />
      </main>
    </Shell>
  )
}

function Intro({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { timeZone, name, founding } = useCoOp()
  const { headline, lead, area, sinceYear } = page.words
  const first = page.offers[0]
  return (
    <section className="wrap grid grid-cols-[1.25fr_1fr] items-end gap-12 pb-16 max-lg:grid-cols-1 max-lg:gap-6">
      <div className="relative -ms-gut -mt-[clamp(4rem,9vw,8rem)] self-start bg-surface ps-gut pe-10 pt-8 max-lg:me-4 max-sm:mt-0 max-sm:pe-4 max-sm:pt-5">
        <p className="text-sm text-muted">{placeOf({ name, area, year: sinceYear }, t)}</p>
        <h1
          className="mt-3 text-[clamp(2.5rem,1.4rem+4vw,4.5rem)] leading-none tracking-display ar:leading-[1.3]"
          dir="auto"
        >
          {headline}
        </h1>
      </div>
      <div className="pt-8">
        <NotOpenYet />
        {page.offers.some(({ sample }) => sample) ? <Note>{t('storefront:samples')}</Note> : null}
        <p className="text-lg" dir="auto">
          {lead}
        </p>
        {first ? (
          <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
            <a
              className="btn big max-sm:w-full"
              href={pathTo('/listings/:slug/quote', { slug: first.slug })}
            >
              {t(founding || first.sample ? 'storefront:price-only' : 'storefront:price-mine')}
            </a>
            {page.nextFree ? (
              <span className="text-sm text-muted">
                {t('storefront:next-free', {
                  when: writeMoment(page.nextFree, 'full', { locale: formatLocale, timeZone }),
                })}
              </span>
            ) : null}
          </p>
        ) : null}
      </div>
    </section>
  )
}

type Whose = { readonly name: string; readonly area: string; readonly year: number | null }

/** Returns a line with the co-op's name, its area and its first year, without those that are not known. */
function placeOf({ name, area, year }: Whose, t: Translate): string {
  if (area)
    return year
      ? t('storefront:place', { name, area, year })
      : t('storefront:place.area', { name, area })
  return year ? t('storefront:place.since', { name, year }) : name
}

function Promises({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const { split, floor, cancellation } = page.charter
  const money = (minor: number, whole = false) =>
    writeMoney({ minor, currency, whole }, formatLocale)
  const hundred = 10_000
  // An amount with decimals is shown with them, because rounding could promise more than the members get.
  const whole = split.workersBp % 100 === 0
  return (
    <section className="wrap" aria-label={t('storefront:promises')}>
      <ul className="grid grid-cols-4 border-y-[1.5px] border-ink max-lg:grid-cols-2 max-sm:grid-cols-1">
        <Promised
          what={t('storefront:promise.split', {
            part: money((split.workersBp * hundred) / 10_000, whole),
            whole: money(hundred, true),
          })}
          more={t('storefront:promise.split.who')}
        />
        <Promised
          what={t('storefront:promise.floor', { amount: money(floor.hourlyMinor) })}
          more={t('storefront:promise.floor.what')}
        />
        <Promised
          what={t('storefront:promise.owners')}
          more={t('storefront:promise.owners.what')}
        />
        <Promised
          what={t('storefront:promise.cancel')}
          more={t('storefront:promise.cancel.until', { count: cancellation.freeHours })}
        />
      </ul>
    </section>
  )
}

/** One promise: in a row of four, in two rows of two, or one below the other on a phone. */
function Promised({ what, more }: { readonly what: string; readonly more: string }) {
  return (
    <li className="border-s border-line p-6 first:border-0 first:ps-0 max-lg:nth-3:border-s-0 max-lg:nth-3:ps-0 max-lg:nth-[n+3]:border-t max-sm:border-s-0 max-sm:border-t max-sm:px-0 max-sm:py-4 max-sm:first:border-0">
      <b className="mb-1 block text-xl leading-[1.2] tracking-tight">{what}</b>
      <span className="text-sm text-muted">{more}</span>
    </li>
  )
}

function Money({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  if (!page.sample) return null
  const splitParts = splitPartsOf(page.sample, t, t('storefront:who.workers'))
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  return (
    <section className="wrap py-section" id="money">
      <h2 className="max-w-[18ch] text-3xl leading-[1.05] ar:leading-[1.35]">
        {t('storefront:every-penny', { total: amount(page.sample.total) })}
      </h2>
      <SplitBar
        className="mt-8 mb-6 h-20 text-lg/body max-sm:h-16"
        splitParts={splitParts}
        caption={t('storefront:to-workers', { amount: amount(page.sample.workers) })}
      />
      <div className="grid grid-cols-[1.3fr_1fr] items-start gap-16 max-lg:grid-cols-1 max-lg:gap-6">
        <SplitKey splitParts={splitParts} currency={currency} />
        <div>
          <p className="text-lg">
            {t('storefront:stays', { percent: writeShare(stayingBp(page.sample), formatLocale) })}
          </p>
          <p>
            <a className="link" href={pathTo('/books')}>
              {t('storefront:books')} <Arrow />
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}

function Said({ page }: Part) {
  const { t } = useLanguage()
  if (page.reviews.latest.length === 0) return null
  return (
    <section className="wrap grid grid-cols-[1.7fr_1fr] gap-x-16 gap-y-8 pb-section max-lg:grid-cols-1 max-lg:gap-6">
      <h2 className="sr-only">{t('storefront:said')}</h2>
      {page.reviews.latest.map(({ body, name }, index) => (
        <figure
          className={index === 0 ? 'row-[1/3] max-lg:row-auto' : 'border-t border-line pt-4'}
          key={body}
        >
          <blockquote
            className={
              index === 0
                ? 'text-3xl leading-[1.12] font-semibold tracking-tight text-balance ar:text-2xl ar:leading-[1.5]'
                : undefined
            }
            dir="auto"
          >
            {body}
          </blockquote>
          <figcaption className="mt-3 text-sm font-semibold text-muted">
            <bdi>{name}</bdi>
          </figcaption>
        </figure>
      ))}
      <p className="col-span-full max-w-none text-sm text-muted">
        {t('storefront:stars', {
          stars: Math.round(page.reviews.stars * 10) / 10,
          count: page.reviews.count,
        })}
      </p>
    </section>
  )
}

function Contact({ page }: Part) {
  const { t } = useLanguage()
  const { contactEmail, contactPhone } = page.words
  if (!contactEmail && !contactPhone) return null
  return (
    <section className="wrap grid gap-3 pt-16">
      <h2>{t('storefront:brand.contact')}</h2>
      <p className="flex flex-wrap gap-x-10 text-lg">
        {contactEmail ? (
          <a className="link" href={`mailto:${contactEmail}`}>
            <bdi>{contactEmail}</bdi>
          </a>
        ) : null}
        {contactPhone ? (
          <a className="link" href={`tel:${contactPhone.replaceAll(/[^+\d]/g, '')}`}>
            <bdi dir="ltr">{contactPhone}</bdi>
          </a>
        ) : null}
      </p>
    </section>
  )
}

function CharterQuote({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { look, timeZone, founding, currency } = useCoOp()
  const since = page.charterSince
    ? writeMoment(page.charterSince, 'date', { locale: formatLocale, timeZone })
    : ''
  return (
    <section className="bg-accent-soft" id="charter">
      <Band look={look} />
      <div className="wrap grid grid-cols-[1fr_2fr] gap-x-12 gap-y-6 py-20 max-lg:grid-cols-1 max-lg:gap-6">
        <h2>{t('storefront:charter')}</h2>
        <blockquote className="text-xl leading-[1.4] ar:leading-[1.75]">
          {clauseSentence('split', page.charter.split, { t, formatLocale, currency })}
        </blockquote>
        <div className="col-start-2 max-lg:col-start-1">
          <p className="text-sm">
            {founding
              ? t('charter:version.to-agree', { version: page.charterVersion })
              : t('storefront:charter.since', { version: page.charterVersion, date: since })}
          </p>
          <p>
            <a className="link" href={pathTo('/charter')}>
              {t('storefront:charter.read')} <Arrow />
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}
