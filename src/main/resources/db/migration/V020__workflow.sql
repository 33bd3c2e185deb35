-- What the engine does, in tables of ours that pages may ask. Owned by the package workflow.
create schema workflow;

-- Where cases are and have been: one row per entry into an activity.
create table workflow.activity (
  id               text        primary key,
  root_instance    text        not null,
  process_instance text        not null,
  process          text        not null,
  definition       text        not null, -- the release that the case runs on
  activity         text        not null,
  kind             text        not null,
  entered_at       timestamptz not null,
  left_at          timestamptz,
  canceled         boolean     not null default false
);
create index activity_root on workflow.activity (root_instance, entered_at);
create index activity_instance on workflow.activity (process_instance, activity);

-- Which AWS resource's change wakes which instance; an endpoint is awaited by each of its versions.
create table workflow.awaited (
  resource         text not null,
  process_instance text not null,
  message          text not null,
  primary key (resource, process_instance)
);

-- Events from AWS: kept before they are acknowledged, told to the case that waits.
create table workflow.event (
  id          text        primary key, -- resource and status: duplicates are one row
  resource    text        not null,
  received_at timestamptz not null,
  told_at     timestamptz
);
create index event_untold on workflow.event (received_at) where told_at is null;

grant usage on schema workflow to sallyport_application;
grant select, insert, update on workflow.activity, workflow.event to sallyport_application;
grant select, insert on workflow.awaited to sallyport_application;
