import { index, route, type RouteConfig } from '@remix-run/route-config'
import type { Page } from './site-map/page.ts'
import { PAGES } from './site-map/pages.ts'

function routeOf([address, { audience, file, id }]: [string, Page]) {
  const path = ['routes', audience, file].filter(Boolean).join('/')
  const name = id ? { id } : {}
  return address === '/' ? index(path, name) : route(address.slice(1), path, name)
}

/** The routes of the site map, in the form that Remix reads. */
export default Object.entries(PAGES).map(routeOf) satisfies RouteConfig
