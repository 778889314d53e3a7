-- Which co-ops a person belongs to or has ordered from, so that their account finds its way to each. It says that and no more.

create table person_co_ops (
  person_id uuid not null,
  tenant_id uuid not null,
  kind text not null check (kind in ('member', 'customer')),
  primary key (person_id, tenant_id, kind)
);
create index person_co_ops_tenant on person_co_ops (tenant_id);

select app.federate('person_co_ops', 'select');
alter table person_co_ops enable row level security;
alter table person_co_ops force row level security;
create policy own_rows_only on person_co_ops to twiza_tenant
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy federation_all on person_co_ops to twiza_federation using (true) with check (true);
create policy auditor_reads_all on person_co_ops for select to twiza_auditor using (true);
grant select, insert, delete on person_co_ops to twiza_tenant;

-- Kept by the database, in the co-op's own transaction, so that no way in or out is forgotten.
create function app.note_belonging() returns trigger language plpgsql as $$
begin
  insert into person_co_ops (person_id, tenant_id, kind) values (new.person_id, new.tenant_id, tg_argv[0]) on conflict do nothing;
  return null;
end $$;
create function app.end_belonging() returns trigger language plpgsql as $$
begin
  delete from person_co_ops b where b.person_id = new.person_id and b.tenant_id = new.tenant_id and b.kind = 'member';
  return null;
end $$;
create trigger belongs after insert or update of state on members
  for each row when (new.state = 'active') execute function app.note_belonging('member');
create trigger belongs_no_more after update of state on members
  for each row when (new.state <> 'active') execute function app.end_belonging();
create trigger orders_here after insert or update of person_id on customers
  for each row when (new.person_id is not null) execute function app.note_belonging('customer');

-- The owner is under the policies too, but for these lines.
alter table members no force row level security;
alter table customers no force row level security;
alter table person_co_ops no force row level security;
insert into person_co_ops (person_id, tenant_id, kind)
  select person_id, tenant_id, 'member' from members where state = 'active'
  union select person_id, tenant_id, 'customer' from customers where person_id is not null;
alter table members force row level security;
alter table customers force row level security;
alter table person_co_ops force row level security;
