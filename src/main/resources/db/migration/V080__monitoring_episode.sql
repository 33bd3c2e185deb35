-- Why the authorization of a version in service is asked anew. Owned by the package monitoring.
create schema monitoring;

-- At most one open episode a version: what is found later is added to it.
create table monitoring.episode (
  id            bigint      generated always as identity primary key,
  model_version text        not null,
  reason        text        not null
    check (reason in ('drift', 'change', 'expiry', 'silence', 'person')),
  level         text        check (level in ('watch', 'alarm', 'major')),
  because       text        not null,
  findings      jsonb       not null,
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  outcome       text,
  check ((closed_at is null) = (outcome is null))
);
create unique index episode_open on monitoring.episode (model_version) where closed_at is null;
create index episode_version on monitoring.episode (model_version, id);

grant usage on schema monitoring to sallyport_application;
grant select, insert, update on monitoring.episode to sallyport_application;
