-- What was sold does not change, by whoever writes it: the states of an item have one direction, and whoever earned by a
-- settled or cancelled item, and what its price was made of, stays.

-- An item is placed, then paid, then settled or cancelled. One that was not paid in time has lapsed, until its customer
-- pays late or another order takes its place.
create or replace function app.guard_item() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.id, new.order_id, new.position, new.listing_id, new.kind, new.title, new.choices, new.quoted_minor, new.most_minor)
      is distinct from (old.tenant_id, old.id, old.order_id, old.position, old.listing_id, old.kind, old.title, old.choices, old.quoted_minor, old.most_minor)
    or (old.final_minor is not null and new.final_minor is distinct from old.final_minor)
    or (old.state in ('settled', 'cancelled')
      and (new.settled_at, new.cancelled_at, new.cancelled_by, new.cancel_reason, new.final_minor)
        is distinct from (old.settled_at, old.cancelled_at, old.cancelled_by, old.cancel_reason, old.final_minor)) then
    raise exception 'what was sold does not change' using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
      ('placed', 'paid'), ('placed', 'cancelled'), ('placed', 'lapsed'),
      ('lapsed', 'paid'), ('lapsed', 'cancelled'),
      ('paid', 'settled'), ('paid', 'cancelled')) then
    raise exception 'an item that is % does not become %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- A member who leaves an item and returns has two rows, so that the time between is known. They have one claim at a time.
alter table order_earners drop constraint order_earners_pkey;
alter table order_earners add constraint order_earners_pkey primary key (tenant_id, item_id, member_id, since);
create unique index order_earners_one_claim on order_earners (tenant_id, item_id, member_id) where until is null;

-- Refunds, receipts and the members' accounts read the claims of an item that is settled or cancelled.
create function app.guard_earner() returns trigger language plpgsql as $$
begin
  if exists (select from order_items i
      where i.tenant_id = new.tenant_id and i.id = new.item_id and i.state in ('settled', 'cancelled')) then
    raise exception 'who earned by an item does not change' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and ((new.tenant_id, new.item_id, new.member_id, new.since)
      is distinct from (old.tenant_id, old.item_id, old.member_id, old.since)) then
    raise exception 'a claim stays its member’s' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger stays_as_earned before insert or update on order_earners for each row execute function app.guard_earner();

-- Quoted lines are written with their item, and final ones while its money is held and no final price is said.
create function app.guard_line() returns trigger language plpgsql as $$
begin
  if not exists (select from order_items i where i.tenant_id = new.tenant_id and i.id = new.item_id
      and case new.phase when 'quoted' then i.state = 'placed' else i.state = 'paid' and i.final_minor is null end) then
    raise exception 'what an item was made of does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger stays_as_priced before insert on order_lines for each row execute function app.guard_line();

-- The journal of an order's money names the item whose it is, but for a whole payment. Money of no order (a payout) has
-- neither.
alter table ledger_journals drop constraint ledger_journals_name_their_item;
alter table ledger_journals add constraint ledger_journals_name_their_item
  check (item_id is not null or order_id is null or kind in ('captured', 'returned'));
alter table ledger_journals add constraint ledger_journals_item_of_order check (item_id is null or order_id is not null);

comment on constraint activities_act on activities is 'What a name looks like. Which acts there are is for the code to say.';
comment on constraint audit_log_act on audit_log is 'What a name looks like. Which acts there are is for the code to say.';
comment on constraint order_items_kind on order_items is 'What a name looks like. Which kinds there are is for the code to say.';
comment on constraint listings_kind on listings is 'What a name looks like. Which kinds there are is for the code to say.';
