import type { LoaderFunctionArgs } from '@remix-run/node'
import { asVisitor } from '#app/request/guards.server.ts'
import { patternFor } from '#tenants/branding/cloth.js'
import { readHex } from '#tenants/branding/colour.ts'

/** A cloth as a picture: by slug and colours, or the site's own. What it shows follows from its address alone. */
export function loader(args: LoaderFunctionArgs) {
  const { url, site } = asVisitor(args)
  const ask = (name: string) => url.searchParams.get(name)
  const own =
    site.kind === 'co-op' ? site.tenant : { slug: 'twiza', colour: '#25358a', colour2: '#f2b13c' }
  const slug = (ask('s') ?? own.slug).slice(0, 40)
  const size = (name: string, usual: number, most: number) =>
    Math.min(most, Math.max(8, Math.round(Number(ask(name)) || usual)))
  const hue = ask('a') ? Number(ask('a')) % 360 : hueOf(ask('c'), own.colour)
  const hue2 = ask('b') ? Number(ask('b')) % 360 : hueOf(ask('d'), own.colour2)
  const svg = patternFor(slug, hue || 0, hue2 || 0, {
    width: size('w', 1280, 1600),
    height: size('h', 360, 800),
  })
  const age = ask('s') ? 31_536_000 : 300
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${age}` },
  })
}

function hueOf(asked: string | null, own: string): number {
  return readHex(asked && /^[0-9a-f]{6}$/.test(asked) ? `#${asked}` : own).h
}
