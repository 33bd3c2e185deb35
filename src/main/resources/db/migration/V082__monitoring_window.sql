-- What was counted of the requests to a version in service, window by window.
create table monitoring.drift_window (
  model_version text        not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  state         text        not null default 'waiting'
    check (state in ('waiting', 'running', 'empty', 'broken', 'counted', 'judged')),
  attempt       integer     not null default 1, -- a job that broke is started anew
  counted_uri   text,                           -- of the window's counts, under their digest
  level         text        check (level in ('stable', 'watch', 'alarm', 'major')),
  primary key (model_version, starts_at),
  check ((state in ('counted', 'judged')) = (counted_uri is not null)),
  check ((state = 'judged') = (level is not null))
);

grant select, insert, update on monitoring.drift_window to sallyport_application;
