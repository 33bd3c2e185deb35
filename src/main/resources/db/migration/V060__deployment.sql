-- What is authorized to answer now, and who asked. Owned by the package deployment.
create schema deployment;

-- In service is a row, not a token. At most one open period an endpoint.
create table deployment.service_period (
  id               bigint      generated always as identity primary key,
  endpoint         text        not null,
  model_version    text        not null,
  authorization_id text        not null, -- digest of the fact by which Gate 3 was passed
  configuration    text        not null, -- the endpoint configuration that was verified
  consumers        text[]      not null,
  opened_at        timestamptz not null,
  expires          timestamptz not null,
  suspended_at     timestamptz,
  closed_at        timestamptz
);
create unique index service_period_open on deployment.service_period (endpoint)
  where closed_at is null;
create index service_period_version on deployment.service_period (model_version);

-- One committed row before each answer leaves (S15). Never the payload.
create table deployment.invocation (
  id               uuid        primary key,
  requester        text        not null,
  endpoint         text        not null,
  authorization_id text,
  request_sha256   text        not null,
  received_at      timestamptz not null,
  status           integer     not null,
  refused_by       text,
  latency_micros   bigint      not null
);
create index invocation_endpoint on deployment.invocation (endpoint, received_at desc);

grant usage on schema deployment to sallyport_application;
grant select, insert, update on deployment.service_period to sallyport_application;
grant select, insert on deployment.invocation to sallyport_application;
