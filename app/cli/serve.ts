import './check-settings.ts'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { settings } from '#app/config.ts'
import type { ServerOptions } from '#app/server.ts'

type Build = ServerBuild & {
  readonly entry: {
    readonly module: {
      readonly serve: (serving: ServerOptions) => Promise<{ stop: () => Promise<void> }>
    }
  }
}

const { PORT: port } = settings()
const running = process.argv.includes('--dev') ? await develop() : await produce()

let stopping: Promise<never> | undefined
const stop = () => {
  stopping ??= running.stop().then(() => process.exit(0))
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
// The process that started us has ended without a signal, so nobody else would stop us.
process.once('disconnect', stop)
process.send?.('ready')

async function produce() {
  const build = (await import(pathToFileURL('build/server/index.js').href)) as Build
  return build.entry.module.serve({ build: () => Promise.resolve(build), port, mode: 'production' })
}

async function develop() {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<Build>
  const first = await build()
  return first.entry.module.serve({ build, port, mode: 'development', before: vite.middlewares })
}
