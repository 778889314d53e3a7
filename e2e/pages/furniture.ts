import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderOf, UNTOUCHED } from '../worlds/world.ts'

/** Addresses of pages that are there only after somebody did something, and the founders' cookies of half-done foundings. */
export type Furniture = {
  readonly door: string
  readonly import: string
  readonly invitation: string
  readonly reset: string
  /** A founding whose name, look and people are chosen, and one whose co-op is built. */
  readonly draft: string
  readonly built: string
}

const file = join(folderOf(UNTOUCHED), 'furniture.json')

export function writeFurniture(furniture: Furniture): void {
  writeFileSync(file, JSON.stringify(furniture))
}

export function readFurniture(): Furniture {
  return JSON.parse(readFileSync(file, 'utf8')) as Furniture
}
