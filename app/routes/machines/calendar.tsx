import type { LoaderFunctionArgs } from '@remix-run/node'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { readCalendar } from '#app/reads/jobs/hours-page.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** A member's visits for their own calendar program, behind a secret address. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t, url } = atCoop(args)
  const token = /^([\w-]{20,64})\.ics$/.exec(args.params['file'] ?? '')?.[1]
  const page = token && (await readCalendar(tenant, token, at))
  if (!page) throw notFound()
  const calendar = ical({
    name: t('jobs:feed.name', { name: page.name, coOp: tenant.name }),
    method: ICalCalendarMethod.PUBLISH,
    timezone: tenant.timeZone,
    ttl: 1800,
  })
  for (const visit of page.visits)
    calendar.createEvent({
      id: `${visit.id}@${url.hostname}`,
      sequence: visit.changes,
      stamp: new Date(visit.stamp),
      start: new Date(visit.start),
      end: new Date(visit.end),
      summary: `${visit.title}, ${visit.customer}`,
      location: visit.where,
      url: url.origin + pathTo('/office/jobs/:id', { id: visit.id }),
      status: ICalEventStatus.CONFIRMED,
    })
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    },
  })
}
