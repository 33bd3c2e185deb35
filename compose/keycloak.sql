-- Keycloak's own role and database beside the product's, once, by the superuser.
-- The password comes as a setting of the session: PGOPTIONS="-c keycloak.password=..."
do $$
begin
  if coalesce(current_setting('keycloak.password', true), '') = '' then
    raise exception 'the setting keycloak.password is empty; the limit is a password';
  end if;
  execute format('create role keycloak login password %L', current_setting('keycloak.password'));
end
$$;

create database keycloak owner keycloak;
revoke all on database keycloak from public;
