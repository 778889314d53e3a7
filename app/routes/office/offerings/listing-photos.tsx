import { pathTo } from '#app/site-map/paths.ts'
import { useLanguage } from '#app/ui/language.tsx'

type Photo = { readonly id: string; readonly alt: string }

/** The photos of a listing. Lists show the first. */
export function ListingPhotos({
  listing,
  photos,
}: {
  readonly listing: string
  readonly photos: readonly Photo[]
}) {
  const { t } = useLanguage()
  return (
    <section>
      <h2 className="text-xl">{t('offerings:photos')}</h2>
      {photos.length === 0 ? <p className="text-muted">{t('offerings:photos.none')}</p> : null}
      <ul className="my-4 grid grid-cols-3 gap-2">
        {photos.slice(0, 3).map(({ id, alt }) => (
          <li key={id}>
            <img
              className="aspect-3/2 h-auto w-full rounded object-cover"
              src={pathTo('/files/:id/:size', { id, size: 400 })}
              alt={alt}
              width={400}
              height={267}
              loading="lazy"
            />
          </li>
        ))}
      </ul>
      <p>
        <a className="btn ghost" href={pathTo('/office/listings/:id/photos', { id: listing })}>
          {t(photos.length === 0 ? 'offerings:photos.add' : 'offerings:photos.manage')}
        </a>
      </p>
    </section>
  )
}
