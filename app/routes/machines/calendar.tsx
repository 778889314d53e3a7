import type { LoaderFunctionArgs } from '@remix-run/node'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { readCalendar } from '#app/reads/jobs/hours-page.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** A member's work for their own calendar program, behind a secret address. */
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
  for (const job of page.jobs)
    calendar.createEvent({
      id: `${job.item}@${url.hostname}`,
      sequence: job.changes,
      stamp: new Date(job.stamp),
      start: new Date(job.start),
      end: new Date(job.end),
      summary: `${job.title}, ${job.customer}`,
      location: job.where,
      url: url.origin + pathTo('/office/jobs/:id', { id: job.order }, { item: job.item }),
      status: ICalEventStatus.CONFIRMED,
    })
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    },
  })
}
