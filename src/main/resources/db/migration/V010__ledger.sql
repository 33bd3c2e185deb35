-- The ledger: facts are inserted, never changed (S08). Owned by the package custody.
create schema ledger;

-- One row per subject: locked by whoever decides about it, and deals the ordinals of its facts.
create table ledger.subject (
  subject  text    primary key,
  ordinals integer not null default 0
);

create table ledger.fact (
  id               bigint      generated always as identity primary key,
  subject          text        not null references ledger.subject,
  ordinal          integer     not null check (ordinal > 0),
  kind             text        not null,
  kind_version     integer     not null check (kind_version > 0),
  actor            text        not null,
  letter           text,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  process_instance text,
  activity         text,
  definition       text,
  bytes            bytea       not null, -- RFC 8785: the truth; the columns beside it are for searching
  transaction_id   xid8        not null default pg_current_xact_id(),
  sha256           text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sha384           text        not null check (sha384 ~ '^[0-9a-f]{96}$'),
  unique (subject, ordinal)
);
create index fact_kind on ledger.fact (kind, recorded_at);

-- Signed statements (DSSE). One without a fact that names its digest is void.
create table ledger.envelope (
  sha256      text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  subject     text        not null references ledger.subject,
  bytes       bytea       not null,
  recorded_at timestamptz not null
);
create index envelope_subject on ledger.envelope (subject);

-- Which envelopes lie in the evidence bucket; a job copies those that do not.
create table ledger.envelope_copy (
  sha256    text        primary key references ledger.envelope,
  copied_at timestamptz not null
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger/append-only: % on %.% is refused; facts are never changed',
    tg_op, tg_table_schema, tg_table_name;
end $$;

create trigger fact_is_never_changed before update or delete on ledger.fact
  for each row execute function ledger.refuse_change();
create trigger fact_is_never_truncated before truncate on ledger.fact
  for each statement execute function ledger.refuse_change();
create trigger envelope_is_never_changed before update or delete on ledger.envelope
  for each row execute function ledger.refuse_change();
create trigger envelope_is_never_truncated before truncate on ledger.envelope
  for each statement execute function ledger.refuse_change();

grant usage on schema ledger to sallyport_application;
grant select, insert on ledger.fact, ledger.envelope, ledger.envelope_copy to sallyport_application;
grant select, insert, update (ordinals) on ledger.subject to sallyport_application;
