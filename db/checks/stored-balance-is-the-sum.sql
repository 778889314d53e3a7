-- The balance kept of a guarded account is the sum of its entries.
select a.tenant_id, a.code, a.balance_minor, coalesce(sum(e.minor), 0) as entries
from ledger_accounts a left join ledger_entries e on e.tenant_id = a.tenant_id and e.account_code = a.code
where a.guarded group by a.tenant_id, a.code, a.balance_minor having a.balance_minor <> coalesce(sum(e.minor), 0);
