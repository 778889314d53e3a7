-- Each captured payment is in the books once, with its amount; each settled item has its journal.
select p.tenant_id, p.id from payments p
where p.state = 'captured' and (select -sum(e.minor) from ledger_journals j join ledger_entries e on e.tenant_id = j.tenant_id and e.journal_id = j.id
  where j.tenant_id = p.tenant_id and j.occasion = 'captured:' || p.id and e.account_code = 'held') is distinct from p.amount_minor
union all
select i.tenant_id, i.id from order_items i
where i.state = 'settled' and not exists (select from ledger_journals j
  where j.tenant_id = i.tenant_id and j.occasion = 'settled:' || i.id and j.item_id = i.id and j.order_id = i.order_id);
