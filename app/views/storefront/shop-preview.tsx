import type { CSSProperties } from 'react'
import { writeMoney } from '#app/kernel/write-money.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'

/** A look to preview: the co-op that would have it, and the palette made for it. */
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
  /** The address of the logo that replaces the small pattern. */
  readonly logo?: string | null
}

/** A small storefront in a look that is not saved yet, by day and by night. */
export function ShopPreview(preview: PreviewedLook) {
  const look = `s=${preview.slug}&c=${preview.colour.slice(1)}&d=${preview.colour2.slice(1)}`
  const palette = {
    '--h1': preview.hue,
    '--h2': preview.hue2,
    '--c': preview.chroma,
  } as CSSProperties
  return (
    <div className="tried" style={palette}>
      <Cloth look={look} width={1120} height={220} className="tried-cloth" />
      <div className="tried-two">
        <StorefrontPreview {...preview} look={look} when="day" />
        <StorefrontPreview {...preview} look={look} when="night" />
      </div>
    </div>
  )
}

function StorefrontPreview({
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
