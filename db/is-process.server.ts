import { readFileSync } from 'node:fs'
import { platform } from 'node:os'

/**
 * Returns whether a process is alive and its command line contains a text. The number of a process that ended can be
 * given to another program, so the number alone says nothing. Where command lines cannot be read, alive is enough.
 */
export function isProcess(pid: number, commandText: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    if (platform() !== 'linux') return true
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(commandText)
  } catch {
    return false
  }
}
