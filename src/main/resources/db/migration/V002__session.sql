-- Sessions of the browser (Spring Session's own PostgreSQL tables) and what a login is worth.
create schema session;

create table session.spring_session (
  primary_id            char(36)     not null constraint spring_session_pk primary key,
  session_id            char(36)     not null,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval int          not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on session.spring_session (session_id);
create index spring_session_ix2 on session.spring_session (expiry_time);
create index spring_session_ix3 on session.spring_session (principal_name);

create table session.spring_session_attributes (
  session_primary_id char(36)     not null
    constraint spring_session_attributes_fk references session.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);

-- One row per logged-in browser session. A session whose row is gone, or whose sid has ended, is
-- dead. The row's lock orders the refreshes: a refresh token is good for one use only.
create table session.login (
  login_id      uuid        not null primary key,
  session_id    char(36)    not null,
  sid           text        not null,
  subject       text        not null,
  username      text        not null,
  name          text        not null,
  groups        text[]      not null,
  auth_time     timestamptz not null,
  learnt_at     timestamptz not null,
  active_at     timestamptz not null,
  refresh_token text        not null
);
create index login_sid on session.login (sid);
create index login_active_at on session.login (active_at);

-- What the sign-in server has ended. Kept apart from session.login, so that its call never waits
-- for a refresh that holds the row's lock.
create table session.ended (
  sid      text        not null primary key,
  ended_at timestamptz not null
);

grant usage on schema session to sallyport_application;
grant select, insert, update, delete on all tables in schema session to sallyport_application;
