import type { StorefrontPage } from '#app/reads/storefront/storefront-page.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { writeMoney } from '#app/kernel/write-money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText, writeMoment, writeShare } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Band, Cloth } from '#app/ui/marks.tsx'
import { Note, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { stayingBp, splitPartsOf } from '#app/views/books/split-parts.ts'
import { Takes } from '#app/offerings/views.tsx'
import { NotOpenYet } from './not-open-yet.tsx'
import { clauseSentence } from '#app/views/charter/clause-sentence.ts'

type Part = { readonly page: StorefrontPage }

/** A co-op's first page: what it does, what it costs, who comes, where the money goes. */
export function Storefront({ page }: Part) {
  const site = useCoOp()
  return (
    <Shell page="storefront">
      <div className="cover">
        <Cloth look={site.look} width={1280} height={360} className="cover-cloth" />
      </div>
      <main id="main">
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
    <section className="wrap intro">
      <div className="label">
        <p className="text-muted text-sm">{placeOf({ name, area, year: sinceYear }, t)}</p>
        <h1 dir="auto">{headline}</h1>
      </div>
      <div className="side">
        <NotOpenYet />
        {page.offers.some(({ sample }) => sample) ? <Note>{t('storefront:samples')}</Note> : null}
        <p className="text-lg" dir="auto">
          {lead}
        </p>
        {first ? (
          <p className="acts">
            <a className="btn big" href={pathTo('/listings/:slug/quote', { slug: first.slug })}>
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

/** Who this is, where and since when, as far as it is known. */
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
  // Of a hundred, as the charter says it: never rounded up to more than anybody gets.
  const whole = split.workersBp % 100 === 0
  return (
    <section className="wrap" aria-label={t('storefront:promises')}>
      <ul className="promise">
        <li>
          <b>
            {t('storefront:promise.split', {
              part: money((split.workersBp * hundred) / 10_000, whole),
              whole: money(hundred, true),
            })}
          </b>
          <span>{t('storefront:promise.split.who')}</span>
        </li>
        <li>
          <b>{t('storefront:promise.floor', { amount: money(floor.hourlyMinor) })}</b>
          <span>{t('storefront:promise.floor.what')}</span>
        </li>
        <li>
          <b>{t('storefront:promise.owners')}</b>
          <span>{t('storefront:promise.owners.what')}</span>
        </li>
        <li>
          <b>{t('storefront:promise.cancel')}</b>
          <span>{t('storefront:promise.cancel.until', { count: cancellation.freeHours })}</span>
        </li>
      </ul>
    </section>
  )
}

function Prices({ page }: Part) {
  const { t } = useLanguage()
  const { currency } = useCoOp()
  const none = page.offers.length === 0
  return (
    <section className="wrap prices" id="prices">
      <div className="hd">
        <h2>{t('storefront:prices')}</h2>
        <p className="text-muted">{t(none ? 'storefront:none-yet' : 'storefront:prices.for')}</p>
      </div>
      {none ? null : (
        <ul>
          {page.offers.map((offer) => (
            <li key={offer.slug}>
              <h3 dir="auto">
                <a href={pathTo('/listings/:slug', { slug: offer.slug })}>{offer.title}</a>
              </h3>
              <p dir="auto">{offer.summary}</p>
              <p className="hh text-muted">
                <Takes {...offer} />
              </p>
              <p className="pp">
                <span className="text-sm text-muted">{t('storefront:from')}</span>{' '}
                <MoneyText minor={offer.fromMinor} currency={currency} />
              </p>
              <a
                className="btn ghost"
                href={pathTo('/listings/:slug/quote', { slug: offer.slug })}
                aria-label={t('storefront:price-this.of', { title: offer.title })}
              >
                {t('storefront:price-this')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function People({ page }: Part) {
  const { t } = useLanguage()
  return (
    <section className="people" id="people">
      <div className="wrap">
        <div className="hd">
          <h2>{t('storefront:people')}</h2>
          <p dir="auto">{page.words.about}</p>
        </div>
        <ul>
          {page.people.map((person) => (
            <li key={person.id}>
              <Avatar id={person.id} photo={person.photo} />
              <h3>
                <bdi>{person.name.split(' ')[0]}</bdi>
              </h3>
              <p className="text-sm" dir="auto">
                {person.about}
              </p>
              <p className="text-sm text-muted">{t('storefront:jobs', { count: person.jobs })}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Money({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  if (!page.sample) return null
  const splitParts = splitPartsOf(page.sample, t, t('storefront:who.workers'))
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  return (
    <section className="wrap money" id="money">
      <h2>{t('storefront:every-penny', { total: amount(page.sample.total) })}</h2>
      <SplitBar
        splitParts={splitParts}
        caption={t('storefront:to-workers', { amount: amount(page.sample.workers) })}
      />
      <div className="two">
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
  if (page.said.latest.length === 0) return null
  return (
    <section className="wrap says">
      <h2 className="sr-only">{t('storefront:said')}</h2>
      {page.said.latest.map(({ body, name }, index) => (
        <figure className={`q${index}`} key={body}>
          <blockquote dir="auto">{body}</blockquote>
          <figcaption className="text-sm text-muted">
            <bdi>{name}</bdi>
          </figcaption>
        </figure>
      ))}
      <p className="text-sm text-muted rn">
        {t('storefront:stars', {
          stars: Math.round(page.said.stars * 10) / 10,
          count: page.said.count,
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
    <section className="wrap contact">
      <h2>{t('storefront:brand.contact')}</h2>
      <p className="text-lg">
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
    <section className="charter" id="charter">
      <Band look={look} />
      <div className="wrap">
        <h2>{t('storefront:charter')}</h2>
        <blockquote>
          {clauseSentence('split', page.charter.split, { t, formatLocale, currency })}
        </blockquote>
        <div>
          <div>
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
      </div>
    </section>
  )
}
