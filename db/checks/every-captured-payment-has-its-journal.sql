-- Each captured payment is in the books once, with its amount; each finished order is settled once.
select p.tenant_id, p.id from payments p
where p.state = 'captured' and (select -sum(e.minor) from ledger_journals j join ledger_entries e on e.tenant_id = j.tenant_id and e.journal_id = j.id
  where j.tenant_id = p.tenant_id and j.occasion = 'captured:' || p.id and e.account_code = 'held') is distinct from p.amount_minor
union all
select o.tenant_id, o.id from orders o
where o.state = 'done' and not exists (select from ledger_journals j where j.tenant_id = o.tenant_id and j.occasion = 'settled:' || o.id);
