import { afterAll, expect, test, vi } from 'vitest'
import { monday, stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import {
  buildSeatRequest,
  buySeats,
  createWorkshop,
  expectSound,
  registerSeats,
} from '#app/flows/testing/workshop.ts'
import type * as words from '#app/offerings/words.ts'
import { readCalendar } from '#app/reads/jobs/hours-page.server.ts'
import { readJob } from '#app/reads/jobs/job-page.server.ts'
import { readToday } from '#app/reads/jobs/today-page.server.ts'
import { actOnJob } from '#app/routes/office/jobs/job.server.ts'
import JobPage from '#app/routes/office/jobs/job.tsx'
import Today from '#app/routes/office/jobs/today.tsx'
import Order, { loader as readOrder } from '#app/routes/shop/orders/order.tsx'
import Quote, { loader as readQuote } from '#app/routes/shop/orders/quote.tsx'
import { renderForReader } from '#app/ui/testing/render.tsx'
import { owner } from '#db/testing/database.ts'
import type { Tenant } from '#tenants/directory.server.ts'

/** What the loader of the page that is rendered has answered. */
const loaded = vi.hoisted(() => ({ data: undefined as unknown }))

vi.mock('@remix-run/react', async (original) => ({
  ...(await original<object>()),
  useLoaderData: () => loaded.data,
  useActionData: () => undefined,
}))
/** The words that the kind's one line adds to the catalogues. */
vi.mock('#app/offerings/words.ts', async (original) => {
  const { areasOfKinds, ...others } = await original<typeof words>()
  const { words: seat } = await import('#app/offerings/testing/seat/words.ts')
  return {
    ...others,
    areasOfKinds: (language: keyof typeof seat) => ({
      ...areasOfKinds(language),
      seat: seat[language],
    }),
  }
})

vi.useFakeTimers({ toFake: ['Date'], now: monday.epochMilliseconds })
afterAll(stopProcessors)
registerSeats()

/** Renders a page with what its loader answered. */
function render(Page: () => React.ReactNode, data: unknown): string {
  loaded.data = data
  return renderForReader(<Page />)
}

/** Renders the page at an address of a co-op with its own loader. */
async function open(
  tenant: Tenant,
  path: string,
  { loader, Page, params }: { loader: unknown; Page: () => React.ReactNode; params: object },
): Promise<string> {
  const origin = `http://${tenant.slug}.localhost`
  const context = { site: { kind: 'co-op', tenant }, host: '', origin, peer: '' }
  const load = loader as (args: object) => Promise<{ readonly data: unknown }>
  const answer = await load({ request: new Request(origin + path), params, context })
  return render(Page, 'data' in answer ? answer.data : answer)
}

test('the pages of a co-op show a kind that they do not know, in its own words', async () => {
  const { tenant, amina } = await createWorkshop()
  const quote = await open(tenant, '/listings/pruning/quote?seats=2', {
    loader: readQuote,
    Page: Quote,
    params: { slug: 'pruning' },
  })
  expect(quote).toContain('Seats')
  expect(quote).toContain('name="seats"')
  expect(quote).toContain('£40.00')
  expect(quote).toContain('£50.00')

  const { id, token } = await buySeats(tenant, buildSeatRequest(2))
  const order = await open(tenant, `/orders/${token}`, {
    loader: readOrder,
    Page: Order,
    params: { token },
  })
  expect(order).toContain('Your seat is kept: ')
  expect(order).toContain('Seats: 2')
  expect(order).not.toContain('We come')

  const member = { id: amina, name: 'Amina', steward: false }
  const today = async (at: typeof monday) =>
    render(Today, { name: 'Amina', at: at.toString(), ...(await readToday(tenant, amina, at)) })
  expect(await today(monday)).toMatch(/To be held.*Pruning/s)
  expect(await today(monday)).not.toContain('It was held')
  const over = wednesday.add({ hours: 3 })
  const job = await readJob(tenant, { order: id, member: amina, at: over })
  if (!job) throw new Error('lost')
  expect(await today(over)).toContain(`/office/jobs/${id}?item=${job.item}`)
  const page = render(JobPage, { job, said: null })
  for (const words of ['Material for each seat', 'name="materialMinor"', 'It was held'])
    expect(page).toContain(words)
  expect(page).toContain('data-seats="2"')

  const press = (fields: object) => {
    const posted = new FormData()
    for (const [name, value] of Object.entries({ order: id, item: job.item, ...fields }))
      posted.set(name, String(value))
    return actOnJob(posted, { tenant, member: member as never, at: over })
  }
  expect(await press({ step: 'held', materialMinor: 'some' })).toMatchObject({
    ok: false,
    answer: { data: { errors: { materialMinor: 'forms:choose' } }, init: { status: 422 } },
  })
  expect(await press({ step: 'held', materialMinor: '300', item: 'none' })).toMatchObject({
    ok: false,
  })
  expect(await press({ step: 'arrived', materialMinor: '300' })).toMatchObject({ ok: false })
  expect(await press({ step: 'held', materialMinor: '300' })).toMatchObject({ ok: true })
  const [item] = await owner`select state, final_minor from order_items where order_id = ${id}`
  expect({ ...item }).toEqual({ state: 'settled', final_minor: '4600' })
  expect(await today(over)).toContain('Held')

  const [row] = await owner`select feed_token from members where id = ${amina}`
  const calendar = await readCalendar(tenant, String(row?.['feed_token']), monday)
  expect(calendar?.jobs).toMatchObject([
    { title: 'Pruning', start: wednesday.epochMilliseconds, item: job.item },
  ])
  await expectSound()
})
