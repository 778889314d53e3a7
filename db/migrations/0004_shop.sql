-- What a co-op sells, when its members can work, and what was ordered.

create table listings (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  kind text not null check (kind in ('visit', 'ride', 'licence', 'good')),
  title text not null check (char_length(title) between 1 and 120),
  summary text not null default '' check (char_length(summary) <= 300),
  body text not null default '' check (char_length(body) <= 6000),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  fields jsonb not null,
  from_minor bigint not null check (from_minor >= 0),
  from_minutes integer not null check (from_minutes >= 0),
  sample boolean not null default false,
  position integer not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  search tsvector generated always as (to_tsvector('simple', app.fold(title || ' ' || summary || ' ' || body))) stored,
  primary key (tenant_id, id),
  constraint listings_slug unique (tenant_id, slug)
);

create table listing_photos (
  tenant_id uuid not null,
  id uuid not null,
  listing_id uuid not null,
  file_id uuid not null,
  alt text not null default '' check (char_length(alt) <= 300),
  position integer not null default 0,
  primary key (tenant_id, id)
);

create table availability_rules (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute between 1 and 1440),
  primary key (tenant_id, id),
  constraint availability_rules_span check (until_minute > from_minute)
);

create table availability_exceptions (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  on_date date not null,
  kind text not null check (kind in ('off', 'extra')),
  from_minute integer not null default 0 check (from_minute between 0 and 1439),
  until_minute integer not null default 1440 check (until_minute between 1 and 1440),
  note text not null default '' check (char_length(note) <= 200),
  primary key (tenant_id, id),
  constraint availability_exceptions_span check (until_minute > from_minute)
);

create table customers (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid,
  name text not null check (char_length(name) between 1 and 120),
  email text not null check (char_length(email) <= 254),
  phone text not null default '' check (char_length(phone) <= 40),
  locale text not null check (locale in ('en', 'ar', 'es', 'fr')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table orders (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  token text not null,
  checkout_key text not null,
  customer_id uuid not null,
  listing_id uuid not null,
  kind text not null,
  title text not null,
  choices jsonb not null,
  state text not null default 'placed' check (state in ('placed', 'paid', 'done', 'cancelled', 'lapsed')),
  charter_version integer not null,
  split jsonb not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_minor bigint not null check (total_minor >= 0),
  work_minutes integer not null check (work_minutes >= 0),
  team_size integer not null check (team_size > 0),
  starts_at timestamptz,
  ends_at timestamptz,
  address jsonb,
  notes text not null default '' check (char_length(notes) <= 1000),
  locale text not null check (locale in ('en', 'ar', 'es', 'fr')),
  placed_at timestamptz not null,
  hold_until timestamptz,
  paid_at timestamptz,
  done_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('customer', 'co-op')),
  cancel_reason text,
  changes integer not null default 0,
  primary key (tenant_id, id),
  constraint orders_code unique (tenant_id, code),
  constraint orders_token unique (tenant_id, token),
  constraint orders_checkout unique (tenant_id, checkout_key),
  constraint orders_span check (ends_at > starts_at)
);

create table order_lines (
  tenant_id uuid not null,
  order_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('commissionable', 'pass-through', 'tip', 'earmark')),
  key text not null,
  label text not null,
  quantity integer not null check (quantity > 0),
  amount_minor bigint not null,
  purpose text,
  primary key (tenant_id, order_id, position)
);

-- One worker's time on one order. The exclusion constraint is what stops two customers from getting the same hour.
create table bookings (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  member_id uuid not null,
  during tstzrange not null,
  state text not null check (state in ('held', 'confirmed', 'released')),
  accepted_at timestamptz,
  checked_in_at timestamptz,
  checked_out_at timestamptz,
  primary key (tenant_id, id),
  constraint bookings_no_overlap exclude using gist (tenant_id with =, member_id with =, during with &&) where (state <> 'released')
);

create table payments (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  rail text not null check (rail in ('card', 'on-service')),
  account text,
  session text,
  processor_ref text,
  pay_url text,
  state text not null default 'started' check (state in ('started', 'captured', 'failed')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  fee_minor bigint not null default 0 check (fee_minor >= 0),
  refunded_minor bigint not null default 0,
  failure text,
  started_at timestamptz not null,
  captured_at timestamptz,
  primary key (tenant_id, id),
  constraint payments_ref unique (tenant_id, processor_ref),
  constraint payments_session unique (tenant_id, session),
  constraint payments_refund_within_capture check (refunded_minor between 0 and amount_minor)
);

create table refunds (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  reason text not null,
  state text not null default 'asked' check (state in ('asked', 'done', 'failed')),
  processor_ref text,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id)
);

create table reviews (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  listing_id uuid not null,
  customer_name text not null check (char_length(customer_name) between 1 and 120),
  stars smallint not null check (stars between 1 and 5),
  body text not null default '' check (char_length(body) <= 2000),
  created_at timestamptz not null,
  answer text check (char_length(answer) <= 2000),
  answered_by uuid,
  answered_at timestamptz,
  primary key (tenant_id, id),
  constraint reviews_order unique (tenant_id, order_id)
);

alter table listing_photos add constraint listing_photos_listing_fk foreign key (tenant_id, listing_id) references listings (tenant_id, id);
alter table listing_photos add constraint listing_photos_file_fk foreign key (tenant_id, file_id) references files (tenant_id, id);
alter table availability_rules add constraint availability_rules_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table availability_exceptions add constraint availability_exceptions_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table orders add constraint orders_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id);
alter table orders add constraint orders_listing_fk foreign key (tenant_id, listing_id) references listings (tenant_id, id);
alter table orders add constraint orders_charter_fk foreign key (tenant_id, charter_version) references charter_versions (tenant_id, version);
alter table order_lines add constraint order_lines_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table bookings add constraint bookings_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table bookings add constraint bookings_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table payments add constraint payments_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table refunds add constraint refunds_payment_fk foreign key (tenant_id, payment_id) references payments (tenant_id, id);
alter table refunds add constraint refunds_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table reviews add constraint reviews_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table reviews add constraint reviews_listing_fk foreign key (tenant_id, listing_id) references listings (tenant_id, id);

create index listings_search on listings using gin (tenant_id, search);
create index listings_shown on listings (tenant_id, state, position);
create index listing_photos_listing on listing_photos (tenant_id, listing_id, position);
create index availability_rules_member on availability_rules (tenant_id, member_id);
create index availability_exceptions_date on availability_exceptions (tenant_id, on_date);
create index customers_email on customers (tenant_id, email);
create index customers_person on customers (tenant_id, person_id);
create index orders_customer on orders (tenant_id, customer_id, placed_at desc);
create index orders_starts on orders (tenant_id, starts_at);
create index orders_holds on orders (tenant_id, hold_until) where state = 'placed';
create index bookings_order on bookings (tenant_id, order_id);
create index bookings_during on bookings using gist (tenant_id, during) where (state <> 'released');
create index payments_order on payments (tenant_id, order_id);
create index refunds_order on refunds (tenant_id, order_id);
create index reviews_listing on reviews (tenant_id, listing_id, created_at desc);

select app.protect(t, 'select, insert, update, delete')
from unnest(array['listings', 'listing_photos', 'availability_rules', 'availability_exceptions']) t;
select app.protect(t, 'select, insert, update')
from unnest(array['customers', 'orders', 'bookings', 'payments', 'refunds', 'reviews']) t;
select app.protect('order_lines', 'select, insert');

create trigger append_only before update or delete on order_lines for each row execute function app.refuse_change();
