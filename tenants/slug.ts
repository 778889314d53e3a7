const RESERVED: ReadonlySet<string> = new Set(
  `www api app admin console federation twiza mail smtp imap pop ftp ns ns1 ns2 dns static assets cdn files img images
  help support status docs blog about account accounts login signin signup sign-in sign-up auth oauth sso security
  billing pay payments stripe webhook webhooks machines healthz readyz metrics localhost local test dev staging
  production demo root system postmaster abuse hostmaster webmaster noreply no-reply co-ops coops directory start new
  office shop store charter books decisions`.split(/\s+/),
)

export type SlugRefusal = 'slug-none' | 'slug-shape' | 'slug-reserved' | 'slug-taken'

/** Returns why a slug is refused, or undefined when its form is allowed. The directory knows whether it is free. */
export function slugRefusal(slug: string): Exclude<SlugRefusal, 'slug-taken'> | undefined {
  if (slug === '') return 'slug-none'
  if (!/^[a-z0-9](-?[a-z0-9]){2,31}$/.test(slug) || slug.length > 32) return 'slug-shape'
  return RESERVED.has(slug) ? 'slug-reserved' : undefined
}

/** Returns the slug that a co-op asks for: the written one, or one made from its name; empty when none can be made. */
export function requestedSlug({ slug, name }: { readonly slug: string; readonly name: string }) {
  return (slug || slugFrom(name)).toLowerCase()
}

const ARABIC: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ى: 'a',
  ة: 'a',
  ء: '',
  ئ: 'y',
  ؤ: 'w',
}

/** Makes a slug from a name in any of our scripts: `Brightwater Cleaners` gives `brightwater-cleaners`. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .toLowerCase()
  const latin = [...plain].map((letter) => ARABIC[letter] ?? letter).join('')
  return latin
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '')
}
