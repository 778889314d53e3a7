-- The console's own: views that an admin keeps, and co-ops that are founded many at a time.

alter table person_tokens drop constraint person_tokens_purpose_check;
alter table person_tokens add constraint person_tokens_purpose_check
  check (purpose in ('verify-email', 'reset-password', 'first-password', 'hand-over'));

create table saved_views (
  person_id uuid not null,
  name text not null check (char_length(name) between 1 and 60),
  query text not null check (char_length(query) <= 500),
  created_at timestamptz not null,
  primary key (person_id, name)
);

create table imports (
  id uuid primary key,
  by_person uuid not null,
  by_name text not null,
  created_at timestamptz not null
);

create table import_rows (
  import_id uuid not null references imports (id),
  position integer not null,
  data jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'founded', 'refused')),
  refusal text,
  slug text not null,
  settled_at timestamptz,
  primary key (import_id, position)
);

select app.federate(t, 'select, insert, update, delete') from unnest(array['saved_views', 'imports', 'import_rows']) t;
