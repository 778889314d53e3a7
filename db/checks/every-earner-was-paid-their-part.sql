-- What a settled item gave its workers went to those who earn by it, to each by their weight, to the last unit.
with parts as (
  select i.tenant_id, i.id as item_id, a.member_id, -sum(e.minor) as minor
  from order_items i
  join ledger_journals j on j.tenant_id = i.tenant_id and j.item_id = i.id and j.kind = 'settled'
  join ledger_entries e on e.tenant_id = i.tenant_id and e.journal_id = j.id
  join ledger_accounts a on a.tenant_id = i.tenant_id and a.code = e.account_code and a.member_id is not null
  where i.state = 'settled' group by i.tenant_id, i.id, a.member_id
), earners as (
  select r.tenant_id, r.item_id, r.member_id, r.weight, sum(r.weight) over (partition by r.tenant_id, r.item_id) as whole
  from order_earners r join order_items i on i.tenant_id = r.tenant_id and i.id = r.item_id
  where i.state = 'settled' and r.until is null
), pools as (
  select tenant_id, item_id, sum(minor) as pool from parts group by tenant_id, item_id
)
select coalesce(p.tenant_id, e.tenant_id) as tenant_id, coalesce(p.item_id, e.item_id) as item_id,
  coalesce(p.member_id, e.member_id) as member_id, p.minor, e.weight
from parts p
full join earners e on e.tenant_id = p.tenant_id and e.item_id = p.item_id and e.member_id = p.member_id
left join pools s on s.tenant_id = e.tenant_id and s.item_id = e.item_id
where e.member_id is null or e.whole = 0
  or abs(coalesce(p.minor, 0) - coalesce(s.pool, 0) * e.weight / e.whole) >= 1;
