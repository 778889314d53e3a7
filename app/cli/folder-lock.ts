import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '#db/embedded.server.ts'
import { isProcess } from '#db/is-process.server.ts'

/**
 * Takes the data folder for this process, so that no second server runs the same embedded database and ends it for the
 * first. Returns a function that releases it.
 * @throws Error if another server that still runs has taken it.
 */
export function takeFolder(folder: string): () => void {
  makeDataFolder(folder)
  const file = join(folder, 'running.pid')
  const mark = () => writeFileSync(file, String(process.pid), { flag: 'wx' })
  try {
    mark()
  } catch {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid !== process.pid && isProcess(pid, 'app/cli/run.ts'))
      throw new Error(
        `Twiza runs from ${folder} already (process ${pid}): stop it, or set DATA_DIR to another folder.`,
      )
    rmSync(file, { force: true })
    mark()
  }
  return () => rmSync(file, { force: true })
}
