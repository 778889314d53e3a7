import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll } from 'vitest'
import { build } from 'vite'

const HOME = '.data-test-programs'

/**
 * Compiles a program of ours into one file and returns its path, so that a test that starts it often does not compile
 * it each time. The file lies inside the checkout until the test file ends, because it must find its packages.
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
