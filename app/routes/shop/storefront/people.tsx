import type { StorefrontPage } from '#app/reads/storefront/storefront-page.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { SectionHead } from './section-head.tsx'

/** The members of a co-op who do the work. */
export function People({ page }: { readonly page: StorefrontPage }) {
  const { t } = useLanguage()
  return (
    <section className="bg-surface-2 py-section" id="people">
      <div className="wrap">
        <SectionHead title={t('storefront:people')}>
          <p className="leading-[1.4]" dir="auto">
            {page.words.about}
          </p>
        </SectionHead>
        <ul className="portraits grid grid-cols-6 gap-5 max-lg:grid-cols-3 max-sm:grid-cols-2 max-sm:gap-y-8">
          {page.people.map((person) => (
            <li key={person.id}>
              <Avatar id={person.id} photo={person.photo} />
              <h3 className="mt-3">
                <bdi>{person.name.split(' ')[0]}</bdi>
              </h3>
              <p className="text-sm leading-[1.4] ar:leading-[1.6]" dir="auto">
                {person.about}
              </p>
              <p className="mt-1 text-sm leading-[1.4] text-muted ar:leading-[1.6]">
                {t('storefront:jobs', { count: person.jobs })}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
