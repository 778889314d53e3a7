-- An order is one payment for one or more items. An item is one listing of a kind, with its choices, its price, those
-- who earn by it and a state of its own; what only visits know is in a table of theirs. What there was moves over: each
-- order becomes an order with one item, which takes the order's id, so that the occasions of its journals stay true.

create table order_items (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  position integer not null check (position >= 0),
  listing_id uuid not null,
  kind text not null constraint order_items_kind check (kind ~ '^[a-z][a-z-]*$'),
  title text not null,
  choices jsonb not null,
  -- Placed: the customer may still pay. Paid: the money is held. Settled: it is shared out.
  state text not null default 'placed' check (state in ('placed', 'paid', 'settled', 'cancelled', 'lapsed')),
  -- What was said it would cost, the most the customer agreed to (which is what is paid in advance), and what it came to.
  quoted_minor bigint not null check (quoted_minor >= 0),
  most_minor bigint not null,
  final_minor bigint,
  settled_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('customer', 'co-op')),
  cancel_reason text,
  primary key (tenant_id, id),
  constraint order_items_place unique (tenant_id, order_id, position),
  constraint order_items_of_order unique (tenant_id, order_id, id),
  constraint order_items_quote_within_bound check (quoted_minor <= most_minor),
  constraint order_items_final_within_bound check (final_minor between 0 and most_minor),
  constraint order_items_settled_at_a_price check (state <> 'settled' or (final_minor is not null and settled_at is not null)),
  constraint order_items_cancelled_by_somebody check (state <> 'cancelled' or (cancelled_at is not null and cancelled_by is not null))
);

-- Who earns by an item, from when, and by which weight its workers' part is shared out among them.
create table order_earners (
  tenant_id uuid not null,
  item_id uuid not null,
  member_id uuid not null,
  weight bigint not null check (weight >= 0),
  since timestamptz not null,
  until timestamptz,
  primary key (tenant_id, item_id, member_id),
  constraint order_earners_span check (until >= since)
);

