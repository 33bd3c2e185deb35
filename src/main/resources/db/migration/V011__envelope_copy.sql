-- One row per envelope that waits for, or lies in, the evidence bucket (design, rule 2): written with
-- the envelope, locked by the node that copies it.
drop table ledger.envelope_copy;

create table ledger.envelope_copy (
  sha256    text        primary key references ledger.envelope,
  since     timestamptz not null,
  due_at    timestamptz not null, -- not tried again before
  failures  integer     not null default 0,
  failure   text,
  copied_at timestamptz
);
create index envelope_copy_due on ledger.envelope_copy (due_at) where copied_at is null;

insert into ledger.envelope_copy (sha256, since, due_at)
select sha256, recorded_at, recorded_at
  from ledger.envelope;

grant select, insert, update on ledger.envelope_copy to sallyport_application;
