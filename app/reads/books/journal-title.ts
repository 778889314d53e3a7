import { sql } from 'drizzle-orm'
import type { TenantId } from '#app/kernel/ids.ts'

/**
 * Selects the title of a journal `j`: the title of its item, or the titles of all items when it is the whole order's.
 */
export const titleOfJournal = (tenant: TenantId) => sql<string | null>`(
  select string_agg(i.title, ' · ' order by i.position) from order_items i
  where i.tenant_id = ${tenant} and i.order_id = j.order_id and (j.item_id is null or i.id = j.item_id))`
