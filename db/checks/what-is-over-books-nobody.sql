-- No member stays booked for an item that lapsed or was cancelled.
select b.tenant_id, b.id, b.state, i.state as item_state from bookings b
join order_items i on i.tenant_id = b.tenant_id and i.id = b.item_id
where b.state <> 'released' and i.state in ('lapsed', 'cancelled');
