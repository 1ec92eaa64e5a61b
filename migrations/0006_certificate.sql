-- Recognition decisions, certificates, what the public sees.

create table recognition_decision (
  id uuid primary key,
  province_code text not null,
  round_id uuid references round (id),
  kind text not null check (kind in ('recognition', 'approval')),
  title text not null,
  state text not null check (state in ('draft', 'issued', 'cancelled')),
  number text,
  issued_on date,
  signer_name text,
  signer_post text,
  document_id uuid references document (id),
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null,
  issued_by text,
  issued_at timestamptz
);
create table recognition_item (
  decision_id uuid not null references recognition_decision (id),
  result_id uuid not null references result (id),
  dossier_id uuid not null references dossier (id),
  star integer not null check (star between 3 and 5),
  ordinal integer not null,
  primary key (decision_id, result_id)
);
create index recognition_item_result on recognition_item (result_id);
create index recognition_item_dossier on recognition_item (dossier_id);
create index recognition_decision_list on recognition_decision (province_code, state, created_at desc);
create unique index recognition_decision_number on recognition_decision (province_code, number, issued_on) where state = 'issued';

create table certificate (
  id uuid primary key,
  province_code text not null,
  commune_code text not null,
  verify_code text not null unique,
  product_code text not null,
  product_id uuid not null references product (id),
  producer_id uuid not null references producer (id),
  dossier_id uuid references dossier (id),
  decision_id uuid references recognition_decision (id),
  regulation_id text not null,
  set_no integer,
  sector text not null,
  star integer not null check (star between 3 and 5),
  issued_on date not null,
  last_valid_on date not null,
  state text not null check (state in ('valid', 'withdrawn', 'replaced', 'annulled')),
  state_reason text,
  state_since timestamptz,
  -- Withdrawal: ground of the law, number and date of the decision that withdrew it.
  state_ground text,
  state_decision text,
  state_decision_on date,
  replaced_by uuid references certificate (id),
  version integer not null default 1,
  product_name text not null,
  producer_name text not null,
  search_folded text generated always as (f_fold(product_name || ' ' || producer_name)) stored,
  photo_sha256 text,
  format integer not null,
  snapshot jsonb not null,
  document_id uuid references document (id),
  demo boolean not null default false,
  created_at timestamptz not null,
  check (last_valid_on > issued_on)
);
-- A product upgraded within one year keeps its code: only one certificate in force may carry it.
create unique index certificate_product_code on certificate (province_code, product_code) where dossier_id is not null and state = 'valid';
create index certificate_code on certificate (product_code);
create unique index certificate_current on certificate (product_id) where state = 'valid' and dossier_id is not null;
create index certificate_product on certificate (product_id, issued_on desc);
create index certificate_search on certificate using gin (search_folded gin_trgm_ops);
-- What the public lists: in force, by each order of the catalogue; the counts of the filters are read from these alone.
-- The folded words lie in the first so that a search for one or two letters, which no trigram serves, stays inside the index.
create index certificate_by_star on certificate (province_code, star desc, product_name, id) include (last_valid_on, sector, commune_code, search_folded) where state = 'valid';
create index certificate_by_name on certificate (province_code, product_name, id) include (last_valid_on) where state = 'valid';
create index certificate_newest on certificate (province_code, issued_on desc, id desc) include (last_valid_on) where state = 'valid';
create index certificate_commune on certificate (province_code, commune_code, state);
create index certificate_decision on certificate (decision_id) where decision_id is not null;
create index certificate_dossier on certificate (dossier_id) where dossier_id is not null;
create index certificate_recent on certificate (province_code, issued_on desc, id desc);
create index certificate_sector on certificate (province_code, sector);
create index certificate_expiry on certificate (province_code, last_valid_on) where state = 'valid';
-- The office's register, newest first, whatever the state.
create index certificate_register on certificate (province_code, issued_on desc, id desc);

create table result_letter (
  result_id uuid primary key references result (id),
  document_id uuid not null references document (id),
  issued_by text not null,
  issued_at timestamptz not null
);

create table ministry_pack (
  id uuid primary key,
  result_id uuid not null references result (id),
  dossier_id uuid not null references dossier (id),
  sha256 text not null references stored_file (sha256),
  manifest jsonb not null,
  built_by text not null,
  built_at timestamptz not null,
  sent_by text,
  sent_at timestamptz
);
create index ministry_pack_dossier on ministry_pack (dossier_id, built_at desc);
