import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { LanguageContext, languageFor } from '../language.tsx'
import { type CoOpFacts, SiteContext } from '../site.tsx'

/** What a reader of a co-op in Bristol gets of a component, as the text of its page. */
export function seen(component: ReactNode): string {
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
