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
    <div className="grid gap-4" style={palette}>
      <Cloth
        look={look}
        width={1120}
        height={220}
        className="aspect-56/11 h-auto w-full rounded object-cover"
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-4">
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
    <div
      className={`${when === 'day' ? 'by-day' : 'by-night'} grid content-start gap-4 rounded border border-line bg-surface p-6 text-ink`}
      role="img"
      aria-label={t(`storefront:brand.preview.${when}`)}
    >
      <p className="flex items-center gap-3">
        {logo ? (
          <img
            src={logo}
            alt=""
            height={40}
            className="h-10 w-auto max-w-28 rounded object-contain"
          />
        ) : (
          <Cloth look={look} width={40} height={40} className="rounded" />
        )}
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p className="mt-0 text-xl leading-tight font-semibold tracking-tight" dir="auto">
        {headline}
      </p>
      <p className="mt-0 flex flex-wrap items-center gap-4">
        <span className="rounded bg-accent px-5 py-3 font-semibold text-accent-ink">
          {t('storefront:price-mine')}
        </span>
        <span className="text-accent underline underline-offset-[0.2em]">
          {t('common:nav.books')}
        </span>
      </p>
      <p className="mt-0 border-t border-muted pt-3 text-muted">
        <span>{t('storefront:from')}</span>{' '}
        <b className="text-lg/body text-ink">
          {writeMoney({ minor: 6800, currency }, formatLocale)}
        </b>
      </p>
    </div>
  )
}
