import { createRequire } from 'node:module'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeMoment } from '../figures.tsx'
import type { Language } from '../language.tsx'

const fontFile = createRequire(import.meta.url).resolve
const weights = (family: string, subset: string) =>
  ([400, 600] as const).map((fontWeight) => ({
    src: fontFile(`@fontsource/${family}/files/${family}-${subset}-${fontWeight}-normal.woff`),
    fontWeight,
  }))
Font.register({ family: 'Plex', fonts: weights('ibm-plex-sans', 'latin') })
Font.register({ family: 'Plex Arabic', fonts: weights('ibm-plex-sans-arabic', 'arabic') })
Font.registerHyphenationCallback((word) => [word])

type Printed = {
  readonly code: string
  readonly currency: string
  readonly total: bigint
  readonly refunded: bigint
  readonly paidAt: string | null
  readonly charterVersion: number
  readonly lines: readonly PriceLine[]
  readonly workers: readonly { readonly name: string; readonly minor: bigint }[]
  readonly shared: { readonly coOp: bigint; readonly federation: bigint; readonly card: bigint }
}
type Sender = {
  readonly name: string
  readonly colour: string
  readonly timeZone: string
  readonly language: Language
}

/** Sets a receipt as a page to print. */
export function printReceipt(receipt: Printed, sender: Sender): Promise<Uint8Array> {
  return renderToBuffer(<Sheet receipt={receipt} sender={sender} />)
}

function Sheet({ receipt, sender }: { readonly receipt: Printed; readonly sender: Sender }) {
  const { name, colour, timeZone, language } = sender
  const { t, formatLocale, direction } = language
  const rtl = direction === 'rtl'
  const style = StyleSheet.create({
    page: {
      padding: 56,
      fontFamily: rtl ? ['Plex Arabic', 'Plex'] : ['Plex', 'Plex Arabic'],
      fontSize: 11,
      color: '#1b2250',
      lineHeight: 1.5,
    },
    band: { height: 8, backgroundColor: colour, marginBottom: 28 },
    head: {
      direction,
      fontSize: 22,
      fontWeight: 600,
      marginBottom: 6,
      textAlign: rtl ? 'right' : 'left',
      lineHeight: 1.3,
    },
    sub: { direction, color: '#565a78', marginBottom: 24, textAlign: rtl ? 'right' : 'left' },
    label: { direction, width: '72%', textAlign: rtl ? 'right' : 'left' },
    amount: { direction, width: '28%', textAlign: rtl ? 'left' : 'right' },
    title: {
      direction,
      fontSize: 13,
      fontWeight: 600,
      marginTop: 18,
      marginBottom: 6,
      textAlign: rtl ? 'right' : 'left',
    },
    row: {
      flexDirection: rtl ? 'row-reverse' : 'row',
      justifyContent: 'space-between',
      borderBottom: '0.5pt solid #d9d4c8',
      paddingVertical: 5,
    },
    sum: {
      flexDirection: rtl ? 'row-reverse' : 'row',
      justifyContent: 'space-between',
      borderTop: '1pt solid #1b2250',
      paddingVertical: 6,
      fontWeight: 600,
    },
  })
  const amount = (minor: bigint) =>
    printable(writeMoney({ minor, currency: receipt.currency }, formatLocale))
  const rows = (all: readonly { readonly label: string; readonly minor: bigint }[]) =>
    all.map(({ label, minor }, index) => (
      <View style={style.row} key={index}>
        <Text style={style.label}>{printable(label)}</Text>
        <Text style={style.amount}>{amount(minor)}</Text>
      </View>
    ))
  const total = (label: string, minor: bigint) => (
    <View style={style.sum}>
      <Text style={style.label}>{printable(label)}</Text>
      <Text style={style.amount}>{amount(minor)}</Text>
    </View>
  )
  const date = receipt.paidAt
    ? writeMoment(receipt.paidAt, 'date', { locale: formatLocale, timeZone })
    : ''
  return (
    <Document title={t('receipt:title', { code: receipt.code, name })} language={language.locale}>
      <Page size="A4" style={style.page}>
        <View style={style.band} />
        <Text style={style.head}>{printable(name)}</Text>
        <Text style={style.sub}>{t('receipt:number', { code: receipt.code, date })}</Text>
        <Text style={style.title}>{t('receipt:paid')}</Text>
        {rows(
          receipt.lines.map(({ key, label, quantity, amount: each }) => ({
            label:
              key === 'tip'
                ? t('shop:tip')
                : quantity > 1
                  ? t('shop:times', { count: quantity, what: label })
                  : label,
            minor: each.minor,
          })),
        )}
        {total(t('shop:you-pay'), receipt.total)}
        <Text style={style.title}>{t('receipt:got')}</Text>
        {rows([
          ...receipt.workers.map((worker) => ({ label: worker.name, minor: worker.minor })),
          { label: t('receipt:our-co-op', { name }), minor: receipt.shared.coOp },
          { label: t('receipt:twiza'), minor: receipt.shared.federation },
          { label: t('receipt:who.card'), minor: receipt.shared.card },
        ])}
        {total(t('receipt:total'), receipt.total - receipt.refunded)}
      </Page>
    </Document>
  )
}

/**
 * A text as the typesetter can set it: it orders directions by itself, and has no glyph for the marks that tell a
 * browser how to, nor for spaces of other widths than one.
 */
function printable(text: string): string {
  return text.replaceAll(/[\u061c\u200e\u200f]/g, '').replaceAll(/[\u00a0\u202f]/g, ' ')
}
