-- What a step-up signature answers: random, for one session, person and task, once, five minutes.
create table authority.challenge (
  state            text        primary key,
  session_sha256   text        not null,
  subject          text        not null,
  task_id          text        not null,
  statement_sha256 text        not null check (statement_sha256 ~ '^[0-9a-f]{64}$'),
  challenge        text        not null,
  code_verifier    text        not null,
  created_at       timestamptz not null,
  used_at          timestamptz
);
create index challenge_created_at on authority.challenge (created_at);

grant select, insert, delete on authority.challenge to sallyport_application;
grant update (used_at) on authority.challenge to sallyport_application;
