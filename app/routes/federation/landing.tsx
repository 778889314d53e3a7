import { numberFormat } from '#app/kernel/formats.ts'
import { shareOut } from '#app/kernel/share-out.ts'
import type { LandingPage } from '#app/reads/federation/landing.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Cloth, FEDERATION_LOOK } from '#app/ui/marks.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { SPLIT_FILLS, SplitBar, type SplitPart } from '#app/views/books/split-bar.tsx'
import { NoBreak } from '#app/ui/no-break.tsx'
import { Directory } from './directory.tsx'

type Part = { readonly page: LandingPage }

/** The federation's first page: what Twiza is, how it works, who owns it and where the money went. */
export function Landing({ page }: Part) {
  return (
    <Shell page="plain">
      <main id="main">
        <Hero page={page} />
        <How />
        <Owned page={page} />
        <Money page={page} />
        <section className="wrap">
          <Directory coOps={page.coOps} />
        </section>
      </main>
    </Shell>
  )
}

function Hero({ page }: Part) {
  const { t } = useLanguage()
  const [first] = page.coOps
  return (
    <section className="wrap grid grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] items-start gap-12 pb-section max-lg:grid-cols-1">
      <div className="pt-[clamp(2rem,6vw,5rem)]">
        <h1 className="text-4xl leading-display tracking-display">
          <NoBreak>{t('federation:head')}</NoBreak>
        </h1>
        <p className="mt-8 max-w-[34ch] text-lg">{t('federation:lead')}</p>
        <p className="mt-8 flex flex-wrap items-center gap-x-8 gap-y-3">
          <a className="btn big" href={pathTo('/start')}>
            {t('common:nav.start')}
          </a>
          {first ? (
            <a className="link" href={pathTo('/co-ops')}>
              {t('federation:see-one')} <Arrow />
            </a>
          ) : null}
        </p>
        <p className="mt-12 max-w-[44ch] border-t border-line pt-4 text-sm text-muted">
          <dfn className="font-semibold text-ink not-italic">{t('common:twiza')}</dfn>{' '}
          {t('federation:what-is')}
        </p>
      </div>
      <div className="flex items-start gap-4 border-t-10 border-walnut px-3" aria-hidden="true">
        {[...page.coOps.map(({ look }) => look), FEDERATION_LOOK].slice(0, 5).map((look, index) => (
          <Cloth
            key={look}
            look={look}
            width={150}
            height={[430, 330, 480, 360, 400][index] ?? 380}
            className="min-w-0 flex-1 border-b-6 border-dotted border-saffron object-cover max-lg:max-h-48"
          />
        ))}
      </div>
    </section>
  )
}

/** The time at which each step begins, in seconds. */
const MOMENTS = [0, 90, 180, 360, 570] as const

/** Writes minutes and seconds in the reader's digits. */
function writeElapsed(seconds: number, locale: string): string {
  const rest = numberFormat(locale, { minimumIntegerDigits: 2 }).format(seconds % 60)
  return `${numberFormat(locale).format(Math.floor(seconds / 60))}:${rest}`
}

