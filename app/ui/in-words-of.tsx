import { type ReactNode, useMemo } from 'react'
import { wordsOf } from '#app/locales/kind-words.ts'
import { LanguageContext, useLanguage } from './language.tsx'

type Props = { readonly kind: string | null; readonly children: ReactNode }

/** Shows a part of a page in the words of a kind of offering: see {@link wordsOf}. */
export function InWordsOf({ kind, children }: Props) {
  const language = useLanguage()
  const words = useMemo(() => ({ ...language, t: wordsOf(kind, language.t) }), [language, kind])
  return <LanguageContext.Provider value={words}>{children}</LanguageContext.Provider>
}
