import type { LoaderFunctionArgs } from '@remix-run/node'
import { asVisitor } from '#app/request/guards.server.ts'
import { themeCss } from '#tenants/branding/theme.ts'

/** The co-op's colours as custom properties. */
export function loader(args: LoaderFunctionArgs) {
  const { site } = asVisitor(args)
  const css = site.kind === 'co-op' ? themeCss(site.tenant.colour, site.tenant.colour2) : ''
  return new Response(css, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000',
    },
  })
}
