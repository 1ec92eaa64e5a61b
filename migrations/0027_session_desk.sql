-- The desk a signed-in person chose for this session; null: the account's own desk.
alter table auth_session add column authority text;
