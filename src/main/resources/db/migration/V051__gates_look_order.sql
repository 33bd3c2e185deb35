-- Looks are counted in the order in which they were taken, not by anybody's clock (R27).
alter table gates.look add column taken bigint generated always as identity;
