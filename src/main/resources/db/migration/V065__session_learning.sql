-- Who learns a person's rights takes a turn, and holds no lock while the sign-in server is asked. A
-- turn that nobody gives back, its node having died, ends by itself.
alter table session.login add column learning_until timestamptz;
