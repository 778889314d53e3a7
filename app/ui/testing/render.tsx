import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { LanguageContext, languageFor } from '../language.tsx'
import { type CoOpFacts, SiteContext } from '../site.tsx'

/** Renders a component for an English reader of a co-op in Bristol, to the text of its page. */
export function renderForReader(component: ReactNode): string {
  const site = { kind: 'co-op', currency: 'GBP', timeZone: 'Europe/London' } as CoOpFacts
  const page = renderToString(
    <LanguageContext.Provider value={languageFor('en', 'GB')}>
      <SiteContext.Provider value={{ site, path: '/', query: '' }}>
        {component}
      </SiteContext.Provider>
    </LanguageContext.Provider>,
  )
  return page.replaceAll('<!-- -->', '')
}
