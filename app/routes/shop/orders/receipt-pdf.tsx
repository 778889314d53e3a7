import type { LoaderFunctionArgs } from '@remix-run/node'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { printReceipt } from '#app/views/orders/receipt-pdf.server.tsx'
import { languageFor } from '#app/ui/language.tsx'

/** The receipt as a PDF, with the figures of the page, in the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, locale } = atCoop(args)
  const receipt = await readReceipt(tenant, args.params['token'] ?? '')
  if (!receipt) throw notFound()
  const bytes = await printReceipt(receipt, {
    name: tenant.name,
    colour: tenant.colour,
    timeZone: tenant.timeZone,
    language: languageFor(locale, tenant.country),
  })
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="receipt-${receipt.code}.pdf"`,
    'cache-control': 'private, no-store',
  }
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers })
}
