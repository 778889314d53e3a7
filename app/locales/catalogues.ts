import { common as enCommon } from './en/common.ts'
import { refusals as enRefusals } from './en/refusals.ts'
import { forms as enForms } from './en/forms.ts'
import { errors as enErrors } from './en/errors.ts'
import { ui as enUi } from './en/ui.ts'
import { shop as enShop } from './en/shop.ts'
import { orders as enOrders } from './en/orders.ts'
import { receipt as enReceipt } from './en/receipt.ts'
import { twin as enTwin } from './en/twin.ts'
import { charter as enCharter } from './en/charter.ts'
import { governance as enGovernance } from './en/governance.ts'
import { books as enBooks } from './en/books.ts'
import { office as enOffice } from './en/office.ts'
import { listings as enListings } from './en/listings.ts'
import { account as enAccount } from './en/account.ts'
import { mail as enMail } from './en/mail.ts'
import { found as enFound } from './en/found.ts'
import { federation as enFederation } from './en/federation.ts'
import { console as enConsole } from './en/console.ts'
import { founding as enFounding } from './en/founding.ts'
import { provision as enProvision } from './en/provision.ts'
import { doors as enDoors } from './en/doors.ts'
import { accounts as enAccounts } from './en/accounts.ts'
import { brand as enBrand } from './en/brand.ts'
import { hours as enHours } from './en/hours.ts'
import { common as arCommon } from './ar/common.ts'
import { refusals as arRefusals } from './ar/refusals.ts'
import { forms as arForms } from './ar/forms.ts'
import { errors as arErrors } from './ar/errors.ts'
import { ui as arUi } from './ar/ui.ts'
import { shop as arShop } from './ar/shop.ts'
import { orders as arOrders } from './ar/orders.ts'
import { receipt as arReceipt } from './ar/receipt.ts'
import { twin as arTwin } from './ar/twin.ts'
import { charter as arCharter } from './ar/charter.ts'
import { governance as arGovernance } from './ar/governance.ts'
import { books as arBooks } from './ar/books.ts'
import { office as arOffice } from './ar/office.ts'
import { listings as arListings } from './ar/listings.ts'
import { account as arAccount } from './ar/account.ts'
import { mail as arMail } from './ar/mail.ts'
import { found as arFound } from './ar/found.ts'
import { federation as arFederation } from './ar/federation.ts'
import { console as arConsole } from './ar/console.ts'
import { founding as arFounding } from './ar/founding.ts'
import { provision as arProvision } from './ar/provision.ts'
import { doors as arDoors } from './ar/doors.ts'
import { accounts as arAccounts } from './ar/accounts.ts'
import { brand as arBrand } from './ar/brand.ts'
import { hours as arHours } from './ar/hours.ts'
import { common as esCommon } from './es/common.ts'
import { refusals as esRefusals } from './es/refusals.ts'
import { forms as esForms } from './es/forms.ts'
import { errors as esErrors } from './es/errors.ts'
import { ui as esUi } from './es/ui.ts'
import { shop as esShop } from './es/shop.ts'
import { orders as esOrders } from './es/orders.ts'
import { receipt as esReceipt } from './es/receipt.ts'
import { twin as esTwin } from './es/twin.ts'
import { charter as esCharter } from './es/charter.ts'
import { governance as esGovernance } from './es/governance.ts'
import { books as esBooks } from './es/books.ts'
import { office as esOffice } from './es/office.ts'
import { listings as esListings } from './es/listings.ts'
import { account as esAccount } from './es/account.ts'
import { mail as esMail } from './es/mail.ts'
import { found as esFound } from './es/found.ts'
import { federation as esFederation } from './es/federation.ts'
import { console as esConsole } from './es/console.ts'
import { founding as esFounding } from './es/founding.ts'
import { provision as esProvision } from './es/provision.ts'
import { doors as esDoors } from './es/doors.ts'
import { accounts as esAccounts } from './es/accounts.ts'
import { brand as esBrand } from './es/brand.ts'
import { hours as esHours } from './es/hours.ts'
import { common as frCommon } from './fr/common.ts'
import { refusals as frRefusals } from './fr/refusals.ts'
import { forms as frForms } from './fr/forms.ts'
import { errors as frErrors } from './fr/errors.ts'
import { ui as frUi } from './fr/ui.ts'
import { shop as frShop } from './fr/shop.ts'
import { orders as frOrders } from './fr/orders.ts'
import { receipt as frReceipt } from './fr/receipt.ts'
import { twin as frTwin } from './fr/twin.ts'
import { charter as frCharter } from './fr/charter.ts'
import { governance as frGovernance } from './fr/governance.ts'
import { books as frBooks } from './fr/books.ts'
import { office as frOffice } from './fr/office.ts'
import { listings as frListings } from './fr/listings.ts'
import { account as frAccount } from './fr/account.ts'
import { mail as frMail } from './fr/mail.ts'
import { found as frFound } from './fr/found.ts'
import { federation as frFederation } from './fr/federation.ts'
import { console as frConsole } from './fr/console.ts'
import { founding as frFounding } from './fr/founding.ts'
import { provision as frProvision } from './fr/provision.ts'
import { doors as frDoors } from './fr/doors.ts'
import { accounts as frAccounts } from './fr/accounts.ts'
import { brand as frBrand } from './fr/brand.ts'
import { hours as frHours } from './fr/hours.ts'

