-- No journal, in any co-op, has ever failed to balance, or had fewer than two lines. Any row below is a fault.
select j.tenant_id, j.id, coalesce(sum(e.minor), 0) as out_by, count(e.minor) as lines
from ledger_journals j left join ledger_entries e on e.tenant_id = j.tenant_id and e.journal_id = j.id
group by j.tenant_id, j.id having coalesce(sum(e.minor), 0) <> 0 or count(e.minor) < 2;
