-- Who is asked, what they saw, and what they signed. Owned by the package authority.
create schema if not exists authority;

-- One row per open task: what the inbox shows, written in the engine's transaction.
create table authority.inbox (
  task_id          text        primary key,
  task             text        not null, -- id in the diagram, shared by form and page
  name             text        not null,
  model_version    text        not null,
  process_instance text        not null,
  root_instance    text        not null,
  assignee         text,
  groups           text[]      not null,
  created_at       timestamptz not null,
  due_at           timestamptz,
  ended_at         timestamptz
);
create index inbox_open_assignee on authority.inbox (assignee, due_at) where ended_at is null;
create index inbox_open_groups on authority.inbox using gin (groups) where ended_at is null;
create index inbox_version on authority.inbox (model_version);

-- What a person saw when opening a task (F03): kept, so that it can be shown again for ever.
create table authority.packet (
  sha256    text        primary key,
  task_id   text        not null,
  bytes     bytea       not null,
  opened_at timestamptz not null
);

-- A decision on its way to the signature: the exact statement that the person is asked to sign.
create table authority.pending (
  task_id   text        not null,
  person    text        not null,
  statement bytea       not null,
  sha256    text        not null,
  packet    text        not null references authority.packet,
  outcome   text        not null,
  grounds   text        not null,
  limits    jsonb       not null,
  stated_at timestamptz not null,
  primary key (task_id, person)
);

-- Signed decisions: one per task and person.
create table authority.signature (
  task_id          text        not null,
  person           text        not null,
  task             text        not null,
  process_instance text        not null,
  model_version    text        not null,
  outcome          text        not null,
  envelope         text        not null,
  signed_at        timestamptz not null,
  primary key (task_id, person)
);
create index signature_instance on authority.signature (process_instance);

grant usage on schema authority to sallyport_application;
grant select, insert, update on authority.inbox to sallyport_application;
grant select, insert on authority.packet, authority.signature to sallyport_application;
grant select, insert, update, delete on authority.pending to sallyport_application;
