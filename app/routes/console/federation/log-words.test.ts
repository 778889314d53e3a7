import { expect, test } from 'vitest'
import { AUDIT_ACTS } from '#app/domains/federation/audit.ts'
import { LOCALES } from '#app/kernel/locale.ts'
import { translator } from '#app/locales/translate.ts'
import type { LogEntry } from '#app/reads/federation/console-page.server.ts'
import { inWords } from './log-words.ts'

const entry = (change: Partial<LogEntry>): LogEntry => ({
  id: 'x',
  at: '2026-11-27T14:33:00Z',
  actor: 'Nadia',
  account: true,
  act: 'co-op-opened',
  coOp: { slug: 'brightwater', name: 'Brightwater' },
  detail: {},
  ...change,
})

/** What each act keeps of itself, as the flows write it. */
const DETAILS: Partial<Record<LogEntry['act'], Record<string, unknown>>> = {
  'co-op-founded': { slug: 'brightwater', blueprint: 'home-services' },
  'co-ops-imported': { rows: 3 },
  'terms-changed': { version: 2, feeBp: 150, workersBp: 8000, reason: 'Servers' },
  'admin-added': { who: 'Rosa' },
  'door-looked': { slug: 'brightwater', page: 'balances' },
}
const OF_NO_CO_OP = ['co-ops-imported', 'terms-changed', 'admin', 'account']

test('every act of the log is a sentence in every language: who, what, and which co-op by name and address', () => {
  for (const locale of LOCALES)
    for (const act of AUDIT_ACTS) {
      const detail = DETAILS[act] ?? {}
      const { said } = inWords(entry({ act, detail }), { t: translator(locale), locale })
      expect(said, `${locale} ${act}`).toContain('Nadia')
      expect(said, `${locale} ${act}`).not.toMatch(
        /\{\{|home-services|balances|said\.|undefined|NaN/,
      )
      if (!OF_NO_CO_OP.some((start) => act.startsWith(start)))
        expect(said, `${locale} ${act}`).toMatch(/Brightwater.*brightwater/)
    }
})

test('a reason stands beside its sentence, and a door that shut by itself is told from one that was shut', () => {
  const reader = { t: translator('en'), locale: 'en' as const }
  expect(inWords(entry({ detail: { reason: 'The insurance lapsed.' } }), reader).reason).toBe(
    'The insurance lapsed.',
  )
  const shut = (account: boolean) => inWords(entry({ act: 'door-closed', account }), reader).said
  expect(shut(true)).toContain('by itself')
  expect(shut(false)).not.toContain('by itself')
})
