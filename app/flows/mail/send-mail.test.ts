import { owner } from '#db/testing/database.ts'
import { expect, it } from 'vitest'
import { addPerson } from '#app/domains/accounts/people.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { MailCarrier, OutgoingMail } from '#app/gateways/mail/carrier.ts'
import type { MailId } from '#app/kernel/ids.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { sendMail } from './send-mail.server.ts'
import { monday } from '#app/flows/testing/co-op.ts'

const mailSettings = { originOf: () => 'https://twiza.example', from: 'Twiza <post@twiza.example>' }

/** Makes a carrier that fails the given number of times and then sends. */
function createCarrier(failures: number) {
  const sent: OutgoingMail[] = []
  const attempted: OutgoingMail[] = []
  const carrier: MailCarrier = {
    kind: 'smtp',
    send: async (mail) => {
      attempted.push(mail)
      if (attempted.length <= failures) throw new Error('451 try again later')
      sent.push(mail)
    },
  }
  return { carrier, sent, attempted }
}

async function promiseTestMail(email = 'helen@example.com'): Promise<MailId> {
  const to = { email, name: 'Helen', locale: 'fr' as const }
  await inFederation((db) =>
    promiseMail(db, { template: 'password-changed', to, data: { path: '/' }, at: monday }),
  )
  const [row] = await owner`select id from mails order by promised_at desc, id desc limit 1`
  return row?.['id'] as MailId
}

const readMail = async (id: MailId) => (await owner`select * from mails where id = ${id}`)[0]

it('a letter is promised together with the task that sends it', async () => {
  const id = await promiseTestMail()
  const jobs = await owner`select payload from graphile_worker._private_jobs`
  expect(JSON.stringify(jobs)).toContain(id)
})

it('a letter that fails records why, stays unsent, and is sent with the same text at a later attempt', async () => {
  const { carrier, sent, attempted } = createCarrier(2)
  const mail = await promiseTestMail()
  for (const attempt of [1, 2]) {
    await expect(sendMail(carrier, mailSettings, { mail, at: monday })).rejects.toThrow('451')
    const row = await readMail(mail)
    expect(row).toMatchObject({ sent_at: null, attempts: attempt })
    expect(row?.['last_error']).toContain('451')
  }
  await sendMail(carrier, mailSettings, { mail, at: monday })
  expect(await readMail(mail)).toMatchObject({ attempts: 3, last_error: null })
  expect((await readMail(mail))?.['sent_at']).not.toBeNull()
  expect(sent).toHaveLength(1)
  expect(new Set(attempted.map((mail) => JSON.stringify(mail))).size).toBe(1)
  expect(sent[0]).toMatchObject({ to: 'helen@example.com', idempotencyKey: mail })
})

it('a letter that was sent is never sent again', async () => {
  const { carrier, sent } = createCarrier(0)
  const mail = await promiseTestMail()
  for (let again = 0; again < 3; again += 1)
    await sendMail(carrier, mailSettings, { mail, at: monday })
  expect(sent).toHaveLength(1)
})

it('a letter to an account is in the account’s language, not in the one that it was promised in', async () => {
  const { carrier, sent } = createCarrier(1)
  const email = `reader-${Date.now()}@example.org`
  const id = await inFederation((db) =>
    addPerson(db, { name: 'Helen', email, locale: 'en', passwordHash: null, at: monday }),
  )
  const mail = await promiseTestMail(email)
  await expect(sendMail(carrier, mailSettings, { mail, at: monday })).rejects.toThrow('451')
  // The account's language changes between two attempts. The letter that was already rendered stays the same.
  await owner`update people set locale = 'ar' where id = ${id as string}`
  await sendMail(carrier, mailSettings, { mail, at: monday })
  expect(sent[0]?.html).toContain('<html lang="en" dir="ltr">')
  const next = await promiseTestMail(email)
  await sendMail(carrier, mailSettings, { mail: next, at: monday })
  expect(sent[1]?.html).toContain('<html lang="ar" dir="rtl">')
  expect(await readMail(next)).toMatchObject({ locale: 'ar' })
})
