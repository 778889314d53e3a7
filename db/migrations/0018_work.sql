-- Today, the job page and the calendar read the work of a member from who earns by what, whatever its kind. They ask for
-- what is open and what was settled lately, of a co-op that has settled a hundred thousand items.

create index order_items_open on order_items (tenant_id, id) where state = 'paid';
create index order_items_settled on order_items (tenant_id, settled_at) where state = 'settled';
