-- Producers, products, and the producer's library of papers.

create table producer (
  id uuid primary key,
  province_code text not null,
  unit_era text not null,
  commune_code text not null,
  address_line text not null default '',
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  legal_form text not null,
  local_capital_share integer check (local_capital_share between 0 and 100),
  tax_code text,
  registration_number text,
  registration_date date,
  registration_issuer text,
  head_name text not null default '',
  head_post text not null default '',
  phone text,
  email text,
  website text,
  history text not null default '',
  structure text not null default '',
  workers_total integer check (workers_total >= 0),
  workers_local integer check (workers_local >= 0),
  cooperative_grade text,
  profit_growth_years integer,
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (unit_era, commune_code) references unit (era, code)
);
create index producer_commune on producer (province_code, commune_code);
create index producer_folded on producer using gin (name_folded gin_trgm_ops);
create index producer_tax on producer (tax_code) where tax_code is not null;

-- Sensitive personal data (Law 91/2025): apart, and each reading is written in the ledger.
create table producer_private (
  producer_id uuid primary key references producer (id),
  head_sex text check (head_sex in ('female', 'male', 'other')),
  head_ethnicity text,
  head_disability boolean,
  updated_at timestamptz not null
);

alter table role_grant add foreign key (producer_id) references producer (id);

create table product (
  id uuid primary key,
  province_code text not null,
  producer_id uuid not null references producer (id),
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  description text not null default '',
  regulation_id text not null,
  set_no integer,
  serial_no integer,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index product_producer on product (producer_id);
create index product_folded on product using gin (name_folded gin_trgm_ops);

create table product_pack (
  id uuid primary key,
  product_id uuid not null references product (id),
  name text not null,
  net_content text not null default '',
  barcode text,
  ordinal integer not null
);
create index product_pack_product on product_pack (product_id, ordinal);

create table product_photo (
  id uuid primary key,
  product_id uuid not null references product (id),
  sha256 text not null references stored_file (sha256),
  media_type text not null,
  caption text not null default '',
  ordinal integer not null,
  created_at timestamptz not null
);
create index product_photo_product on product_photo (product_id, ordinal);

create table paper (
  id uuid primary key,
  province_code text not null,
  producer_id uuid not null references producer (id),
  kind text not null,
  title text not null,
  number text,
  issuer text,
  issued_on date,
  expires_on date,
  holder text,
  scope text,
  confidential boolean not null default false,
  facts jsonb not null default '{}',
  version integer not null default 1,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index paper_producer on paper (producer_id, kind);

create table paper_file (
  id uuid primary key,
  paper_id uuid not null references paper (id),
  sha256 text not null references stored_file (sha256),
  file_name text not null,
  media_type text not null,
  size bigint not null,
  page_count integer,
  ordinal integer not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index paper_file_paper on paper_file (paper_id, ordinal);
