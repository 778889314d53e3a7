import { owner } from '#db/testing/database.ts'
import { expect, it } from 'vitest'
import { addPerson } from '#app/domains/accounts/people.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { MailCarrier, OutgoingMail } from '#app/gateways/mail/carrier.ts'
import type { MailId } from '#app/kernel/ids.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { sendMail } from './send-mail.server.ts'
import { monday } from '#app/flows/testing/co-op.ts'

const street = { originOf: () => 'https://twiza.example', from: 'Twiza <post@twiza.example>' }

/** A carrier that fails as often as told, then carries. */
function aPost(failures: number) {
  const carried: OutgoingMail[] = []
  const seen: OutgoingMail[] = []
  const post: MailCarrier = {
    kind: 'smtp',
    send: async (posting) => {
      seen.push(posting)
      if (seen.length <= failures) throw new Error('451 try again later')
      carried.push(posting)
    },
  }
  return { post, carried, seen }
}

async function aPromise(email = 'helen@example.com'): Promise<MailId> {
  const to = { email, name: 'Helen', locale: 'fr' as const }
  await inFederation((db) =>
    promiseMail(db, { template: 'password-changed', to, data: { path: '/' }, at: monday }),
  )
  const [row] = await owner`select id from mails order by promised_at desc, id desc limit 1`
  return row?.['id'] as MailId
}

const rowOf = async (id: MailId) => (await owner`select * from mails where id = ${id}`)[0]

it('is promised together with the job that sends it', async () => {
  const id = await aPromise()
  const jobs = await owner`select payload from graphile_worker._private_jobs`
  expect(JSON.stringify(jobs)).toContain(id)
})

it('a letter that fails says why, stays unsent, and goes out when tried again, word for word', async () => {
  const { post, carried, seen } = aPost(2)
  const mail = await aPromise()
  for (const attempt of [1, 2]) {
    await expect(sendMail(post, street, { mail, at: monday })).rejects.toThrow('451')
    const row = await rowOf(mail)
    expect(row).toMatchObject({ sent_at: null, attempts: attempt })
    expect(row?.['last_error']).toContain('451')
  }
  await sendMail(post, street, { mail, at: monday })
  expect(await rowOf(mail)).toMatchObject({ attempts: 3, last_error: null })
  expect((await rowOf(mail))?.['sent_at']).not.toBeNull()
  expect(carried).toHaveLength(1)
  expect(new Set(seen.map((posting) => JSON.stringify(posting))).size).toBe(1)
  expect(carried[0]).toMatchObject({ to: 'helen@example.com', idempotencyKey: mail })
})

it('a letter that was sent is never sent again', async () => {
  const { post, carried } = aPost(0)
  const mail = await aPromise()
  for (let again = 0; again < 3; again += 1) await sendMail(post, street, { mail, at: monday })
  expect(carried).toHaveLength(1)
})

it('an account is written to in its own language, whoever promised the letter and in which', async () => {
  const { post, carried } = aPost(1)
  const email = `reader-${Date.now()}@example.org`
  const id = await inFederation((db) =>
    addPerson(db, { name: 'Helen', email, locale: 'en', passwordHash: null, at: monday }),
  )
  const mail = await aPromise(email)
  await expect(sendMail(post, street, { mail, at: monday })).rejects.toThrow('451')
  // Between two attempts the reader changes their mind: the letter that was begun stays the same.
  await owner`update people set locale = 'ar' where id = ${id as string}`
  await sendMail(post, street, { mail, at: monday })
  expect(carried[0]?.html).toContain('<html lang="en" dir="ltr">')
  const next = await aPromise(email)
  await sendMail(post, street, { mail: next, at: monday })
  expect(carried[1]?.html).toContain('<html lang="ar" dir="rtl">')
  expect(await rowOf(next)).toMatchObject({ locale: 'ar' })
})
