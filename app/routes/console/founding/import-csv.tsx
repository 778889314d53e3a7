import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { IMPORT_COLUMNS, sampleRow } from './import.server.ts'

/** An empty file with the columns of an import. */
export async function loader(args: LoaderFunctionArgs) {
  await asAdmin(args)
  return csvResponse('co-ops-to-found', writeCsv(IMPORT_COLUMNS, [sampleRow]))
}
