-- The subject of everything: models and their versions. Owned by the package models.
create schema models;

-- A name belongs to one program, and deals the numbers of its versions.
create table models.model (
  name     text    primary key,
  program  text    not null,
  versions integer not null default 0
);

create table models.version (
  id                text        primary key, -- <model>-<number>: the business key of its case
  model             text        not null references models.model,
  number            integer     not null,
  program           text        not null,
  submitter         text        not null,
  submitter_name    text        not null,
  tier              text        not null,
  state             text        not null,
  submission        bytea       not null, -- canonical JSON, as submitted
  submission_sha256 text        not null,
  submitted_at      timestamptz not null,
  root_instance     text,
  model_digest      text,
  changed_at        timestamptz not null,
  unique (model, number)
);
create index version_program on models.version (program, submitted_at desc);
create index version_digest on models.version (model_digest);

-- Jobs that run, or ran, for a version: what a page shows, and what a withdrawal stops.
create table models.job (
  name          text        primary key,
  model_version text        not null references models.version,
  kind          text        not null,
  started_at    timestamptz not null,
  ended_at      timestamptz
);
create index job_running on models.job (model_version) where ended_at is null;

grant usage on schema models to sallyport_application;
grant select, insert, update on models.model, models.version, models.job to sallyport_application;
