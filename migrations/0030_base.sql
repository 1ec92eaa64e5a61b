-- Foundations of the programme office: people of other bodies, files of records that are no dossier, tables brought in from a sheet.

alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in (
  'producer', 'communeOfficer', 'communeLeader', 'office', 'advisor', 'leader', 'clerk', 'bodyOfficer', 'admin'));
alter table role_grant add constraint role_grant_body_officer check (role <> 'bodyOfficer' or body_id is not null);
create index role_grant_body on role_grant (body_id) where revoked_at is null;

-- A file under the record that owns it. Taking it away marks the row; the bytes stay.
create table attachment (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  province_code text not null,
  authority text not null,
  sha256 text not null references stored_file (sha256),
  file_name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  caption text,
  added_by text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by text,
  check ((removed_at is null) = (removed_by is null))
);
create index attachment_subject on attachment (subject_kind, subject_id, added_at);
-- The same file sent twice is one file.
create unique index attachment_once on attachment (subject_kind, subject_id, sha256) where removed_at is null;

-- A sheet brought in: checked row by row first, written when somebody confirms, once and whole.
create table sheet_batch (
  id uuid primary key,
  kind text not null,
  subject_id uuid,
  province_code text not null,
  authority text not null,
  file_name text not null,
  file_sha256 text not null references stored_file (sha256),
  state text not null check (state in ('checked', 'done', 'cancelled')),
  -- Where the head row was found, and what the file holds that is not taken.
  reading jsonb not null,
  counts jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  check ((state = 'done') = (confirmed_at is not null)),
  check ((confirmed_at is null) = (confirmed_by is null))
);
create index sheet_batch_list on sheet_batch (authority, kind, created_at desc);

create table sheet_row (
  batch_id uuid not null references sheet_batch (id),
  ordinal integer not null check (ordinal > 0),
  line integer not null check (line > 0),
  label text not null,
  cells jsonb not null,
  -- What is wrong with the row as it lies in the file, whatever its cells say: merged cells, cells beyond the head.
  broken jsonb,
  outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'bad')),
  reasons jsonb not null,
  record_id uuid,
  primary key (batch_id, ordinal),
  check ((outcome = 'bad') = (reasons <> '[]'::jsonb))
);
create index sheet_row_outcome on sheet_row (batch_id, outcome, ordinal);
