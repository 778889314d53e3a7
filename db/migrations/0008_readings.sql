-- Decisions that protect: two readings, each with its own electors and ballots, and a sunset that is kept.

alter table ballots drop constraint ballots_elector_fk;
alter table ballots drop constraint ballots_one_a_member;
alter table electors drop constraint electors_pkey;
alter table electors add column reading smallint not null default 1 check (reading in (1, 2));
alter table ballots add column reading smallint not null default 1 check (reading in (1, 2));
alter table electors add primary key (tenant_id, proposal_id, reading, member_id);
alter table ballots add constraint ballots_one_a_member unique (tenant_id, proposal_id, reading, member_id);
alter table ballots add constraint ballots_elector_fk foreign key (tenant_id, proposal_id, reading, member_id)
  references electors (tenant_id, proposal_id, reading, member_id);

alter table proposals drop constraint proposals_state_check;
alter table proposals add constraint proposals_state_check check (state in
  ('discussion', 'voting', 'passed', 'failed', 'cooling-off', 'in-force', 'withdrawn', 'overtaken', 'lapsed'));
alter table proposals add column readings smallint not null default 1 check (readings in (1, 2));
alter table proposals add column reading smallint not null default 1;
alter table proposals add constraint proposals_reading_check check (reading between 1 and readings);
alter table proposals add column reverts_to jsonb;
alter table proposals add column renews_id uuid;
alter table proposals add column followed_by uuid;
alter table proposals add column reminded_at timestamptz;
alter table proposals add column lapsed_at timestamptz;
alter table proposals add constraint proposals_renews_fk foreign key (tenant_id, renews_id) references proposals (tenant_id, id);
alter table proposals add constraint proposals_followed_fk foreign key (tenant_id, followed_by) references proposals (tenant_id, id);

-- What is undecided when this runs is decided by the stricter rule. The owner is under the policies too, but for this line.
alter table proposals no force row level security;
update proposals set readings = 2 where direction = 'protective-down' and state in ('discussion', 'voting');
alter table proposals force row level security;

-- A reading that passed and made way for the next. Its ballots stay, to be counted again by whoever wants to.
create table readings (
  tenant_id uuid not null,
  proposal_id uuid not null,
  reading smallint not null check (reading in (1, 2)),
  opened_at timestamptz not null,
  closed_at timestamptz not null,
  tally jsonb not null,
  primary key (tenant_id, proposal_id, reading)
);
alter table readings add constraint readings_proposal_fk foreign key (tenant_id, proposal_id) references proposals (tenant_id, id);
select app.protect('readings', 'select, insert');
create trigger append_only before update or delete on readings for each row execute function app.refuse_change();

alter table charter_versions add column reason text not null default 'decision' check (reason in ('decision', 'sunset'));
