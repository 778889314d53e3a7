import { numberFormat } from '#app/kernel/formats.ts'
import { shareOut } from '#app/kernel/share-out.ts'
import type { LandingPage } from '#app/reads/federation/landing.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Arrow, Cloth, FEDERATION_LOOK } from '#app/ui/marks.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { SplitBar, type SplitPart } from '#app/views/books/split-bar.tsx'
import { NoBreak } from '#app/ui/no-break.tsx'
import { Directory } from './directory.tsx'

type Part = { readonly page: LandingPage }

/** The federation's first page: what Twiza is, in one screen, and what it has done. */
export function Landing({ page }: Part) {
  return (
    <Shell page="landing">
      <main id="main">
        <Hero page={page} />
        <How />
        <Owned page={page} />
        <Money page={page} />
        <section className="wrap dir">
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
    <section className="wrap hero">
      <div className="words">
        <h1>
          <NoBreak>{t('federation:head')}</NoBreak>
        </h1>
        <p className="text-lg">{t('federation:lead')}</p>
        <p className="acts">
          <a className="btn big" href={pathTo('/start')}>
            {t('common:nav.start')}
          </a>
          {first ? (
            <a className="link" href={pathTo('/co-ops')}>
              {t('federation:see-one')} <Arrow />
            </a>
          ) : null}
        </p>
        <p className="def text-sm">
          <dfn>{t('common:twiza')}</dfn> {t('federation:what-is')}
        </p>
      </div>
      <div className="hung" aria-hidden="true">
        {[...page.coOps.map(({ look }) => look), FEDERATION_LOOK].slice(0, 5).map((look, index) => (
          <Cloth
            key={look}
            look={look}
            width={150}
            height={[430, 330, 480, 360, 400][index] ?? 380}
            className="hung-cloth"
          />
        ))}
      </div>
    </section>
  )
}

/** When each step begins, in seconds. */
const MOMENTS = [0, 90, 180, 360, 570] as const

/** Minutes and seconds in the reader's digits. */
function writeElapsed(seconds: number, locale: string): string {
  const rest = numberFormat(locale, { minimumIntegerDigits: 2 }).format(seconds % 60)
  return `${numberFormat(locale).format(Math.floor(seconds / 60))}:${rest}`
}

function How() {
  const { t, formatLocale } = useLanguage()
  return (
    <section className="wrap how">
      <h2>{t('federation:how')}</h2>
      <ol>
        {(['1', '2', '3', '4', '5'] as const).map((step, index) => (
          <li key={step}>
            <p className="time">
              <bdi>{writeElapsed(MOMENTS[index] ?? 0, formatLocale)}</bdi>
            </p>
            <h3>{t(`federation:how.${step}`)}</h3>
            <p>{t(`federation:how.${step}.what`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Owned({ page }: Part) {
  const { t } = useLanguage()
  return (
    <section className="own">
      <div className="wrap">
        <div>
          <h2>{t('federation:owned')}</h2>
          <p className="text-lg">{t('federation:owned.lead', { count: page.coOps.length })}</p>
          <p>{t('federation:owned.bound')}</p>
          <p>
            <a className="link" href={pathTo('/terms')}>
              {t('federation:owned.read')} <Arrow />
            </a>
          </p>
        </div>
        <ul className="owners">
          {page.coOps.map(({ slug, look, name, members }) => (
            <li key={slug}>
              <Cloth look={look} width={96} height={96} />
              <b dir="auto">{name}</b>
              <span>{t('federation:members', { count: members })}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** The shares in tenths of a percent, as they are shown: rounded together, so that they add up to the whole. */
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
    <section className="wrap money">
      <h2>{t('federation:money', { percent: percent(shown.workers) })}</h2>
      <SplitBar splitParts={splitParts} caption={percent(shown.workers)} />
      <ul className="four">
        {splitParts.map(({ who, label, minor }) => (
          <li
            key={who}
            className={
              who === 'worker' ? 'w' : who === 'co-op' ? 'c' : who === 'federation' ? 'f' : 'r'
            }
          >
            <i />
            <b>{percent(minor)}</b>
            <span>{label}</span>
          </li>
        ))}
      </ul>
      <p className="meter">
        <b>{percent(1000n - shown.card)}</b>
        <span>{t('federation:money.stays', { count: page.orders })}</span>
      </p>
    </section>
  )
}
