-- What a payment says went back is the sum of its refunds, and never more than was paid; of an item neither.
select p.tenant_id, p.id, p.refunded_minor, coalesce(sum(r.amount_minor), 0) as refunds
from payments p left join refunds r on r.tenant_id = p.tenant_id and r.payment_id = p.id
group by p.tenant_id, p.id, p.refunded_minor, p.amount_minor
having p.refunded_minor <> coalesce(sum(r.amount_minor), 0) or p.refunded_minor > p.amount_minor
union all
select i.tenant_id, i.id, i.most_minor, sum(r.amount_minor)
from order_items i join refunds r on r.tenant_id = i.tenant_id and r.item_id = i.id
group by i.tenant_id, i.id, i.most_minor having sum(r.amount_minor) > i.most_minor;
