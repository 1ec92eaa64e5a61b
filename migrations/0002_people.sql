-- Administrative units by era, bodies, accounts (better-auth), roles.

create table unit (
  era text not null,
  code text not null,
  level text not null check (level in ('province', 'district', 'commune')),
  name text not null,
  full_name text not null,
  parent_code text,
  province_code text not null,
  name_folded text not null,
  primary key (era, code)
);
create index unit_parent on unit (era, province_code, level);
create index unit_folded on unit using gin (name_folded gin_trgm_ops);

create table unit_succession (
  old_era text not null,
  old_code text not null,
  old_name text not null,
  old_district text,
  old_province text,
  new_era text not null,
  new_code text not null,
  kind text not null check (kind in ('same', 'renamed', 'merged', 'split')),
  primary key (old_era, old_code, new_era, new_code)
);
create index unit_succession_new on unit_succession (new_era, new_code);

create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  phone text,
  lang text not null default 'vi' check (lang in ('vi', 'en')),
  province_code text not null default '38',
  demo boolean not null default false,
  blocked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth_session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references auth_user (id) on delete cascade
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
create table body (
  id uuid primary key,
  province_code text not null,
  kind text not null check (kind in ('provinceCommittee', 'ocopOffice', 'department', 'communeCommittee', 'association', 'laboratory', 'consultant', 'other')),
  name text not null,
  short_name text not null,
  tax_code text,
  unit_era text,
  unit_code text,
  address text,
  created_at timestamptz not null
);
create unique index body_commune on body (province_code, unit_era, unit_code) where kind = 'communeCommittee';

create table role_grant (
  id uuid primary key,
  account_id text not null references auth_user (id),
  role text not null check (role in ('producer', 'communeOfficer', 'communeLeader', 'office', 'advisor', 'leader', 'clerk', 'admin')),
  province_code text not null,
  body_id uuid references body (id),
  producer_id uuid,
  commune_code text,
  valid_from date not null,
  valid_to date,
  granted_by text,
  granted_at timestamptz not null,
  revoked_at timestamptz
);
create index role_grant_account on role_grant (account_id) where revoked_at is null;
create index role_grant_role on role_grant (province_code, role, commune_code) where revoked_at is null;
create index role_grant_producer on role_grant (producer_id) where revoked_at is null;

create table api_token (
  id uuid primary key,
  account_id text not null references auth_user (id),
  name text not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- A number series of a body: one per kind and year (year 0 = runs on over the years).
create table number_series (
  id uuid primary key,
  body_id uuid not null references body (id),
  kind text not null,
  year integer not null,
  last_number integer not null default 0,
  unique (body_id, kind, year)
);
create table number_entry (
  id uuid primary key,
  series_id uuid not null references number_series (id),
  number integer not null check (number > 0),
  suffix text not null default '',
  printed text not null,
  state text not null check (state in ('reserved', 'used', 'cancelled')),
  irregular boolean not null default false,
  reason text,
  document_id uuid,
  taken_by text,
  taken_at timestamptz not null,
  cancelled_at timestamptz,
  unique (series_id, number, suffix)
);

-- Issued papers are stored bytes, never regenerated.
create table document (
  id uuid primary key,
  province_code text not null,
  body_id uuid references body (id),
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  dossier_id uuid,
  title text not null,
  state text not null check (state in ('draft', 'issued', 'sent', 'cancelled')),
  number_entry_id uuid references number_entry (id),
  number text,
  issued_on date,
  signer text,
  sha256 text not null references stored_file (sha256),
  media_type text not null,
  file_name text not null,
  corrects_id uuid references document (id),
  created_by text,
  created_at timestamptz not null
);
create index document_subject on document (subject_kind, subject_id, kind);
create index document_dossier on document (dossier_id, kind);

create table document_signed_copy (
  id uuid primary key,
  document_id uuid not null references document (id),
  sha256 text not null references stored_file (sha256),
  media_type text not null,
  file_name text not null,
  differs boolean not null default false,
  note text,
  attached_by text not null,
  attached_at timestamptz not null
);
create index document_signed_copy_document on document_signed_copy (document_id);

-- Notices to a person, read in the program; a link only opens a page.
create table notice (
  id uuid primary key,
  account_id text not null references auth_user (id),
  kind text not null,
  dedupe text not null,
  subject_kind text not null,
  subject_id text not null,
  link text not null,
  params jsonb not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  unique (account_id, kind, dedupe)
);
create index notice_account on notice (account_id, created_at desc);
create index notice_unseen on notice (account_id) where seen_at is null;
