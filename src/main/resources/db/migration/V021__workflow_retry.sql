-- What an operator had tried again, and why. Whether it helped is read from where the case went.
create table workflow.retry (
  id               bigint      generated always as identity primary key,
  job              text        not null,
  process_instance text        not null,
  activity         text        not null,
  model_version    text        not null,
  cause            text        not null,
  person           text        not null,
  name             text        not null,
  reason           text        not null,
  asked_at         timestamptz not null
);
create index retry_asked on workflow.retry (asked_at desc);

grant select, insert on workflow.retry to sallyport_application;
