import { expect, test } from 'vitest'
import { logTo } from './log.server.ts'
import { redactedError, redactFault, redactText } from './redact.ts'

const TOKEN = 'kJ8sQ2-xVb3nM9_tRw5yZc7uPa1dLf0g'
const PERSON = 'Helen Smith'
const EMAIL = 'helen.smith@example.com'
const PHONE = '+44 7700 900123'

/** A fault of the database as the driver gives it, with what it says of a row. */
const ofDatabase = (message: string) =>
  Object.assign(new Error(message), {
    name: 'PostgresError',
    code: '23505',
    severity: 'ERROR',
    constraint_name: 'people_email',
    table_name: 'people',
    detail: `Key (email)=(${EMAIL}) already exists.`,
    where: `COPY orders, line 1: "${PERSON}"`,
    parameters: [PERSON, EMAIL, TOKEN],
    args: [PERSON],
    query: `insert into people values ('${PERSON}', '${EMAIL}')`,
  })

/** A failed query as the library of the database writes it: its text and its parameters, and the database's own fault. */
const failedQuery = Object.assign(
  new Error(
    `Failed query: insert into "orders" ("token", "name") values ($1, $2)\nparams: ${TOKEN},${PERSON},12 Elm Row\n    at Smith (${EMAIL}:1:1)`,
    { cause: ofDatabase(`duplicate key value violates unique constraint "people_email"`) },
  ),
  { params: [TOKEN, PERSON], query: 'insert' },
)

/** Whatever is thrown or said with something secret in it. */
const SECRETS: readonly (readonly [what: string, said: unknown])[] = [
  ['a failed query', failedQuery],
  ['a fault of the database', ofDatabase(`invalid input syntax for type uuid: "${TOKEN}"`)],
  [
    'a chain of causes',
    new Error('It failed.', { cause: new Error('So', { cause: failedQuery }) }),
  ],
  ['a text that is no JSON', thrownBy(() => JSON.parse(`${PERSON}, ${EMAIL}`) as unknown)],
  ['an address that is none', thrownBy(() => new URL(`//${EMAIL}/${TOKEN}`))],
  [
    'a message of the queue',
    `Failed task 7 (send-mail) with error 'No ${EMAIL}':\n  at x\nparams: ${PERSON}`,
  ],
  ['an order’s path', `GET /orders/${TOKEN}/receipt.pdf failed`],
  ['an order’s path with a query', `/orders/${TOKEN}?from=2026-12-01`],
  ['a feed’s path', `/calendar/${TOKEN}.ics was not answered`],
  ['a whole address', `https://brightwater.localhost:3000/calendar/${TOKEN}.ics`],
  ['a link of a letter', `http://localhost:3000/reset?code=${TOKEN}&return=%2F`],
  ['a thrown text', `${EMAIL} cannot be written to`],
  ['a telephone number', `No carrier for ${PHONE}.`],
  ['an object', { to: EMAIL, deep: [{ body: `call ${PHONE}` }] }],
  ['a path of the log', { path: `/orders/${TOKEN}/change?from=${TOKEN}` }],
]

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (fault) {
    return fault
  }
}

/** Returns the line that the log writes. */
function logged(fields: object, message?: string): string {
  let line = ''
  const log = logTo({ write: (text) => void (line += text) })
  log.level = 'info'
  log.error(fields, message)
  return line
}

test.each(SECRETS)('%s is logged without a name, an address or a token', (_, said) => {
  const lines = [
    logged({ fault: said }),
    typeof said === 'string' ? logged({}, said) : logged({ deep: { fault: [said] } }),
    String(redactedError(said).stack),
    JSON.stringify(redactFault(said)),
  ]
  if (said instanceof Error) lines.push(logged(said))
  for (const line of lines)
    for (const secret of [TOKEN, PERSON, EMAIL, PHONE, 'Helen', 'example.com', 'Elm Row'])
      expect(line).not.toContain(secret)
})

test('what is no secret stays: the query, the constraint, the path, ids and the frames', () => {
  const line = logged({
    fault: failedQuery,
    path: '/office/jobs/01a00000-0000-7000-8000-000000000000',
  })
  expect(line).toContain('insert into \\"orders\\"')
  expect(line).toContain('"constraint_name":"people_email"')
  expect(line).toContain('/office/jobs/01a00000-0000-7000-8000-000000000000')
  expect(line).toMatch(/redact\.test\.ts:\d+:\d+/)
  const job = 'Failed task 12 (finish-item, 3.20ms, attempt 1 of 12)'
  expect(redactText(job)).toBe(job)
  const property = `Cannot read properties of undefined (reading 'startsAt')`
  expect(redactText(property)).toBe(property)
  expect(redactText('/orders/x failed')).toBe('/orders/:token failed')
  expect(redactText('canceling statement due to lock timeout')).toContain('lock timeout')
})
