-- An order waits while an item waits, is paid while money of one is held, is done when one was settled and none is open.
select o.tenant_id, o.id, o.state, i.states
from orders o left join lateral (
  select array_agg(state order by state) as states from order_items where tenant_id = o.tenant_id and order_id = o.id
) i on true
where o.state is distinct from case
  when 'placed' = any(i.states) then 'placed'
  when 'paid' = any(i.states) then 'paid'
  when 'settled' = any(i.states) then 'done'
  when 'cancelled' = any(i.states) then 'cancelled'
  when 'lapsed' = any(i.states) then 'lapsed'
end;
