import { accounts as enAccounts } from './en/accounts.ts'
import { books as enBooks } from './en/books.ts'
import { charter as enCharter } from './en/charter.ts'
import { common as enCommon } from './en/common.ts'
import { decisions as enDecisions } from './en/decisions.ts'
import { errors as enErrors } from './en/errors.ts'
import { federation as enFederation } from './en/federation.ts'
import { forms as enForms } from './en/forms.ts'
import { founding as enFounding } from './en/founding.ts'
import { jobs as enJobs } from './en/jobs.ts'
import { mail as enMail } from './en/mail.ts'
import { members as enMembers } from './en/members.ts'
import { offerings as enOfferings } from './en/offerings.ts'
import { orders as enOrders } from './en/orders.ts'
import { payments as enPayments } from './en/payments.ts'
import { refusals as enRefusals } from './en/refusals.ts'
import { storefront as enStorefront } from './en/storefront.ts'
import { ui as enUi } from './en/ui.ts'
import { accounts as arAccounts } from './ar/accounts.ts'
import { books as arBooks } from './ar/books.ts'
import { charter as arCharter } from './ar/charter.ts'
import { common as arCommon } from './ar/common.ts'
import { decisions as arDecisions } from './ar/decisions.ts'
import { errors as arErrors } from './ar/errors.ts'
import { federation as arFederation } from './ar/federation.ts'
import { forms as arForms } from './ar/forms.ts'
import { founding as arFounding } from './ar/founding.ts'
import { jobs as arJobs } from './ar/jobs.ts'
import { mail as arMail } from './ar/mail.ts'
import { members as arMembers } from './ar/members.ts'
import { offerings as arOfferings } from './ar/offerings.ts'
import { orders as arOrders } from './ar/orders.ts'
import { payments as arPayments } from './ar/payments.ts'
import { refusals as arRefusals } from './ar/refusals.ts'
import { storefront as arStorefront } from './ar/storefront.ts'
import { ui as arUi } from './ar/ui.ts'
import { accounts as esAccounts } from './es/accounts.ts'
import { books as esBooks } from './es/books.ts'
import { charter as esCharter } from './es/charter.ts'
import { common as esCommon } from './es/common.ts'
import { decisions as esDecisions } from './es/decisions.ts'
import { errors as esErrors } from './es/errors.ts'
import { federation as esFederation } from './es/federation.ts'
import { forms as esForms } from './es/forms.ts'
import { founding as esFounding } from './es/founding.ts'
import { jobs as esJobs } from './es/jobs.ts'
import { mail as esMail } from './es/mail.ts'
import { members as esMembers } from './es/members.ts'
import { offerings as esOfferings } from './es/offerings.ts'
import { orders as esOrders } from './es/orders.ts'
import { payments as esPayments } from './es/payments.ts'
import { refusals as esRefusals } from './es/refusals.ts'
import { storefront as esStorefront } from './es/storefront.ts'
import { ui as esUi } from './es/ui.ts'
import { accounts as frAccounts } from './fr/accounts.ts'
import { books as frBooks } from './fr/books.ts'
import { charter as frCharter } from './fr/charter.ts'
import { common as frCommon } from './fr/common.ts'
import { decisions as frDecisions } from './fr/decisions.ts'
import { errors as frErrors } from './fr/errors.ts'
import { federation as frFederation } from './fr/federation.ts'
import { forms as frForms } from './fr/forms.ts'
import { founding as frFounding } from './fr/founding.ts'
import { jobs as frJobs } from './fr/jobs.ts'
import { mail as frMail } from './fr/mail.ts'
import { members as frMembers } from './fr/members.ts'
import { offerings as frOfferings } from './fr/offerings.ts'
import { orders as frOrders } from './fr/orders.ts'
import { payments as frPayments } from './fr/payments.ts'
import { refusals as frRefusals } from './fr/refusals.ts'
import { storefront as frStorefront } from './fr/storefront.ts'
import { ui as frUi } from './fr/ui.ts'

/** Every sentence a person reads, by language and area. */
export const en = {
  accounts: enAccounts,
  books: enBooks,
  charter: enCharter,
  common: enCommon,
  decisions: enDecisions,
  errors: enErrors,
  federation: enFederation,
  forms: enForms,
  founding: enFounding,
  jobs: enJobs,
  mail: enMail,
  members: enMembers,
  offerings: enOfferings,
  orders: enOrders,
  payments: enPayments,
  refusals: enRefusals,
  storefront: enStorefront,
  ui: enUi,
} as const
type PluralForm = `${string}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`

/** What every language says. Plural forms are each language's own, so a test asks for them. */
export type Catalogue = {
  readonly [Area in keyof typeof en]: {
    readonly [Key in Exclude<keyof (typeof en)[Area], PluralForm>]: string
  }
}

export const ar = {
  accounts: arAccounts,
  books: arBooks,
  charter: arCharter,
  common: arCommon,
  decisions: arDecisions,
  errors: arErrors,
  federation: arFederation,
  forms: arForms,
  founding: arFounding,
  jobs: arJobs,
  mail: arMail,
  members: arMembers,
  offerings: arOfferings,
  orders: arOrders,
  payments: arPayments,
  refusals: arRefusals,
  storefront: arStorefront,
  ui: arUi,
} satisfies Catalogue
export const es = {
  accounts: esAccounts,
  books: esBooks,
  charter: esCharter,
  common: esCommon,
  decisions: esDecisions,
  errors: esErrors,
  federation: esFederation,
  forms: esForms,
  founding: esFounding,
  jobs: esJobs,
  mail: esMail,
  members: esMembers,
  offerings: esOfferings,
  orders: esOrders,
  payments: esPayments,
  refusals: esRefusals,
  storefront: esStorefront,
  ui: esUi,
} satisfies Catalogue
export const fr = {
  accounts: frAccounts,
  books: frBooks,
  charter: frCharter,
  common: frCommon,
  decisions: frDecisions,
  errors: frErrors,
  federation: frFederation,
  forms: frForms,
  founding: frFounding,
  jobs: frJobs,
  mail: frMail,
  members: frMembers,
  offerings: frOfferings,
  orders: frOrders,
  payments: frPayments,
  refusals: frRefusals,
  storefront: frStorefront,
  ui: frUi,
} satisfies Catalogue

type Plain<Name extends string> =
  Name extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Name

/** `area:key`, for each English sentence; plural forms share the key without its ending. */
export type MessageKey = {
  [Area in keyof typeof en]: `${Area}:${Plain<keyof (typeof en)[Area] & string>}`
}[keyof typeof en]

/** Keys whose sentence depends on a number: they cannot be said without a `count`. */
export type PluralKey = {
  [Area in keyof typeof en]: keyof (typeof en)[Area] extends infer Name
    ? Name extends `${infer Stem}_other`
      ? `${Area}:${Stem}`
      : never
    : never
}[keyof typeof en]
