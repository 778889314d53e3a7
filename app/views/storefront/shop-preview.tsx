import type { CSSProperties } from 'react'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'

/** A look to be tried on: who would wear it, and the palette that was solved for it. */
export type PreviewedLook = {
  readonly slug: string
  readonly name: string
  readonly headline: string
  readonly colour: string
  readonly colour2: string
  readonly hue: number
  readonly hue2: number
  readonly chroma: number
  readonly currency: string
  /** Where the logo is that hangs in place of the small cloth. */
  readonly logo?: string | null
}

/** A storefront in small, by day and by night, in colours that nobody wears yet. */
export function ShopPreview(tried: PreviewedLook) {
  const look = `s=${tried.slug}&c=${tried.colour.slice(1)}&d=${tried.colour2.slice(1)}`
  const palette = {
    '--h1': tried.hue,
    '--h2': tried.hue2,
    '--c': tried.chroma,
  } as CSSProperties
  return (
    <div className="tried" style={palette}>
      <Cloth look={look} width={1120} height={220} className="tried-cloth" />
      <div className="tried-two">
        <Small {...tried} look={look} when="day" />
        <Small {...tried} look={look} when="night" />
      </div>
    </div>
  )
}

function Small({
  name,
  headline,
  currency,
  look,
  logo,
  when,
}: PreviewedLook & { readonly look: string; readonly when: 'day' | 'night' }) {
  const { t, formatLocale } = useLanguage()
  return (
    <div className={`small ${when}`} role="img" aria-label={t(`storefront:brand.preview.${when}`)}>
      <p className="small-bar">
        {logo ? (
          <img src={logo} alt="" height={40} className="logo own" />
        ) : (
          <Cloth look={look} width={40} height={40} className="logo" />
        )}
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p className="small-head" dir="auto">
        {headline}
      </p>
      <p className="small-acts">
        <span className="small-btn">{t('storefront:price-mine')}</span>
        <span className="small-link">{t('common:nav.books')}</span>
      </p>
      <p className="small-price">
        <span>{t('storefront:from')}</span>{' '}
        <b>{writeMoney({ minor: 6800, currency }, formatLocale)}</b>
      </p>
    </div>
  )
}
