import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What is worth compressing: fonts and photographs are compressed already. */
const WORTH = /\.(js|css|svg|json)$/

/** Writes each file of the browser's build compressed beside itself, as tightly as it goes: once, when nobody waits. */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: ({ build }) => !build?.ssr,
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => WORTH.test(name))) {
        const path = join(dir, file)
        const body = readFileSync(path)
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength }
        writeFileSync(`${path}.br`, brotliCompressSync(body, { params }))
        writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }))
      }
    },
  }
}
