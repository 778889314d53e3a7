import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the paths of all files in folders, at any depth, whose path matches. */
export function filesOf(folders: readonly string[], path: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => path.test(file)),
  )
}
