import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.twiza-installed'

/** Installs the packages of the lock file when they are missing or belong to another lock file. */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop('Twiza needs Node.js 20.19 or newer.')
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.log('· Installing packages (once; a minute or two)')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0)
    stop('The packages could not be installed: check the connection to the package registry.')
  writeFileSync(STAMP, wanted)
}

/** Runs a TypeScript program of ours in place of this one, with the same terminal, signals and exit code. */
export function runTypeScript(file, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
  endWithParent(child)
}

/**
 * Ends a program when the process that started us has ended. `npm` passes a signal to its shell alone, which ends
 * without telling us.
 */
function endWithParent(child) {
  const parent = process.ppid
  const look = () => process.ppid !== parent && child.kill('SIGTERM')
  setInterval(look, 500).unref()
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
