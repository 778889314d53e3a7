-- A co-op's own house: who belongs, by which rules, how it looks to the street.

create table member_classes (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null check (char_length(name) between 1 and 80),
  weight integer not null default 1 check (weight > 0),
  primary key (tenant_id, id),
  constraint member_classes_key unique (tenant_id, key)
);

create table files (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  mime text not null,
  bytes integer not null check (bytes > 0),
  width integer not null,
  height integer not null,
  thumbhash text,
  created_at timestamptz not null,
  created_by uuid,
  primary key (tenant_id, id)
);

create table members (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  class_id uuid not null,
  display_name text not null check (char_length(display_name) between 1 and 120),
  email text not null check (char_length(email) <= 254),
  locale text not null check (locale in ('en', 'ar', 'es', 'fr')),
  about text not null default '' check (char_length(about) <= 300),
  photo_id uuid,
  state text not null default 'active' check (state in ('active', 'suspended', 'left')),
  state_reason text,
  works boolean not null default true,
  feed_token text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (tenant_id, id),
  constraint members_person unique (tenant_id, person_id),
  constraint members_feed unique (tenant_id, feed_token)
);

create table offices (
  tenant_id uuid not null,
  member_id uuid not null,
  office text not null check (office in ('steward', 'treasurer', 'coordinator')),
  since timestamptz not null,
  primary key (tenant_id, member_id, office)
);

create table invitations (
  tenant_id uuid not null,
  id uuid not null,
  email text not null check (char_length(email) <= 254),
  name text not null default '' check (char_length(name) <= 120),
  class_id uuid not null,
  founding boolean not null default false,
  token_hash text not null,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  constraint invitations_token unique (tenant_id, token_hash)
);

create table charter_versions (
  tenant_id uuid not null,
  version integer not null check (version > 0),
  clauses jsonb not null,
  hash text not null,
  adopted_at timestamptz not null,
  proposal_id uuid,
  primary key (tenant_id, version)
);

create table ratifications (
  tenant_id uuid not null,
  version integer not null,
  clause_key text not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, version, clause_key, member_id)
);

create table storefronts (
  tenant_id uuid not null primary key,
  headline text not null check (char_length(headline) between 1 and 160),
  lead text not null default '' check (char_length(lead) <= 600),
  about text not null default '' check (char_length(about) <= 4000),
  area text not null default '' check (char_length(area) <= 160),
  since_year integer,
  contact_email text not null default '' check (char_length(contact_email) <= 254),
  contact_phone text not null default '' check (char_length(contact_phone) <= 40),
  updated_at timestamptz not null
);

-- What members did in their own house, for members to read. The federation's looks through a support door stand here too.
create table activities (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  member_id uuid,
  actor_name text not null,
  act text not null,
  detail jsonb not null default '{}',
  primary key (tenant_id, id)
);

alter table members add constraint members_class_fk foreign key (tenant_id, class_id) references member_classes (tenant_id, id);
alter table members add constraint members_photo_fk foreign key (tenant_id, photo_id) references files (tenant_id, id);
alter table offices add constraint offices_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table invitations add constraint invitations_class_fk foreign key (tenant_id, class_id) references member_classes (tenant_id, id);
alter table ratifications add constraint ratifications_version_fk foreign key (tenant_id, version) references charter_versions (tenant_id, version);
alter table ratifications add constraint ratifications_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);

create unique index invitations_open on invitations (tenant_id, email) where accepted_at is null and withdrawn_at is null;
create index activities_at on activities (tenant_id, at desc);

select app.protect(t, 'select, insert, update') from unnest(array['member_classes', 'members', 'invitations', 'storefronts']) t;
select app.protect(t, 'select, insert, update, delete') from unnest(array['files', 'offices']) t;
select app.protect(t, 'select, insert') from unnest(array['charter_versions', 'ratifications', 'activities']) t;

create trigger append_only before update or delete on charter_versions for each row execute function app.refuse_change();
create trigger append_only before update or delete on ratifications for each row execute function app.refuse_change();
create trigger append_only before update or delete on activities for each row execute function app.refuse_change();
