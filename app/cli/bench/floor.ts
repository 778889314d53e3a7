import { createHash } from 'node:crypto'
import { createServer, request } from 'node:http'
import { settings } from '#app/config.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { readToday } from '#app/reads/jobs/today-page.server.ts'
import { readSession } from '#app/reads/accounts/session.server.ts'
import { resolveSite } from '#tenants/resolve.server.ts'
import { bare, record, replay, type Recorded } from './recording.ts'

// The floor: the least work that a server could do for the same answers. It uses node:http, bytes from memory, the
// same queries, and string templates.
const [floorPort = '', host = '', token = ''] = process.argv.slice(2)
const sql = bare(10)
const bytes = new Map<string, { body: Buffer; headers: Record<string, string> }>()
const today = await record(readOffice)

createServer((asked, answer) => {
  const path = asked.url ?? '/'
  if (path === '/metrics') {
    const { user, system } = process.cpuUsage()
    answer.end(`process_cpu_seconds_total ${(user + system) / 1e6}\n`)
  } else if (path === '/office') void office(today).then((html) => answer.end(html))
  else
    void page(path).then(({ body, headers }) => {
      if (asked.headers['if-none-match'] === headers['etag']) {
        const { 'content-length': _length, ...unchanged } = headers
        answer.writeHead(304, unchanged).end()
      } else answer.writeHead(200, headers).end(body)
    })
}).listen(Number(floorPort), () => process.send?.('ready'))
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))

async function readOffice(): Promise<void> {
  const site = await resolveSite(host)
  if (site.kind !== 'co-op') throw new Error('The bench has no co-op.')
  const { tenant } = site
  const at = systemClock()
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const { member } = await readSession({ tokenHash, host, tenant: tenant.id, at })
  if (!member) throw new Error('The bench is not signed in.')
  await readToday(tenant, member.id, at)
}

/**
 * Runs the office's queries and writes their rows with a template. It leaves out the first query, because the app
 * caches which co-op a host is.
 */
async function office(transactions: readonly Recorded[]): Promise<string> {
  const found: Record<string, unknown>[] = []
  for (const one of transactions.slice(1)) found.push(...(await replay(sql, one)))
  const rows = found.map(
    (row) =>
      `<tr>${Object.values(row)
        .map((cell) => `<td>${escape(String(cell))}</td>`)
        .join('')}</tr>`,
  )
  return `<!doctype html><title>Today</title><table>${rows.join('')}</table>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Returns the bytes that the app answers with, compressed as the app does. Each page is requested once. */
async function page(path: string) {
  const known = bytes.get(path)
  if (known) return known
  const fetched = await new Promise<{ body: Buffer; headers: Record<string, string> }>((done) => {
    const { PORT: port } = settings()
    const headers = { host: `${host}:${port}`, 'accept-encoding': 'br' }
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const kept = Object.entries(answer.headers).filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
        )
        const body = Buffer.concat(chunks)
        done({ body, headers: Object.fromEntries(kept) as Record<string, string> })
      })
    }).end()
  })
  bytes.set(path, fetched)
  return fetched
}
