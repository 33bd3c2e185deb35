-- How often a program has looked at which held-out rows (F08). Owned by the package gates.
create schema gates;

-- A verdict of Gate 1 that was told; retries of one instance are one look.
create table gates.look (
  process_instance text        primary key,
  program          text        not null,
  model_version    text        not null,
  looked_at        timestamptz not null
);
create index look_program on gates.look (program);

-- The held-out rows of a look, each by the hash of its parsed values.
create table gates.look_row (
  process_instance text not null references gates.look,
  row_hash         text not null,
  primary key (process_instance, row_hash)
);
create index look_row_hash on gates.look_row (row_hash);

grant usage on schema gates to sallyport_application;
grant select, insert on gates.look, gates.look_row to sallyport_application;
