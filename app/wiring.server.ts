import { needed, settings } from './config.ts'
import { mailboxCarrier } from './gateways/mail/mailbox.server.ts'
import { resendCarrier } from './gateways/mail/resend.server.ts'
import { smtpCarrier } from './gateways/mail/smtp.server.ts'
import type { MailCarrier } from './gateways/mail/carrier.ts'
import type { Processor } from './gateways/processor.ts'
import { diskStorage } from './gateways/storage/disk.server.ts'
import { s3Storage } from './gateways/storage/s3.server.ts'
import type { Storage } from './gateways/storage/storage.ts'
import { stripeProcessor } from './gateways/stripe/gateway.server.ts'
import { SANDBOX_SECRET } from '#app/kernel/setting-faults.ts'

/**
 * The third parties of this process, chosen by the settings: the real one when its key is set, else our replacement.
 */
export type Gateways = {
  readonly processor: Processor
  readonly mailCarrier: MailCarrier
  readonly storage: Storage
}

const holder = globalThis as { twizaGateways?: Gateways }

export function gateways(): Gateways {
  holder.twizaGateways ??= {
    processor: processor(),
    mailCarrier: mailCarrier(),
    storage: storage(),
  }
  return holder.twizaGateways
}

function processor(): Processor {
  const { STRIPE_SECRET_KEY: key, STRIPE_SANDBOX_PORT: port } = settings()
  if (key) return stripeProcessor({ key, webhookSecret: needed('STRIPE_WEBHOOK_SECRET') })
  const webhookSecret = settings().STRIPE_WEBHOOK_SECRET ?? SANDBOX_SECRET
  return stripeProcessor({
    key: 'sk_test_twin',
    webhookSecret,
    sandbox: { host: '127.0.0.1', port },
  })
}

function mailCarrier(): MailCarrier {
  const { RESEND_API_KEY: resend, RESEND_BASE_URL: baseUrl, SMTP_URL: smtp } = settings()
  if (resend) return resendCarrier(resend, baseUrl)
  return smtp ? smtpCarrier(smtp) : mailboxCarrier
}

function storage(): Storage {
  const { S3_ENDPOINT: endpoint, S3_REGION: region, DATA_DIR: folder } = settings()
  if (!endpoint) return diskStorage(`${folder}/files`)
  return s3Storage({
    endpoint,
    region,
    bucket: needed('S3_BUCKET'),
    accessKeyId: needed('S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY'),
  })
}
