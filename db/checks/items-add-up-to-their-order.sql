-- What an order asks its customer to pay is what its items may come to together; and no order is without an item.
select o.tenant_id, o.id, o.total_minor, sum(i.most_minor) as items
from orders o left join order_items i on i.tenant_id = o.tenant_id and i.order_id = o.id
group by o.tenant_id, o.id, o.total_minor having sum(i.most_minor) is distinct from o.total_minor;
