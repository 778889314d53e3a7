-- Double entry. A positive amount is a debit, a negative one a credit. Written once; a mistake is reversed, once.

create table ledger_accounts (
  tenant_id uuid not null,
  code text not null check (char_length(code) <= 80),
  kind text not null check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
  member_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- A guarded account is owed to somebody and may never be overdrawn; its balance is kept, under its row's lock.
  -- The others are hot: their balance is the sum of their entries, and no row serialises those who write them.
  guarded boolean not null,
  balance_minor bigint not null default 0,
  primary key (tenant_id, code),
  constraint ledger_accounts_currency unique (tenant_id, code, currency),
  constraint ledger_accounts_never_overdrawn check (not guarded or balance_minor <= 0),
  constraint ledger_accounts_hot_keep_none check (guarded or balance_minor = 0)
);

create table ledger_journals (
  tenant_id uuid not null,
  id uuid not null,
  occasion text not null,
  payload_hash text not null,
  kind text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  order_id uuid,
  at timestamptz not null,
  posted_at timestamptz not null default now(),
  reverses_id uuid,
  memo text not null default '',
  primary key (tenant_id, id),
  constraint ledger_journals_occasion unique (tenant_id, occasion),
  constraint ledger_journals_reversed_once unique (tenant_id, reverses_id),
  constraint ledger_journals_currency unique (tenant_id, id, currency)
);

create table ledger_entries (
  tenant_id uuid not null,
  journal_id uuid not null,
  position integer not null,
  account_code text not null,
  currency text not null,
  minor bigint not null check (minor <> 0),
  primary key (tenant_id, journal_id, position)
);

alter table ledger_accounts add constraint ledger_accounts_member_fk foreign key (tenant_id, member_id) references members (tenant_id, id);
alter table ledger_journals add constraint ledger_journals_order_fk foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table ledger_journals add constraint ledger_journals_reverses_fk foreign key (tenant_id, reverses_id) references ledger_journals (tenant_id, id);
alter table ledger_entries add constraint ledger_entries_journal_fk foreign key (tenant_id, journal_id, currency) references ledger_journals (tenant_id, id, currency);
alter table ledger_entries add constraint ledger_entries_account_fk foreign key (tenant_id, account_code, currency) references ledger_accounts (tenant_id, code, currency);

create index ledger_journals_at on ledger_journals (tenant_id, at desc);
create index ledger_journals_order on ledger_journals (tenant_id, order_id);
create index ledger_entries_account on ledger_entries (tenant_id, account_code);

select app.protect(t, 'select, insert') from unnest(array['ledger_accounts', 'ledger_journals', 'ledger_entries']) t;
grant update (balance_minor) on ledger_accounts to twiza_tenant;

create function app.keep_balance() returns trigger language plpgsql as $$
begin
  update ledger_accounts set balance_minor = balance_minor + new.minor
  where tenant_id = new.tenant_id and code = new.account_code and guarded;
  return null;
end $$;

-- Judged when the transaction commits, once all entries of the journal are there.
create function app.judge_journal() returns trigger language plpgsql as $$
declare total numeric; lines integer;
begin
  select coalesce(sum(minor), 0), count(*) into total, lines
  from ledger_entries where tenant_id = new.tenant_id and journal_id = new.id;
  if total <> 0 or lines < 2 then
    raise exception 'journal % does not balance', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- Entries arrive with their journal or never: a journal of an earlier transaction is closed.
create function app.refuse_late_entry() returns trigger language plpgsql as $$
begin
  if not exists (
    select from ledger_journals where tenant_id = new.tenant_id and id = new.journal_id and posted_at = now()
  ) then
    raise exception 'journal % is already written', new.journal_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function app.guard_account() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.tenant_id, new.code, new.kind, new.currency, new.guarded) is distinct from (old.tenant_id, old.code, old.kind, old.currency, old.guarded) or pg_trigger_depth() < 2 then
    raise exception 'an account changes only through its entries' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger append_only before update or delete on ledger_journals for each row execute function app.refuse_change();
create trigger append_only before update or delete on ledger_entries for each row execute function app.refuse_change();
create trigger arrives_with_its_journal before insert on ledger_entries for each row execute function app.refuse_late_entry();
create trigger keeps_the_balance after insert on ledger_entries for each row execute function app.keep_balance();
create trigger changes_through_entries before update or delete on ledger_accounts for each row execute function app.guard_account();
create constraint trigger balances after insert on ledger_journals
  deferrable initially deferred for each row execute function app.judge_journal();
