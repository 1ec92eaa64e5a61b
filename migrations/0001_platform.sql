-- Foundations: search folding, the ledger, stored files, number registers, issued documents.
-- Floor: PostgreSQL 15. Keys are UUID v7 made by the application; every large table carries province_code.

create extension if not exists pg_trgm;
create collation if not exists vi (provider = icu, locale = 'vi');

-- The twin of fold() in src/platform/text: same result on both databases, tested together. IMMUTABLE, so indexes and generated columns
-- may use it; collate "C" keeps lower() to A–Z on every server.
create function f_fold(t text) returns text
language sql immutable strict parallel safe
as $fold$
  select btrim(
    regexp_replace(
      lower(
        regexp_replace(
          normalize(translate(normalize(t, NFC), 'đĐðÐƉɖ', 'dddddd'), NFD),
          '[\u0300-\u036f]', '', 'g'
        ) collate "C"
      ),
      '[\u0009-\u000d\u0020\u00a0\u2000-\u200b\u202f\u3000\ufeff]+', ' ', 'g'
    ),
    ' '
  )
$fold$;

-- One ledger per province. The head row serialises appends, so the chain has no forks.
create table audit_head (
  province_code text primary key,
  seq bigint not null,
  hash text not null
);

create table audit_entry (
  province_code text not null,
  seq bigint not null,
  at timestamptz not null,
  account_id text,
  actor_name text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  dossier_id uuid,
  payload jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (province_code, seq)
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, seq);
create index audit_entry_dossier on audit_entry (dossier_id, seq) where dossier_id is not null;
create index audit_entry_at on audit_entry (province_code, at);

-- Bytes live in the file store under their SHA-256; this says which ones must be there.
create table stored_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  created_at timestamptz not null
);

create table idempotency_key (
  account_id text not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (account_id, key)
);

create table setting (
  province_code text not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  updated_by text,
  primary key (province_code, key)
);

-- Rows an office adds to or changes in the shipped holiday table (src/platform/calendar/holidays.csv).
create table holiday (
  day date primary key,
  kind text not null check (kind in ('holiday', 'day-off', 'working', 'unconfirmed')),
  name text not null,
  source text not null default ''
);
