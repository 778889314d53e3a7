-- What a payment says went back is the sum of its refunds, and never more than was paid.
select p.tenant_id, p.id, p.refunded_minor, coalesce(sum(r.amount_minor), 0) as refunds
from payments p left join refunds r on r.tenant_id = p.tenant_id and r.payment_id = p.id
group by p.tenant_id, p.id, p.refunded_minor, p.amount_minor
having p.refunded_minor <> coalesce(sum(r.amount_minor), 0) or p.refunded_minor > p.amount_minor;
