-- An order costs what its lines say.
select o.tenant_id, o.id, o.total_minor, coalesce(sum(l.amount_minor), 0) as lines
from orders o left join order_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id
group by o.tenant_id, o.id, o.total_minor having o.total_minor <> coalesce(sum(l.amount_minor), 0);