/** Every sentence a person reads, by language and area. */
export const en = {
  common: enCommon,
  refusals: enRefusals,
  forms: enForms,
  errors: enErrors,
  ui: enUi,
  shop: enShop,
  orders: enOrders,
  receipt: enReceipt,
  twin: enTwin,
  charter: enCharter,
  governance: enGovernance,
  books: enBooks,
  office: enOffice,
  listings: enListings,
  account: enAccount,
  mail: enMail,
  found: enFound,
  federation: enFederation,
  console: enConsole,
  founding: enFounding,
  provision: enProvision,
  doors: enDoors,
  accounts: enAccounts,
  brand: enBrand,
  hours: enHours,
} as const
export const ar = {
  common: arCommon,
  refusals: arRefusals,
  forms: arForms,
  errors: arErrors,
  ui: arUi,
  shop: arShop,
  orders: arOrders,
  receipt: arReceipt,
  twin: arTwin,
  charter: arCharter,
  governance: arGovernance,
  books: arBooks,
  office: arOffice,
  listings: arListings,
  account: arAccount,
  mail: arMail,
  found: arFound,
  federation: arFederation,
  console: arConsole,
  founding: arFounding,
  provision: arProvision,
  doors: arDoors,
  accounts: arAccounts,
  brand: arBrand,
  hours: arHours,
}
export const es = {
  common: esCommon,
  refusals: esRefusals,
  forms: esForms,
  errors: esErrors,
  ui: esUi,
  shop: esShop,
  orders: esOrders,
  receipt: esReceipt,
  twin: esTwin,
  charter: esCharter,
  governance: esGovernance,
  books: esBooks,
  office: esOffice,
  listings: esListings,
  account: esAccount,
  mail: esMail,
  found: esFound,
  federation: esFederation,
  console: esConsole,
  founding: esFounding,
  provision: esProvision,
  doors: esDoors,
  accounts: esAccounts,
  brand: esBrand,
  hours: esHours,
}
export const fr = {
  common: frCommon,
  refusals: frRefusals,
  forms: frForms,
  errors: frErrors,
  ui: frUi,
  shop: frShop,
  orders: frOrders,
  receipt: frReceipt,
  twin: frTwin,
  charter: frCharter,
  governance: frGovernance,
  books: frBooks,
  office: frOffice,
  listings: frListings,
  account: frAccount,
  mail: frMail,
  found: frFound,
  federation: frFederation,
  console: frConsole,
  founding: frFounding,
  provision: frProvision,
  doors: frDoors,
  accounts: frAccounts,
  brand: frBrand,
  hours: frHours,
}

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
