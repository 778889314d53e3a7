import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asVisitor, notFound } from '#app/request/guards.server.ts'
import { LanguageContext, languageFor, useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { gateways } from '#app/wiring.server.ts'
import { type Specimen, SPECIMENS } from './specimens.tsx'

/** A page that shows each component alone. An installation that sends real letters has none. */
export function loader(args: LoaderFunctionArgs) {
  const { t } = asVisitor(args)
  if (gateways().mailCarrier.kind !== 'mailbox') throw notFound()
  return { title: t('common:workshop') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

const READERS = [languageFor('en'), languageFor('ar')] as const

/** One component, in both directions side by side. */
function Bench({ name, show }: Specimen) {
  return (
    <section
      className="grid grid-cols-2 gap-x-8 gap-y-5 border-t border-line py-5 max-sm:grid-cols-1"
      aria-label={name}
    >
      <h2 className="col-span-full text-sm text-muted">
        <code>{name}</code>
      </h2>
      {READERS.map((reader) => (
        <LanguageContext.Provider key={reader.locale} value={reader}>
          <div lang={reader.locale} dir={reader.direction}>
            {show(reader)}
          </div>
        </LanguageContext.Provider>
      ))}
    </section>
  )
}

export default function Workshop() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell>
      <main id="main" className="wrap page">
        <PageHead title={title} lead={t('common:workshop.lead')} />
        {SPECIMENS.map((specimen) => (
          <Bench key={specimen.name} {...specimen} />
        ))}
      </main>
    </Shell>
  )
}