function How() {
  const { t, formatLocale } = useLanguage()
  return (
    <section className="wrap pb-section">
      <h2>{t('federation:how')}</h2>
      <ol className="mt-10 grid grid-cols-[1.1fr_1fr_1.3fr_1.5fr_1.2fr] border-t-6 border-saffron max-lg:ms-2.5 max-lg:grid-cols-1 max-lg:border-s-6 max-lg:border-t-0">
        {(['1', '2', '3', '4', '5'] as const).map((step, index) => (
          <li
            className="relative pe-6 pt-6 before:absolute before:start-0 before:-top-[13px] before:size-5 before:rotate-45 before:bg-accent last:before:bg-madder max-lg:ps-8 max-lg:pe-0 max-lg:pt-0 max-lg:pb-8 max-lg:before:-start-[13px] max-lg:before:top-2 max-lg:last:pb-0"
            key={step}
          >
            <p className="max-w-[30ch] text-sm text-muted">
              <bdi>{writeElapsed(MOMENTS[index] ?? 0, formatLocale)}</bdi>
            </p>
            <h3 className="mt-2 mb-1 text-md">{t(`federation:how.${step}`)}</h3>
            <p className="max-w-[30ch] text-sm text-muted">{t(`federation:how.${step}.what`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Owned({ page }: Part) {
  const { t } = useLanguage()
  return (
    <section className="bg-night text-night-ink">
      <div className="wrap grid grid-cols-[1fr_1.15fr] items-center gap-16 py-section max-lg:grid-cols-1">
        <div>
          <h2 className="mb-6 text-3xl">{t('federation:owned')}</h2>
          <p className="text-lg">{t('federation:owned.lead', { count: page.coOps.length })}</p>
          <p className="text-night-muted">{t('federation:owned.bound')}</p>
          <p>
            <a className="link" href={pathTo('/terms')}>
              {t('federation:owned.read')} <Arrow />
            </a>
          </p>
        </div>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))] gap-x-6 gap-y-8">
          {page.coOps.map(({ slug, look, name, members }) => (
            <li className="grid content-start justify-items-start gap-1" key={slug}>
              <Cloth look={look} width={96} height={96} className="size-24 rounded object-cover" />
              <b dir="auto">{name}</b>
              <span className="text-sm text-night-muted">
                {t('federation:members', { count: members })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Returns the shares in tenths of a percent. They are rounded together, so that they add up to the whole. */
function tenthsOf({ workersBp, feeBp, cardBp }: LandingPage) {
  const rest = Math.max(0, 10_000 - workersBp - feeBp - cardBp)
  const claims = { workers: workersBp, coOp: rest, federation: feeBp, card: cardBp }
  const shares = shareOut(
    1000n,
    Object.entries(claims).map(([key, bp]) => ({ key, weight: BigInt(bp) })),
  )
  const of = (key: keyof typeof claims) => shares.get(key) ?? 0n
  return {
    workers: of('workers'),
    coOp: of('coOp'),
    federation: of('federation'),
    card: of('card'),
  }
}

function Money({ page }: Part) {
  const { t, formatLocale } = useLanguage()
  if (page.orders === 0) return null
  const shown = tenthsOf(page)
  const splitParts: SplitPart[] = [
    { who: 'worker', label: t('federation:money.workers'), minor: shown.workers },
    { who: 'co-op', label: t('federation:money.co-op'), minor: shown.coOp },
    { who: 'federation', label: t('federation:money.federation'), minor: shown.federation },
    { who: 'rent', label: t('federation:money.card'), minor: shown.card },
  ]
  const percent = (tenths: bigint) => writePercent(Number(tenths) * 10, formatLocale)
  return (
    <section className="wrap py-section">
      <h2 className="max-w-[22ch] text-3xl leading-[1.06]">
        {t('federation:money', { percent: percent(shown.workers) })}
      </h2>
      <SplitBar
        className="mt-10 mb-6 h-24 text-xl max-sm:h-18 max-sm:text-md"
        splitParts={splitParts}
        caption={percent(shown.workers)}
      />
      <ul className="grid grid-cols-4 gap-8 max-lg:grid-cols-2">
        {splitParts.map(({ who, label, minor }) => (
          <li
            key={who}
            className="grid grid-cols-[auto_1fr] content-start items-center gap-x-3 gap-y-1"
          >
            <i className={`size-[0.9rem] ${SPLIT_FILLS[who]}`} />
            <b className="text-xl">{percent(minor)}</b>
            <span className="col-span-full max-w-[30ch] text-sm text-muted">{label}</span>
          </li>
        ))}
      </ul>
      <p className="mt-12 flex max-w-none flex-wrap items-baseline gap-4 border-t border-line pt-6">
        <b className="text-3xl leading-none tracking-display text-olive">
          {percent(1000n - shown.card)}
        </b>
        <span>{t('federation:money.stays', { count: page.orders })}</span>
      </p>
    </section>
  )
}
