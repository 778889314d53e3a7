-- What belongs to the federation as a whole. None of it holds a foreign key to a co-op's own tables.

create table tenants (
  id uuid primary key,
  slug text not null constraint tenants_slug unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){2,31}$'),
  name text not null check (char_length(name) between 1 and 80),
  tagline text not null default '' check (char_length(tagline) <= 200),
  trade text not null default '' check (char_length(trade) <= 80),
  city text not null default '' check (char_length(city) <= 80),
  country text not null check (country ~ '^[A-Z]{2}$'),
  locale text not null check (locale in ('en', 'ar', 'es', 'fr')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  blueprint text not null,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  colour_2 text not null check (colour_2 ~ '^#[0-9a-f]{6}$'),
  logo_key text,
  state text not null default 'founding' check (state in ('founding', 'open', 'suspended', 'left')),
  state_reason text,
  state_since timestamptz not null,
  payments text not null default 'direct' check (payments in ('direct', 'pooled')),
  placement text not null default 'home',
  created_at timestamptz not null,
  opened_at timestamptz
);

create table hosts (
  host text primary key check (host = lower(host)),
  tenant_id uuid not null,
  created_at timestamptz not null
);

create table people (
  id uuid primary key,
  email text not null constraint people_email unique check (char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 120),
  locale text not null check (locale in ('en', 'ar', 'es', 'fr')),
  password_hash text,
  email_verified_at timestamptz,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table sessions (
  token_hash text primary key,
  person_id uuid not null,
  host text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  dies_at timestamptz not null
);

create table person_tokens (
  token_hash text primary key,
  purpose text not null check (purpose in ('verify-email', 'reset-password', 'hand-over')),
  person_id uuid not null,
  email text,
  host text,
  return_to text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table federation_admins (
  person_id uuid primary key,
  added_at timestamptz not null,
  added_by uuid
);

create table delegates (
  tenant_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, person_id)
);

-- What the federation takes and what no charter may undercut. Versions are added, never changed.
create table federation_terms (
  version integer primary key check (version > 0),
  fee_bp integer not null check (fee_bp between 0 and 2000),
  workers_floor_bp integer not null check (workers_floor_bp between 0 and 10000),
  hourly_floors jsonb not null default '{}',
  reason text not null,
  changed_by uuid,
  from_at timestamptz not null
);

create table audit_log (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  act text not null,
  tenant_id uuid,
  detail jsonb not null default '{}'
);

create table support_doors (
  id uuid primary key,
  tenant_id uuid not null,
  admin_id uuid not null,
  admin_name text not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  minutes integer not null check (minutes between 15 and 1440),
  state text not null default 'requested' check (state in ('requested', 'open', 'refused', 'closed')),
  requested_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  expires_at timestamptz,
  closed_at timestamptz
);

create table processor_accounts (
  account text primary key,
  tenant_id uuid not null constraint processor_accounts_tenant unique,
  state text not null default 'ready' check (state in ('opening', 'ready', 'restricted')),
  created_at timestamptz not null
);

create table processor_events (
  id text primary key,
  account text,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null,
  handled_at timestamptz
);

create table founding_drafts (
  id uuid primary key,
  secret_hash text not null,
  data jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'building', 'built', 'failed')),
  step text not null default '',
  failure text,
  person_id uuid,
  tenant_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- What the console and the directory show of each co-op, refreshed by a job in that co-op's own transaction.
create table tenant_figures (
  tenant_id uuid primary key,
  members integer not null default 0,
  orders_12m integer not null default 0,
  sales_12m_minor bigint not null default 0,
  workers_12m_minor bigint not null default 0,
  co_op_12m_minor bigint not null default 0,
  federation_12m_minor bigint not null default 0,
  card_12m_minor bigint not null default 0,
  hourly_median_minor bigint,
  reviews integer not null default 0,
  stars_sum integer not null default 0,
  last_order_at timestamptz,
  refreshed_at timestamptz not null
);

-- The outbox. A co-op's transaction may put a letter in; only the federation's role reads and posts.
create table mails (
  id uuid primary key,
  tenant_id uuid,
  template text not null,
  to_email text not null check (char_length(to_email) <= 254),
  to_name text not null default '',
  locale text not null check (locale in ('en', 'ar', 'es', 'fr')),
  data jsonb not null,
  promised_at timestamptz not null,
  subject text,
  html text,
  body text,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);

create index hosts_tenant on hosts (tenant_id);
create index sessions_person on sessions (person_id);
create index person_tokens_person on person_tokens (person_id, purpose);
create index audit_log_at on audit_log (at desc);
create index audit_log_tenant on audit_log (tenant_id, at desc);
create index support_doors_tenant on support_doors (tenant_id, requested_at desc);
create index processor_events_unhandled on processor_events (received_at) where handled_at is null;
create index mails_unsent on mails (promised_at) where sent_at is null;
create index mails_to on mails (to_email, promised_at desc);

select app.federate(t, 'select, insert, update, delete')
from unnest(array['hosts', 'sessions', 'person_tokens', 'federation_admins', 'delegates', 'founding_drafts', 'tenant_figures']) t;
select app.federate(t, 'select, insert, update')
from unnest(array['tenants', 'people', 'support_doors', 'processor_accounts', 'processor_events', 'mails']) t;
select app.federate(t, 'select, insert') from unnest(array['federation_terms', 'audit_log']) t;

-- What a co-op's own transaction may see or add of these: its own rows, and nothing else.
alter table tenants enable row level security;
alter table tenants force row level security;
alter table support_doors enable row level security;
alter table support_doors force row level security;
alter table audit_log enable row level security;
alter table audit_log force row level security;
alter table mails enable row level security;
alter table mails force row level security;
alter table processor_accounts enable row level security;
alter table processor_accounts force row level security;
alter table tenant_figures enable row level security;
alter table tenant_figures force row level security;

do $$
declare t text;
begin
  foreach t in array array['support_doors', 'audit_log', 'mails', 'processor_accounts', 'tenant_figures'] loop
    execute format('create policy own_rows_only on %I to twiza_tenant
      using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
  foreach t in array array['tenants', 'support_doors', 'audit_log', 'mails', 'processor_accounts', 'tenant_figures'] loop
    execute format('create policy federation_all on %I to twiza_federation using (true) with check (true)', t);
    execute format('create policy auditor_reads_all on %I for select to twiza_auditor using (true)', t);
  end loop;
end $$;
create policy own_row_only on tenants to twiza_tenant
  using (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid);

grant select on tenants, support_doors, audit_log, processor_accounts, tenant_figures to twiza_tenant;
grant select on federation_terms to twiza_tenant;
grant insert on mails, audit_log to twiza_tenant;
grant insert, update on tenant_figures to twiza_tenant;

create trigger append_only before update or delete on audit_log for each row execute function app.refuse_change();
create trigger append_only before update or delete on federation_terms for each row execute function app.refuse_change();

insert into federation_terms (version, fee_bp, workers_floor_bp, hourly_floors, reason, from_at)
values (1, 100, 8000, '{"GBP": 1221, "EUR": 1188, "USD": 1500, "EGP": 4000, "MAD": 2000}', 'The terms the federation opened with.', '2024-01-01T00:00:00Z');
