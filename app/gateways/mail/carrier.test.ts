import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { resendCarrier } from './resend.server.ts'
import { smtpCarrier } from './smtp.server.ts'

const letter = {
  to: 'helen@example.com',
  from: 'Brightwater <post@twiza.example>',
  subject: 'Votre réservation',
  html: '<p>Bonjour Hélène</p>',
  text: 'Bonjour Hélène',
  idempotencyKey: '0190a1b2-0000-7000-8000-000000000001',
}

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function listen(server: Server): Promise<number> {
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}

async function aResend(status: number, answer: unknown) {
  const asked: { path: string; headers: IncomingHttpHeaders; body: unknown }[] = []
  const server = createHttp((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(body) })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  const port = await listen(server)
  return { post: resendCarrier('re_test', `http://127.0.0.1:${port}`), asked }
}

it('Resend is sent the letter whole, with its key and ours', async () => {
  const { post, asked } = await aResend(200, { id: 'sent-1' })
  await post.send(letter)
  const { idempotencyKey, ...rest } = letter
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ path: '/emails', body: rest })
  expect(asked[0]?.headers).toMatchObject({
    authorization: 'Bearer re_test',
    'idempotency-key': idempotencyKey,
  })
})

it.each([422, 429, 500])(
  'what Resend refuses with %i is thrown, so that the job tries again',
  async (status) => {
    const { post } = await aResend(status, { statusCode: status, name: 'refused', message: 'no' })
    await expect(post.send(letter)).rejects.toThrow('Resend refused a letter')
  },
)

/** Starts a small mail server. It accepts every letter, or answers the recipient command with the given code. */
async function anSmtp(recipient = '250 ok') {
  const taken: string[] = []
  const spoken: string[] = []
  const server = createTcp((socket) => {
    let held = ''
    let inLetter = false
    const answer = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      held += chunk.toString()
      for (;;) {
        const end = inLetter ? '\r\n.\r\n' : '\r\n'
        const at = held.indexOf(end)
        if (at < 0) return
        const said = held.slice(0, at)
        held = held.slice(at + end.length)
        if (inLetter) {
          taken.push(said)
          inLetter = false
          answer('250 taken')
          continue
        }
        spoken.push(said)
        const word = said.slice(0, 4).toUpperCase()
        if (word === 'DATA') inLetter = true
        if (word === 'RCPT') answer(recipient)
        else answer(word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 ok')
      }
    })
    answer('220 mail.test')
  })
  return { post: smtpCarrier(`smtp://127.0.0.1:${await listen(server)}`), taken, spoken }
}

it('a mail server takes the letter in both forms, under an id that a repeat shares', async () => {
  const { post, taken, spoken } = await anSmtp()
  await post.send(letter)
  await post.send(letter)
  expect(spoken).toContain('MAIL FROM:<post@twiza.example>')
  expect(spoken).toContain('RCPT TO:<helen@example.com>')
  expect(taken).toHaveLength(2)
  for (const message of taken) {
    expect(message).toContain(`Message-ID: <${letter.idempotencyKey}@twiza>`)
    expect(message).toContain('Subject: =?UTF-8?')
    expect(message).toContain('Content-Type: text/plain; charset=utf-8')
    expect(message).toContain('Content-Type: text/html; charset=utf-8')
    expect(message).toContain('H=C3=A9l=C3=A8ne')
  }
})

it('what a mail server refuses is thrown, and no letter is left there', async () => {
  const { post, taken } = await anSmtp('451 try again later')
  await expect(post.send(letter)).rejects.toThrow('451')
  expect(taken).toHaveLength(0)
})
