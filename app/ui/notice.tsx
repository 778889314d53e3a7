import type { PlainKey } from '#app/locales/translate.ts'
import { useLanguage } from './language.tsx'
import { Note } from './shell.tsx'

type Said = { readonly sentence: PlainKey; readonly kind?: 'ok' }

/** What a page says of the act that led to it, by the word in its address: `/office/members?said=member-invited`. */
const NOTICES = {
  'co-op-provisioned': { sentence: 'federation:provisioned', kind: 'ok' },
  'co-op-provisioned-before': { sentence: 'federation:provisioned.again' },
  'door-asked': { sentence: 'federation:door.asked', kind: 'ok' },
  'door-withdrawn': { sentence: 'federation:door.withdrawn', kind: 'ok' },
  'draft-lapsed': { sentence: 'founding:lapsed' },
  'hours-saved': { sentence: 'jobs:saved', kind: 'ok' },
  'job-handed-back': { sentence: 'jobs:job.given', kind: 'ok' },
  'listing-saved': { sentence: 'offerings:saved', kind: 'ok' },
  'look-saved': { sentence: 'storefront:brand.worn', kind: 'ok' },
  'member-invited': { sentence: 'members:invited', kind: 'ok' },
  'password-changed': { sentence: 'accounts:password.changed', kind: 'ok' },
  'people-saved': { sentence: 'federation:people.saved', kind: 'ok' },
  'profile-saved': { sentence: 'common:saved', kind: 'ok' },
  'storefront-saved': { sentence: 'storefront:brand.words.saved', kind: 'ok' },
  'terms-saved': { sentence: 'federation:fee.saved', kind: 'ok' },
} as const satisfies Readonly<Record<string, Said>>

export type Notice = keyof typeof NOTICES

/** What stands behind the question mark of a page that says something: `pathTo('/account', saying('password-changed'))`. */
export const saying = (notice: Notice) => ({ said: notice }) as const

/** What a page has to say, of the notices that are its own: no address makes it say another page's. */
export function noticeIn(url: URL, ...own: readonly Notice[]): Notice | undefined {
  const word = url.searchParams.get('said')
  return own.find((notice) => notice === word)
}

type Saying = {
  readonly notice: Notice
  /** What its sentence speaks of. */
  readonly values?: Readonly<Record<string, string | number>>
  /** Where it leads on. */
  readonly link?: { readonly href: string; readonly text: string }
}

/** Says what was done, for those who see and those who listen. */
export function NoticeOf({ notice, values = {}, link }: Saying) {
  const { t } = useLanguage()
  const { sentence, kind }: Said = NOTICES[notice]
  const said = t(sentence, values)
  if (!link) return <Note kind={kind}>{said}</Note>
  return (
    <Note kind={kind}>
      <p>{said}</p>
      <p>
        <a className="link" href={link.href}>
          {link.text}
        </a>
      </p>
    </Note>
  )
}
