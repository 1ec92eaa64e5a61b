-- What became of a producer's year: who said what when. Append-only, beside the year, for those who may read its figures; the ledger names the
-- changed fields only. Rows of the ledger from before this table keep the figures they were chained with.
create table producer_year_change (
  id uuid primary key,
  province_code text not null,
  producer_year_id uuid not null references producer_year (id),
  -- The version of the year this deed made.
  version integer not null,
  deed text not null check (deed in ('saved', 'filed', 'takenBack', 'checked', 'returned', 'imported')),
  -- By field: what a save changed; all that was told, where it was filed or brought in.
  figures jsonb not null default '{}',
  -- Of what was asked about again, by field.
  reasons jsonb not null default '{}',
  remark text not null default '',
  account_id text not null,
  actor_name text not null,
  at timestamptz not null,
  unique (producer_year_id, version)
);

create function f_producer_year_change_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a producer''s year does not change';
end $$;
create trigger producer_year_change_stays before update or delete on producer_year_change
  for each row execute function f_producer_year_change_stays();

-- The figures came by a sheet of the commune or the office, not from the producer.
alter table producer_year add column by_sheet boolean not null default false;

-- Who owes figures of a year: products with a recognition in force in it, without opening the certificates.
create index certificate_in_year on certificate (issued_on, last_valid_on) include (product_id) where state <> 'annulled';
