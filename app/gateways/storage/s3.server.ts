import { AwsClient } from 'aws4fetch'
import { checkedKey, type Storage } from './storage.ts'

/** The address of the bucket and the credentials that may write to it. */
export type S3Settings = {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * Stores files in a bucket of any S3-compatible store, addressed by path, so that every process of a site reads the
 * same files.
 *
 * @throws Error when the store refuses, so that no caller believes that a file is stored when it is not.
 */
export function s3Storage({ endpoint, bucket, ...credentials }: S3Settings): Storage {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 2 })
  const send = (method: string, key: string, init: RequestInit = {}) =>
    client.fetch(`${endpoint.replace(/\/$/, '')}/${bucket}/${checkedKey(key)}`, {
      ...init,
      method,
      signal: AbortSignal.timeout(20_000),
    })
  return {
    put: async (key, bytes, mime) => {
      const body = new Uint8Array(bytes)
      const answer = await send('PUT', key, { body, headers: { 'content-type': mime } })
      await drain(answer)
      if (!answer.ok) throw refusal(answer)
    },
    get: async (key) => {
      const answer = await send('GET', key)
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      await drain(answer)
      if (answer.status === 404) return undefined
      throw refusal(answer)
    },
    remove: async (key) => {
      const answer = await send('DELETE', key)
      await drain(answer)
      if (!answer.ok && answer.status !== 404) throw refusal(answer)
    },
  }
}

/** Reads an answer to its end, so that the next request can use its connection. */
async function drain(answer: Response): Promise<void> {
  await answer.arrayBuffer()
}

function refusal({ status }: Response): Error {
  return new Error(`The file store answered ${status}.`)
}
