-- What two people can write at once has a version: a form that is older than what it would overwrite is shown both.
alter table listings add column version integer not null default 1;
alter table storefronts add column version integer not null default 1;
alter table members add column profile_version integer not null default 1;
alter table members add column week_version integer not null default 1;
alter table tenants add column colours_version integer not null default 1;
