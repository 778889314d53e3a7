-- What is held for customers is exactly what they paid for work that is still to be done.
select t.id as tenant_id, coalesce(h.held, 0) as held, coalesce(o.owed, 0) as owed
from tenants t
left join (select tenant_id, -sum(minor) as held from ledger_entries where account_code = 'held' group by tenant_id) h on h.tenant_id = t.id
left join (select tenant_id, sum(most_minor) as owed from order_items where state = 'paid' group by tenant_id) o on o.tenant_id = t.id
where coalesce(h.held, 0) <> coalesce(o.owed, 0);
