import { directionOf, formatLocale, isLocale, type Locale } from '#app/kernel/locale.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { translator } from '#app/locales/translate.ts'
import type { Card, CardFault } from './pay.ts'
import type { StoredObject } from './store.ts'

type CardForm = { readonly card: Card; readonly fault: CardFault | null }

/** The payment page: the amount, the co-op that receives it, and the card's fields. */
export function payPage(session: StoredObject, { card, fault }: CardForm): string {
  const { locale, t, amount } = reader(session)
  const field = (name: keyof Card, sample: string, mode: string) => `
    <p class="field${fault === name || (name === 'number' && fault === 'declined') ? ' bad' : ''}">
      <label for="${name}">${escape(t(`payments:${name}`))}</label>
      ${fault === name || (name === 'number' && fault === 'declined') ? `<span class="err" id="${name}-error">${escape(t(`payments:fault.${fault}`))}</span>` : ''}
      <input id="${name}" name="${name}" value="${escape(card[name])}" placeholder="${sample}" autocomplete="${mode}" inputmode="numeric" dir="ltr" required${fault === name ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''}></p>`
  return page(
    locale,
    t('payments:title'),
    `
    <p class="sand">${escape(t('payments:sandbox'))}</p>
    <h1>${escape(t('payments:heading', { amount }))}</h1><p><bdi>${escape(String(session['description']))}</bdi></p>
    <form method="post" action="/pay/${String(session['id'])}">${field('number', '4242 4242 4242 4242', 'cc-number')}
      <div class="two">${field('expiry', '12 / 34', 'cc-exp')}${field('cvc', '123', 'cc-csc')}</div>
      <button>${escape(t('payments:pay', { amount }))}</button></form>
    <p><a href="${escape(String(session['cancel_url']))}">${escape(t('payments:back'))}</a></p>
    <h2>${escape(t('payments:cards'))}</h2><ul>${(['paid', 'declined', 'asks'] as const)
      .map(
        (kind) =>
          `<li>${escape(t(`payments:card.${kind}`))} <bdi dir="ltr">${CARDS[kind]}</bdi></li>`,
      )
      .join('')}</ul>`,
  )
}

/** The page on which the card's bank asks the customer to confirm. */
export function challengePage(session: StoredObject): string {
  const { locale, t, amount } = reader(session)
  return page(
    locale,
    t('payments:ask.title'),
    `
    <p class="sand">${escape(t('payments:sandbox'))}</p><h1>${escape(t('payments:ask.heading', { amount }))}</h1>
    <form method="post" action="/pay/${String(session['id'])}/confirm">
      <button name="answer" value="yes">${escape(t('payments:ask.yes'))}</button>
      <button class="ghost" name="answer" value="no">${escape(t('payments:ask.no'))}</button></form>`,
  )
}

/** The page of a session that can no longer be paid. */
export function closedPage(session: StoredObject): string {
  const { locale, t } = reader(session)
  return page(
    locale,
    t('payments:closed'),
    `<h1>${escape(t('payments:closed'))}</h1><p><a href="${escape(String(session['cancel_url']))}">${escape(t('payments:back'))}</a></p>`,
  )
}

const CARDS = {
  paid: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asks: '4000 0025 0000 3155',
} as const

function reader(session: StoredObject) {
  const asked = session['locale']
  const locale: Locale = isLocale(asked) ? asked : 'en'
  const currency = String(session['currency']).toUpperCase()
  return {
    locale,
    t: translator(locale),
    amount: writeMoney({ minor: Number(session['amount_total']), currency }, formatLocale(locale)),
  }
}

function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>
:root{color-scheme:light dark;--ink:#1b2250;--surface:#fdfcfa;--line:#8a8fae;--accent:#25358a;--bad:#a3281b;--sun:#f2b13c}
@media (prefers-color-scheme:dark){:root{--ink:#f1efe8;--surface:#10142b;--line:#8f95b8;--accent:#aab6ff;--bad:#ff9c86}}
body{margin:0;font:1.0625rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--surface)}
main{max-inline-size:30rem;margin-inline:auto;padding:2rem 1.25rem}h1{font-size:2rem;line-height:1.15;letter-spacing:-.02em}h2{font-size:1rem;margin-block-start:2.5rem}
.sand{border-inline-start:6px solid var(--sun);padding-inline-start:1rem}label{display:block;font-weight:600}.err{display:block;color:var(--bad);font-weight:600}
input{font:inherit;inline-size:100%;box-sizing:border-box;min-block-size:2.875rem;padding:.5rem .75rem;border:1.5px solid var(--line);border-radius:4px;background:var(--surface);color:inherit;text-align:start}.bad input{border-color:var(--bad)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}button{font:600 1.125rem/1.2 inherit;font-family:inherit;min-block-size:3.25rem;inline-size:100%;border:0;border-radius:4px;background:var(--accent);color:var(--surface);cursor:pointer;margin-block-start:.5rem}button.ghost{background:none;color:inherit;border:1.5px solid var(--line)}
a{color:inherit;display:inline-block;padding-block:.6rem}:focus-visible{outline:3px solid var(--sun);outline-offset:2px}ul{padding-inline-start:1.25rem}
</style></head><body><main>${body}</main></body></html>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
