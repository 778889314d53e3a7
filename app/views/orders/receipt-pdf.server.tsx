import { createRequire } from 'node:module'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import { writeMoney } from '#app/kernel/write-money.ts'
import type { Language } from '#app/ui/language.tsx'
import { lineName, type ReceiptFacts, receiptWords } from './receipt-words.ts'

const fontFile = createRequire(import.meta.url).resolve
const weights = (family: string, subset: string) =>
  ([400, 600] as const).map((fontWeight) => ({
    src: fontFile(`@fontsource/${family}/files/${family}-${subset}-${fontWeight}-normal.woff`),
    fontWeight,
  }))
Font.register({ family: 'Plex', fonts: weights('ibm-plex-sans', 'latin') })
Font.register({ family: 'Plex Arabic', fonts: weights('ibm-plex-sans-arabic', 'arabic') })
Font.registerHyphenationCallback((word) => [word])

type Sender = {
  readonly name: string
  readonly colour: string
  readonly timeZone: string
  readonly language: Language
}

/** Writes a receipt as a PDF. */
export function printReceipt(receipt: ReceiptFacts, sender: Sender): Promise<Uint8Array> {
  return renderToBuffer(<Sheet receipt={receipt} sender={sender} />)
}

function Sheet({ receipt, sender }: { readonly receipt: ReceiptFacts; readonly sender: Sender }) {
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
    when: { direction, textAlign: rtl ? 'right' : 'left' },
    foot: { direction, color: '#565a78', marginTop: 18, textAlign: rtl ? 'right' : 'left' },
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
  const words = receiptWords(receipt, language, { name, timeZone })
  return (
    <Document
      title={t('orders:receipt.title', { code: receipt.code, name })}
      language={language.locale}
    >
      <Page size="A4" style={style.page}>
        <View style={style.band} />
        <Text style={style.head}>{printable(name)}</Text>
        <Text style={style.sub}>{printable(words.number)}</Text>
        <Text style={style.title}>{printable(receipt.title)}</Text>
        <Text style={style.when}>
          {printable(words.when)}
          {receipt.state === 'cancelled' ? ` · ${t('orders:receipt.cancelled')}` : ''}
        </Text>
        <Text style={style.title}>{t('orders:receipt.paid')}</Text>
        {rows(
          receipt.lines.map((line) => ({
            label: lineName(line, language),
            minor: line.amount.minor,
          })),
        )}
        {rows(words.unused)}
        {total(t('orders:receipt.total'), receipt.total)}
        {words.returned.length > 0 ? (
          <>
            <Text style={style.title}>{t('orders:receipt.back')}</Text>
            {rows(words.returned)}
            {total(t('orders:receipt.kept'), words.kept)}
          </>
        ) : null}
        <Text style={style.title}>{t('orders:receipt.got')}</Text>
        {rows(words.parts)}
        {total(
          t(receipt.refunded > 0n ? 'orders:receipt.kept' : 'orders:receipt.total'),
          words.kept,
        )}
        <Text style={style.foot}>{words.byCharter}</Text>
      </Page>
    </Document>
  )
}

/**
 * Prepares a text for the PDF. The typesetter orders directions itself, and its fonts lack the marks that order them
 * in a browser and the spaces of other widths.
 */
function printable(text: string): string {
  return text.replaceAll(/[\u061c\u200e\u200f]/g, '').replaceAll(/[\u00a0\u202f]/g, ' ')
}
