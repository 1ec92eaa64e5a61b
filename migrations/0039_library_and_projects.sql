-- Two more registers (decision 32): what one may look up and take home, and what is tried out beside the yearly cycle.

-- Legal texts and policies with the days they hold, guidance, files of the programme's identity, what is known of markets
-- (S1:113, S1:157, S2:93, S3:272; S2:89, S3:61; S1:219, S0:111).
create table library_item (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('law', 'policy', 'guidance', 'identity', 'market')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  number text not null default '',
  issuer text not null default '',
  issued_on date not null,
  -- Null: it holds until it is ended.
  valid_to date,
  link text,
  content text not null default '',
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check (valid_to >= issued_on)
);
create index library_item_list on library_item (authority, issued_on desc, id);

-- Pilot models, projects, science tasks, the founding of co-operatives, green products (S1:101, S1:119, S1:165; S1:115, S1:191, S3:219; S3:159; S0:111, S1:211).
create table programme_project (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('model', 'project', 'science', 'founding', 'green')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  lead_body text not null default '',
  decision_number text not null default '',
  starts_on date not null,
  ends_on date,
  unit_era text,
  commune_code text,
  producer_id uuid references producer (id),
  product_id uuid references product (id),
  amount bigint check (amount between 0 and 1000000000000000),
  result text not null default '',
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check ((commune_code is null) = (unit_era is null)),
  check (ends_on >= starts_on)
);
create index programme_project_list on programme_project (authority, starts_on desc, id);

-- What an advanced commune has chosen to bring into the programme (S1:237).
alter table ntm_status add column key_products text not null default '';
