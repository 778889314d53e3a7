import { formatLocale, type Locale } from '#app/kernel/locale.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { LogEntry } from '#app/reads/federation/console-page.server.ts'
import { SUPPORT_PAGES } from '#app/rules/federation/support-pages.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { nameAndSlug } from '#app/views/founding/co-op-name.tsx'
import { writePercent } from '#app/ui/figures.tsx'
import { blueprintOf } from '#tenants/blueprints/all.ts'

type Reader = { readonly t: Translate; readonly locale: Locale }

/** Writes an entry of the log: a sentence, and the reason in the words of the person who gave it. */
export function inWords(entry: LogEntry, reader: Reader) {
  const { id, at, coOp, detail } = entry
  return {
    id,
    at,
    slug: coOp?.slug ?? null,
    said: said(entry, reader),
    reason: text(detail['reason']),
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const share = (value: unknown, locale: Locale) => writePercent(Number(value), formatLocale(locale))

function said({ actor, account, act, coOp, detail }: LogEntry, { t, locale }: Reader): string {
  const who = { actor: isolated(actor), who: isolated(text(detail['who'])) }
  const about = { ...who, coOp: coOp ? nameAndSlug(coOp) : '' }
  switch (act) {
    case 'co-op-founded': {
      const key = text(detail['blueprint'])
      return t('federation:said.co-op-founded', {
        ...about,
        blueprint: blueprintOf(key)?.name[locale] ?? key,
      })
    }
    case 'co-ops-imported':
      return t('federation:said.co-ops-imported', { ...who, count: Number(detail['rows']) })
    case 'terms-changed':
      return t('federation:said.terms-changed', {
        ...who,
        version: Number(detail['version']),
        fee: share(detail['feeBp'], locale),
        workers: share(detail['workersBp'], locale),
      })
    case 'door-closed':
      // A steward who closes it has no account in the federation's log; without an actor its time was over.
      return t(account ? 'federation:said.door-expired' : 'federation:said.door-closed', about)
    case 'door-looked': {
      const page = SUPPORT_PAGES.find((known) => known === detail['page']) ?? 'log'
      return t('federation:said.door-looked', { ...about, page: t(`federation:door.page.${page}`) })
    }
    default:
      return t(`federation:said.${act}`, about)
  }
}
