-- What watches over the work: which workers live, how long the queue has waited, and what was paid, held or told to us
-- and never came to an end.

-- A worker says here every few seconds that it lives. The locks of one that does not are freed, so that its jobs are
-- done by another.
create table app.queue_workers (
  pool text primary key,
  beat_at timestamptz not null default now()
);
grant select, insert, update, delete on app.queue_workers to twiza_queue;

-- How many jobs are due, and since when the oldest is.
grant create on schema app to twiza_queue;
set local role twiza_queue;
create function app.queue_state() returns table (due_jobs bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*), coalesce(extract(epoch from now() - min(run_at)), 0)::double precision
  from graphile_worker._private_jobs where is_available and run_at <= now()
$$;
revoke execute on function app.queue_state() from public;
grant execute on function app.queue_state() to twiza_federation;
reset role;
revoke create on schema app from twiza_queue;

-- When the sweep last asked the processor for an unfinished payment.
alter table payments add column checked_at timestamptz;
create index payments_started on payments (started_at) where state = 'started' and session is not null;
create index orders_unpaid on orders (hold_until) where state = 'placed';

-- The two functions look into every co-op with the auditor's eyes, because a sweep must not have to open each co-op to
-- learn that it has nothing to do. They tell whose, and which page of payment, and nothing else.
grant create on schema app to twiza_auditor;
set local role twiza_auditor;
-- A payment is asked for a minute after it began, then after two, four, eight and so on, until its page is closed.
create function app.unfinished_payments(at timestamptz, most integer) returns table (tenant_id uuid, session text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.tenant_id, p.session from public.payments p
  where p.state = 'started' and p.session is not null and p.started_at <= at - interval '1 minute'
    and (p.checked_at is null or p.checked_at + (p.checked_at - p.started_at) <= at)
  order by coalesce(p.checked_at, p.started_at) limit most
$$;
create function app.unreleased_holds(at timestamptz, most integer) returns table (tenant_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct o.tenant_id from public.orders o
  where o.state = 'placed' and o.hold_until <= at - interval '1 minute' limit most
$$;
revoke execute on function app.unfinished_payments(timestamptz, integer), app.unreleased_holds(timestamptz, integer) from public;
grant execute on function app.unfinished_payments(timestamptz, integer), app.unreleased_holds(timestamptz, integer) to twiza_federation;
reset role;
revoke create on schema app from twiza_auditor;
