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

async function startResend(status: number, answer: unknown) {
  const requests: { path: string; headers: IncomingHttpHeaders; body: unknown }[] = []
  const server = createHttp((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      requests.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(body) })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  const port = await listen(server)
  return { carrier: resendCarrier('re_test', `http://127.0.0.1:${port}`), requests }
}

it('Resend is sent the letter whole, with its key and ours', async () => {
  const { carrier, requests } = await startResend(200, { id: 'sent-1' })
  await carrier.send(letter)
  const { idempotencyKey, ...rest } = letter
  expect(requests).toHaveLength(1)
  expect(requests[0]).toMatchObject({ path: '/emails', body: rest })
  expect(requests[0]?.headers).toMatchObject({
    authorization: 'Bearer re_test',
    'idempotency-key': idempotencyKey,
  })
})

it.each([422, 429, 500])(
  'what Resend refuses with %i is thrown, so that the job tries again',
  async (status) => {
    const { carrier } = await startResend(status, {
      statusCode: status,
      name: 'refused',
      message: 'no',
    })
    await expect(carrier.send(letter)).rejects.toThrow('Resend refused a letter')
  },
)

/** Starts a small mail server. It accepts every letter, or answers the recipient command with the given code. */
async function startSmtpServer(recipient = '250 ok') {
  const accepted: string[] = []
  const commands: string[] = []
  const server = createTcp((socket) => {
    let buffer = ''
    let inMessage = false
    const answer = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      buffer += chunk.toString()
      for (;;) {
        const end = inMessage ? '\r\n.\r\n' : '\r\n'
        const at = buffer.indexOf(end)
        if (at < 0) return
        const line = buffer.slice(0, at)
        buffer = buffer.slice(at + end.length)
        if (inMessage) {
          accepted.push(line)
          inMessage = false
          answer('250 taken')
          continue
        }
        commands.push(line)
        const command = line.slice(0, 4).toUpperCase()
        if (command === 'DATA') inMessage = true
        if (command === 'RCPT') answer(recipient)
        else answer(command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok')
      }
    })
    answer('220 mail.test')
  })
  return { carrier: smtpCarrier(`smtp://127.0.0.1:${await listen(server)}`), accepted, commands }
}

it('a mail server takes the letter in both forms, under an id that a repeat shares', async () => {
  const { carrier, accepted, commands } = await startSmtpServer()
  await carrier.send(letter)
  await carrier.send(letter)
  expect(commands).toContain('MAIL FROM:<post@twiza.example>')
  expect(commands).toContain('RCPT TO:<helen@example.com>')
  expect(accepted).toHaveLength(2)
  for (const message of accepted) {
    expect(message).toContain(`Message-ID: <${letter.idempotencyKey}@twiza>`)
    expect(message).toContain('Subject: =?UTF-8?')
    expect(message).toContain('Content-Type: text/plain; charset=utf-8')
    expect(message).toContain('Content-Type: text/html; charset=utf-8')
    expect(message).toContain('H=C3=A9l=C3=A8ne')
  }
})

it('what a mail server refuses is thrown, and no letter is left there', async () => {
  const { carrier, accepted } = await startSmtpServer('451 try again later')
  await expect(carrier.send(letter)).rejects.toThrow('451')
  expect(accepted).toHaveLength(0)
})
