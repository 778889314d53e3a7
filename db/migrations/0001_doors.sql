-- The two doors of the database: a transaction speaks for one co-op, or for the federation, never for nobody.
-- Roles are made by db/bootstrap.sql. The web's login owns nothing and is granted nothing: it may only step in here.

create schema if not exists app;
create extension if not exists btree_gist;
create extension if not exists btree_gin;
grant usage on schema app, public to twiza_tenant, twiza_federation, twiza_auditor, twiza_web, twiza_queue;

create function app.use_tenant(tenant uuid) returns void language plpgsql as $$
begin
  execute format('set local app.tenant_id = %L', tenant);
  set local role twiza_tenant;
end $$;

create function app.use_federation() returns void language plpgsql as $$
begin
  set local app.tenant_id = '';
  set local role twiza_federation;
end $$;

-- The co-op this transaction speaks for, or null. On a pooled connection the setting is '' after its first use.
create function app.tenant() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.tenant_id', true), '')::uuid
$$;

-- Turns on row level security for a co-op's table, forced, and lets the auditor read all of it.
create function app.protect(tablename text, rights text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', tablename);
  execute format('alter table %I force row level security', tablename);
  execute format('create policy own_rows_only on %I to twiza_tenant
    using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
    with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', tablename);
  execute format('create policy auditor_reads_all on %I for select to twiza_auditor using (true)', tablename);
  execute format('grant %s on %I to twiza_tenant', rights, tablename);
  execute format('grant select on %I to twiza_auditor', tablename);
end $$;
revoke execute on function app.protect(text, text) from public;

-- A table of the federation as a whole: no tenant may touch it unless a later line says so.
create function app.federate(tablename text, rights text) returns void language plpgsql as $$
begin
  execute format('grant %s on %I to twiza_federation', rights, tablename);
  execute format('grant select on %I to twiza_auditor', tablename);
end $$;
revoke execute on function app.federate(text, text) from public;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Search text, folded: case, accents of Latin letters, Arabic letter variants, tatweel and vowel marks.
create function app.fold(said text) returns text language sql immutable parallel safe strict as $$
  select translate(
    lower(regexp_replace(normalize(said, nfkd), '[\u0300-\u036f\u064b-\u065f\u0670\u0640]', '', 'g')),
    'أإآٱىئؤة', 'ااااييوه')
$$;

-- Promises a job to the queue in the caller's own transaction. A key makes a second promise replace the first.
create function app.promise_job(task text, payload json, run_at timestamptz, job_key text)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(identifier := task, payload := payload, run_at := run_at,
    job_key := job_key, job_key_mode := case when job_key is null then null else 'replace' end, max_attempts := 12)
$$;
