-- What members propose and decide. A secret ballot carries no member; that somebody voted stands on the electors' roll.

create table proposals (
  tenant_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  title text not null check (char_length(title) between 1 and 160),
  body text not null default '' check (char_length(body) <= 8000),
  author_id uuid not null,
  clause_key text,
  amendment jsonb,
  base_version integer,
  direction text not null default 'neutral' check (direction in ('protective-up', 'neutral', 'protective-down')),
  method text not null default 'majority' check (method in ('majority', 'consent')),
  secret boolean not null,
  quorum_bp integer not null check (quorum_bp between 0 and 10000),
  majority_bp integer not null check (majority_bp between 5000 and 10000),
  over_half_of_members boolean not null default false,
  state text not null default 'discussion'
    check (state in ('discussion', 'voting', 'passed', 'failed', 'cooling-off', 'in-force', 'withdrawn', 'overtaken')),
  impact jsonb,
  raised_at timestamptz not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  effective_at timestamptz,
  in_force_at timestamptz,
  in_force_version integer,
  sunset_at timestamptz,
  tally jsonb,
  primary key (tenant_id, id),
  constraint proposals_number unique (tenant_id, number),
  constraint proposals_span check (closes_at > opens_at)
);

create table electors (
  tenant_id uuid not null,
  proposal_id uuid not null,
  member_id uuid not null,
  weight integer not null check (weight > 0),
  voted_at timestamptz,
  primary key (tenant_id, proposal_id, member_id)
);

create table ballots (
  tenant_id uuid not null,
  proposal_id uuid not null,
  id uuid not null,
  member_id uuid,
  choice text not null,
  reason text not null default '' check (char_length(reason) <= 1000),
  weight integer not null check (weight > 0),
  cast_at timestamptz,
  primary key (tenant_id, proposal_id, id),
  constraint ballots_one_a_member unique (tenant_id, proposal_id, member_id)
);

create table comments (
  tenant_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  member_id uuid not null,
  body text not null check (char_length(body) between 1 and 4000),
  at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id)
);

alter table proposals add constraint proposals_author_fk foreign key (tenant_id, author_id) references members (tenant_id, id);
alter table electors add constraint electors_proposal_fk foreign key (tenant_id, proposal_id) references proposals (tenant_id, id);
alter table electors add constraint electors_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table ballots add constraint ballots_proposal_fk foreign key (tenant_id, proposal_id) references proposals (tenant_id, id);
alter table ballots add constraint ballots_elector_fk foreign key (tenant_id, proposal_id, member_id) references electors (tenant_id, proposal_id, member_id);
alter table comments add constraint comments_proposal_fk foreign key (tenant_id, proposal_id) references proposals (tenant_id, id);
alter table comments add constraint comments_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);

create index proposals_state on proposals (tenant_id, state, closes_at);
create index comments_proposal on comments (tenant_id, proposal_id, at);

select app.protect(t, 'select, insert, update') from unnest(array['proposals', 'electors', 'ballots', 'comments']) t;
