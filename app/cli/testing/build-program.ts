import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll } from 'vitest'
import { build } from 'vite'

const HOME = '.data-test-programs'

/**
 * Compiles a program of ours into one file and returns its path: a test that starts it often waits for its work and not
 * for its compiling. The file stands inside the checkout, so that it finds its packages, until the test file ends.
 */
export async function buildProgram(source: string): Promise<string> {
  mkdirSync(HOME, { recursive: true })
  const outDir = mkdtempSync(join(HOME, 'built-'))
  afterAll(() => rmSync(outDir, { recursive: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: source,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, `${basename(source, '.ts')}.mjs`)
}
