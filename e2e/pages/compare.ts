import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

/** Where two pictures differ: how many pixels, or that they are not of one size. */
async function difference(one: string, other: string): Promise<string | undefined> {
  const [a, b] = await Promise.all(
    [one, other].map((file) =>
      sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true }),
    ),
  )
  if (!a || !b) throw new Error('A picture that is none.')
  const size = ({ info }: typeof a) => `${info.width} × ${info.height}`
  if (size(a) !== size(b)) return `${size(a)} became ${size(b)}`
  let pixels = 0
  for (let at = 0; at < a.data.length; at += 4)
    if (a.data.readUInt32BE(at) !== b.data.readUInt32BE(at)) pixels += 1
  return pixels > 0 ? `${pixels} pixels` : undefined
}

const picturesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.png'))
    .toSorted()

/** `node --import tsx e2e/pages/compare.ts before after`: names each picture that is not the same in both folders. */
const [before = '', after = ''] = process.argv.slice(2)
const [old, now] = [picturesIn(before), picturesIn(after)]
const lines = [
  ...old.filter((file) => !now.includes(file)).map((file) => `${file}: gone`),
  ...now.filter((file) => !old.includes(file)).map((file) => `${file}: new`),
]
let same = 0
for (const file of old.filter((one) => now.includes(one))) {
  const differs = await difference(join(before, file), join(after, file))
  if (differs) lines.push(`${file}: ${differs}`)
  else same += 1
}
process.stdout.write(`${[...lines, `${same} the same, ${lines.length} not`].join('\n')}\n`)
process.exit(lines.length > 0 || same === 0 ? 1 : 0)