create table order_visits (
  tenant_id uuid not null,
  item_id uuid not null,
  team_size integer not null check (team_size > 0),
  work_minutes integer not null check (work_minutes >= 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  address jsonb,
  notes text not null default '' check (char_length(notes) <= 1000),
  changes integer not null default 0,
  primary key (tenant_id, item_id),
  constraint order_visits_span check (ends_at > starts_at)
);

-- Which kinds there are is for the code to say, which has one folder for each.
alter table listings drop constraint listings_kind_check;
alter table listings add constraint listings_kind check (kind ~ '^[a-z][a-z-]*$');

alter table order_lines add column item_id uuid;
alter table order_lines add column phase text default 'quoted';
alter table bookings add column item_id uuid;
alter table refunds add column item_id uuid;
alter table reviews add column item_id uuid;
alter table ledger_journals add column item_id uuid;

-- What a listing is said to take "from" is how long it takes its customer, not how long all work together.
alter table listings no force row level security;
update listings set from_minutes = greatest(15, ceil(from_minutes / (fields->>'teamSize')::numeric / 15) * 15) where kind = 'visit';
alter table listings force row level security;

-- The owner is under the policies too, and what is written once stays written, but for these lines.
alter table orders no force row level security;
alter table order_lines no force row level security;
alter table bookings no force row level security;
alter table payments no force row level security;
alter table refunds no force row level security;
alter table reviews no force row level security;
alter table ledger_accounts no force row level security;
alter table ledger_journals no force row level security;
alter table ledger_entries no force row level security;
alter table order_lines disable trigger append_only;
alter table ledger_journals disable trigger append_only;

insert into order_items (tenant_id, id, order_id, position, listing_id, kind, title, choices, state, quoted_minor, most_minor,
    final_minor, settled_at, cancelled_at, cancelled_by, cancel_reason)
  select tenant_id, id, id, 0, listing_id, kind, title, choices, case state when 'done' then 'settled' else state end,
    total_minor, total_minor, total_minor, done_at, cancelled_at, cancelled_by, cancel_reason
  from orders;

insert into order_visits (tenant_id, item_id, team_size, work_minutes, starts_at, ends_at, address, notes, changes)
  select tenant_id, id, team_size, work_minutes, starts_at, ends_at, address, notes, changes from orders;

-- Who comes, or came: each by the minutes they were there, as it was shared out; where nobody checked in, all alike.
insert into order_earners (tenant_id, item_id, member_id, weight, since)
  select tenant_id, order_id, member_id, case when state = 'done' and bool_or(minutes > 0) over team then minutes else 1 end, paid_at
  from (
    select o.tenant_id, b.order_id, b.member_id, o.state, o.paid_at, case
        when b.checked_in_at is null or b.checked_out_at is null then 0
        else greatest(1, floor(extract(epoch from b.checked_out_at - b.checked_in_at) / 60 + 0.5))::bigint
      end as minutes
    from orders o
    join bookings b on b.tenant_id = o.tenant_id and b.order_id = o.id and b.state <> 'released'
    where o.state in ('paid', 'done')
  ) worked
  window team as (partition by tenant_id, order_id);

-- Who was to come to what was cancelled late, and has their part of what was kept.
insert into order_earners (tenant_id, item_id, member_id, weight, since, until)
  select o.tenant_id, o.id, a.member_id, 1, o.paid_at, o.cancelled_at
  from orders o
  join ledger_journals j on j.tenant_id = o.tenant_id and j.occasion = 'cancelled:' || o.id
  join ledger_entries e on e.tenant_id = o.tenant_id and e.journal_id = j.id
  join ledger_accounts a on a.tenant_id = o.tenant_id and a.code = e.account_code and a.member_id is not null
  where o.state = 'cancelled';

update order_lines set item_id = order_id;
update bookings set item_id = order_id;
update reviews set item_id = order_id;
-- What came too late for its order went back whole: of no item, but of the payment.
update refunds r set item_id = r.order_id where not exists (
  select from ledger_journals j where j.tenant_id = r.tenant_id and j.occasion = 'returned:' || r.payment_id);
update ledger_journals set item_id = order_id where kind in ('settled', 'cancelled', 'refunded');

alter table order_lines enable trigger append_only;
alter table ledger_journals enable trigger append_only;
alter table orders force row level security;
alter table order_lines force row level security;
alter table bookings force row level security;
alter table payments force row level security;
alter table refunds force row level security;
alter table reviews force row level security;
alter table ledger_accounts force row level security;
alter table ledger_journals force row level security;
alter table ledger_entries force row level security;

alter table order_lines drop constraint order_lines_pkey;
alter table order_lines drop column order_id;
alter table bookings drop column order_id;
alter table reviews drop column order_id;
alter table orders drop column listing_id;
alter table orders drop column kind;
alter table orders drop column title;
alter table orders drop column choices;
alter table orders drop column work_minutes;
alter table orders drop column team_size;
alter table orders drop column starts_at;
alter table orders drop column ends_at;
alter table orders drop column address;
alter table orders drop column notes;
alter table orders drop column done_at;
alter table orders drop column cancelled_at;
alter table orders drop column cancelled_by;
alter table orders drop column cancel_reason;
alter table orders drop column changes;

alter table order_lines alter column item_id set not null;
alter table order_lines alter column phase set not null;
alter table bookings alter column item_id set not null;
alter table reviews alter column item_id set not null;
alter table order_lines add constraint order_lines_pkey primary key (tenant_id, item_id, phase, position);
alter table order_lines add constraint order_lines_phase check (phase in ('quoted', 'final'));
alter table reviews add constraint reviews_item unique (tenant_id, item_id);
alter table ledger_journals add constraint ledger_journals_name_their_item check (item_id is not null or kind in ('captured', 'returned'));

alter table order_items add constraint order_items_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table order_items add constraint order_items_listing_fk foreign key (tenant_id, listing_id) references listings (tenant_id, id);
alter table order_earners add constraint order_earners_item_fk foreign key (tenant_id, item_id) references order_items (tenant_id, id);
alter table order_earners add constraint order_earners_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table order_visits add constraint order_visits_item_fk foreign key (tenant_id, item_id) references order_items (tenant_id, id);
alter table order_lines add constraint order_lines_item_fk foreign key (tenant_id, item_id) references order_items (tenant_id, id);
alter table bookings add constraint bookings_item_fk foreign key (tenant_id, item_id) references order_items (tenant_id, id);
alter table reviews add constraint reviews_item_fk foreign key (tenant_id, item_id) references order_items (tenant_id, id);
alter table refunds add constraint refunds_item_fk foreign key (tenant_id, order_id, item_id) references order_items (tenant_id, order_id, id);
alter table ledger_journals add constraint ledger_journals_item_fk foreign key (tenant_id, order_id, item_id) references order_items (tenant_id, order_id, id);

create index order_items_listing on order_items (tenant_id, listing_id);
create index order_earners_member on order_earners (tenant_id, member_id);
create index order_visits_starts on order_visits (tenant_id, starts_at);
create index bookings_item on bookings (tenant_id, item_id);
create index refunds_item on refunds (tenant_id, item_id);
create index ledger_journals_item on ledger_journals (tenant_id, item_id);

select app.protect(t, 'select, insert, update') from unnest(array['order_items', 'order_earners', 'order_visits']) t;

-- What was sold, and the bound that was agreed to, stay; what it came to is said once.
create function app.guard_item() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.id, new.order_id, new.position, new.listing_id, new.kind, new.title, new.choices, new.quoted_minor, new.most_minor)
      is distinct from (old.tenant_id, old.id, old.order_id, old.position, old.listing_id, old.kind, old.title, old.choices, old.quoted_minor, old.most_minor)
    or (old.final_minor is not null and new.final_minor is distinct from old.final_minor) then
    raise exception 'what was sold does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger stays_as_sold before update on order_items for each row execute function app.guard_item();
