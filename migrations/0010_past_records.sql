-- Recognitions of the past as their sources print them, the files they came from, and what is left to a person; bodies that ended.

-- One file brought in. Rows are checked first and written when somebody confirms; `rows_done` is where a cut run goes on.
create table import_batch (
  id uuid primary key,
  province_code text not null,
  kind text not null check (kind in ('certificates')),
  file_name text not null,
  file_sha256 text not null references stored_file (sha256),
  state text not null check (state in ('checked', 'running', 'done', 'cancelled')),
  rows_total integer not null check (rows_total >= 0),
  rows_done integer not null default 0 check (rows_done >= 0 and rows_done <= rows_total),
  expected jsonb not null,
  written jsonb not null default '{}',
  created_by text not null,
  created_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  moved_at timestamptz not null,
  finished_at timestamptz
);
create index import_batch_list on import_batch (province_code, created_at desc);
-- The same file is never being written twice at once.
create unique index import_batch_running on import_batch (province_code, file_sha256) where state = 'running';

create table import_row (
  batch_id uuid not null references import_batch (id),
  ordinal integer not null check (ordinal > 0),
  line integer not null,
  cells jsonb not null,
  expected text not null check (expected in ('new', 'unchanged', 'changed', 'person', 'bad')),
  reasons jsonb not null,
  written text check (written in ('new', 'unchanged', 'changed', 'person', 'bad')),
  record_id uuid,
  primary key (batch_id, ordinal)
);
create index import_row_expected on import_row (batch_id, expected, ordinal);

-- What a source says was recognised. Every column but the product may be unknown; nothing is filled in by us.
create table past_recognition (
  id uuid primary key,
  province_code text not null,
  identity text not null,
  source_id text,
  product text not null,
  producer text,
  commune text,
  district text,
  province text,
  -- The unit of that time, as deep as the source names it; and where that land is today, where it is certain.
  unit_era text,
  unit_code text,
  now_commune_code text,
  now_province_code text,
  star integer check (star between 1 and 5),
  score numeric(5, 2) check (score between 0 and 100),
  year integer,
  round text,
  decision_no text,
  decision_date date,
  authority text,
  status text,
  recognised boolean,
  sector text,
  grade text,
  source text,
  batch_id uuid not null references import_batch (id),
  line integer not null,
  product_folded text not null,
  producer_folded text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((unit_era is null) = (unit_code is null)),
  foreign key (unit_era, unit_code) references unit (era, code),
  unique (province_code, identity)
);
create index past_recognition_producer on past_recognition (province_code, producer_folded);
create index past_recognition_product on past_recognition (province_code, product_folded);
create index past_recognition_source_id on past_recognition (province_code, source_id) where source_id is not null;
create index past_recognition_unit on past_recognition (unit_era, unit_code);
create index past_recognition_search on past_recognition using gin (product_folded gin_trgm_ops);

-- Every row ever taken from a file, by what it says: the same row again changes nothing, whatever became of it.
create table past_source_row (
  province_code text not null,
  row_key text not null,
  batch_id uuid not null references import_batch (id),
  line integer not null,
  record_id uuid references past_recognition (id),
  primary key (province_code, row_key)
);

-- What the program may not decide: which unit is meant, whether two rows are one recognition.
create table import_question (
  id uuid primary key,
  province_code text not null,
  batch_id uuid not null references import_batch (id),
  line integer not null,
  kind text not null check (kind in ('unit', 'near')),
  why text not null,
  row_key text not null,
  cells jsonb not null,
  candidates jsonb not null,
  record_id uuid references past_recognition (id),
  answer text check (answer in ('assigned', 'unknown', 'separate', 'merged', 'rejected')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null,
  check ((answer is null) = (decided_at is null))
);
create index import_question_open on import_question (province_code, kind, created_at, id) where answer is null;
create index import_question_batch on import_question (batch_id, line);

-- A body that ended: its last day, and who took its work over.
alter table body add column valid_to date;
alter table body add column successor_id uuid references body (id);
