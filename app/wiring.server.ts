import { mailboxCarrier } from './gateways/mail/mailbox.server.ts'
import { resendCarrier } from './gateways/mail/resend.server.ts'
import { smtpCarrier } from './gateways/mail/smtp.server.ts'
import type { MailCarrier } from './gateways/mail/carrier.ts'
import type { Processor } from './gateways/processor.ts'
import { diskStorage } from './gateways/storage/disk.server.ts'
import { s3Storage } from './gateways/storage/s3.server.ts'
import type { Storage } from './gateways/storage/storage.ts'
import { stripeProcessor } from './gateways/stripe/gateway.server.ts'

/**
 * The third parties of this process, chosen by the configuration: the real one where its key is set, else our
 * replacement.
 */
export type Gateways = {
  readonly processor: Processor
  readonly post: MailCarrier
  readonly storage: Storage
}

const holder = globalThis as { twizaGateways?: Gateways }

export function gateways(): Gateways {
  holder.twizaGateways ??= { processor: processor(), post: post(), storage: storage() }
  return holder.twizaGateways
}

function processor(): Processor {
  const key = process.env['STRIPE_SECRET_KEY']
  const webhookSecret = process.env['STRIPE_WEBHOOK_SECRET'] ?? 'whsec_twin'
  if (key) return stripeProcessor({ key, webhookSecret })
  const port = Number(process.env['STRIPE_SANDBOX_PORT'] ?? 3001)
  return stripeProcessor({
    key: 'sk_test_twin',
    webhookSecret,
    sandbox: { host: '127.0.0.1', port },
  })
}

function post(): MailCarrier {
  const { RESEND_API_KEY: resend, RESEND_BASE_URL: baseUrl, SMTP_URL: smtp } = process.env
  if (resend) return resendCarrier(resend, baseUrl)
  return smtp ? smtpCarrier(smtp) : mailboxCarrier
}

function storage(): Storage {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region = 'auto' } = process.env
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = process.env
  if (!endpoint) return diskStorage(`${process.env['DATA_DIR'] ?? '.data'}/files`)
  if (!bucket || !accessKeyId || !secretAccessKey)
    throw new Error('S3_ENDPOINT also needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.')
  return s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey })
}
