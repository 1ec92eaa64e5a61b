-- Registers of the programme office. Every row belongs to a desk; who made it and who changed it is in the ledger. Rows are ended, not deleted.

create table training_course (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('training', 'studyTour', 'conference')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  -- cycle: the OCOP cycle; management; production; quality; packaging; marketing; digital; intellectualProperty; other
  topic text not null,
  audience text not null check (audience in ('officials', 'producers', 'both')),
  content text not null default '',
  organiser text not null default '',
  place text not null default '',
  online boolean not null default false,
  starts_on date not null,
  ends_on date not null,
  register_until date,
  seats integer check (seats > 0),
  -- Six letters a participant types to be on the list; new for every course.
  attendance_code text,
  code_open_until timestamptz,
  -- The session the code is for; null for a course without sessions.
  code_session integer,
  -- What came of it; of a study tour its report.
  result text not null default '',
  plan_family_id uuid,
  task_code text,
  state text not null check (state in ('planned', 'open', 'running', 'held', 'cancelled')),
  end_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check (starts_on <= ends_on)
);
create index training_course_list on training_course (authority, starts_on desc, id);
create index training_course_folded on training_course using gin (title_folded gin_trgm_ops);

create table training_session (
  id uuid primary key,
  course_id uuid not null references training_course (id),
  ordinal integer not null,
  held_on date not null,
  starts_at text,
  title text not null,
  teacher text not null default '',
  unique (course_id, ordinal)
);

create table training_material (
  id uuid primary key,
  authority text not null,
  title text not null,
  -- The framework it follows (QĐ 4464/QĐ-BNN-VPĐP, QĐ 3360/QĐ-BNN-VPĐP, QĐ 919/QĐ-TTg).
  framework text not null default '',
  topic text not null,
  link text,
  course_id uuid references training_course (id),
  ended_on date,
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null
);
create index training_material_list on training_material (authority, title, id);

-- One person in one course. A producer's people carry its id; officials their body or commune.
create table training_attendance (
  id uuid primary key,
  course_id uuid not null references training_course (id),
  person_name text not null,
  name_folded text generated always as (f_fold(person_name)) stored,
  role text not null check (role in ('producer', 'official', 'other')),
  producer_id uuid references producer (id),
  body_id uuid references body (id),
  commune_code text,
  account_id text references auth_user (id),
  phone text,
  source text not null check (source in ('registered', 'code', 'list', 'import')),
  sessions_present integer[] not null default '{}',
  present boolean,
  certificate_number text,
  certificate_document_id uuid references document (id),
  certificate_on date,
  removed_at timestamptz,
  removed_reason text,
  created_by text not null,
  created_at timestamptz not null
);
create unique index training_attendance_person on training_attendance (course_id, name_folded, coalesce(producer_id::text, ''), coalesce(phone, '')) where removed_at is null;
create index training_attendance_list on training_attendance (course_id, name_folded, id) where removed_at is null;
create index training_attendance_producer on training_attendance (producer_id) where producer_id is not null and removed_at is null;

create table promotion_event (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('fair', 'tradeLink', 'display', 'livestream', 'tour', 'conference', 'survey', 'festival', 'stall')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  organiser text not null default '',
  place text not null default '',
  -- Where: in the province, elsewhere in the country, abroad, online.
  reach text not null check (reach in ('province', 'country', 'abroad', 'online')),
  starts_on date not null,
  ends_on date not null,
  content text not null default '',
  plan_family_id uuid,
  task_code text,
  state text not null check (state in ('planned', 'open', 'held', 'cancelled')),
  visitors integer check (visitors >= 0),
  result text not null default '',
  end_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check (starts_on <= ends_on)
);
create index promotion_event_list on promotion_event (authority, starts_on desc, id);
create index promotion_event_folded on promotion_event using gin (title_folded gin_trgm_ops);

create table promotion_participation (
  id uuid primary key,
  event_id uuid not null references promotion_event (id),
  producer_id uuid not null references producer (id),
  product_id uuid not null references product (id),
  -- asked: by the producer; invited: by the office; taken: on the list; present: was there.
  state text not null check (state in ('asked', 'invited', 'taken', 'declined', 'present', 'absent')),
  -- Whole đồng.
  revenue bigint check (revenue >= 0),
  contracts integer check (contracts >= 0),
  contract_value bigint check (contract_value >= 0),
  note text not null default '',
  version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  unique (event_id, product_id)
);
create index promotion_participation_product on promotion_participation (product_id, state);
create index promotion_participation_producer on promotion_participation (producer_id);

-- Points of presentation and sale, and design–promotion–sale centres (QĐ 920/QĐ-BCT; S1:69, S1:99, S1:229, S3:131).
create table sales_point (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('point', 'centre')),
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  address text not null default '',
  unit_era text not null,
  commune_code text,
  district_code text,
  -- Outside the province (S3:133: airport, big cities).
  outside boolean not null default false,
  setting text not null check (setting in ('shop', 'market', 'mall', 'hotel', 'restStop', 'tourism', 'village', 'airport', 'other')),
  operator_name text not null,
  operator_producer_id uuid references producer (id),
  decision_number text,
  opened_on date not null,
  -- Criteria of the decision, each met or not, as chosen.
  criteria jsonb not null default '{}',
  latitude_e6 integer,
  longitude_e6 integer,
  state text not null check (state in ('planned', 'running', 'suspended', 'closed')),
  closed_on date,
  close_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check ((state = 'closed') = (closed_on is not null))
);
create index sales_point_list on sales_point (authority, state, name, id);
create index sales_point_folded on sales_point using gin (name_folded gin_trgm_ops);

-- Monthly proof that a point trades: once a month; a filed zero is not a missing month.
create table sales_point_month (
  point_id uuid not null references sales_point (id),
  month date not null check (extract(day from month) = 1),
  due_on date not null,
  revenue bigint check (revenue >= 0),
  products integer check (products >= 0),
  ocop_products integer check (ocop_products >= 0),
  note text not null default '',
  filed_by text,
  filed_at timestamptz,
  checked_by text,
  checked_at timestamptz,
  verdict text check (verdict in ('accepted', 'returned')),
  remark text not null default '',
  primary key (point_id, month)
);
create index sales_point_month_due on sales_point_month (due_on) where filed_at is null;

create table sales_point_product (
  point_id uuid not null references sales_point (id),
  product_id uuid not null references product (id),
  since date not null,
  until date,
  primary key (point_id, product_id, since)
);
create index sales_point_product_product on sales_point_product (product_id);

-- Shops, malls, supermarkets, floors: the whole of which a share is taken (S1:73), and where products are listed.
-- In the registers below `ended_on` is the first day a row no longer holds: in force on a day means since <= day and (ended_on is null or ended_on > day).
create table outlet (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('mall', 'supermarket', 'convenience', 'shop', 'floor', 'export', 'hotel', 'other')),
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  address text not null default '',
  unit_era text,
  commune_code text,
  website text,
  sells_ocop_since date,
  ended_on date,
  note text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check ((commune_code is null) = (unit_era is null))
);
create index outlet_list on outlet (authority, kind, name, id);

-- A producer sells through a channel, since when, with which product; checked by the office.
create table channel_listing (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  producer_id uuid not null references producer (id),
  product_id uuid references product (id),
  outlet_id uuid references outlet (id),
  kind text not null check (kind in ('mall', 'supermarket', 'convenience', 'shop', 'floor', 'export', 'social', 'livestream', 'hotel', 'other')),
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  link text,
  country text,
  since date not null,
  ended_on date,
  checked_by text,
  checked_on date,
  note text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index channel_listing_list on channel_listing (authority, since desc, id);
create index channel_listing_producer on channel_listing (producer_id, kind) where ended_on is null;
create index channel_listing_product on channel_listing (product_id) where product_id is not null;

create table consultant (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  kind text not null check (kind in ('firm', 'expert', 'institute')),
  field text not null,
  capacity text not null default '',
  phone text,
  email text,
  tax_code text,
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index consultant_list on consultant (authority, name, id);

create table consultant_contract (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  consultant_id uuid not null references consultant (id),
  producer_id uuid references producer (id),
  product_id uuid references product (id),
  number text not null default '',
  signed_on date not null,
  ends_on date,
  content text not null,
  amount bigint check (amount >= 0),
  result text not null default '',
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index consultant_contract_list on consultant_contract (authority, signed_on desc, id);
create index consultant_contract_consultant on consultant_contract (consultant_id);

create table material_area (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  area_code text,
  crop text not null,
  -- Hundredths of a hectare.
  area_ha_e2 bigint not null check (area_ha_e2 > 0),
  households integer check (households >= 0),
  unit_era text not null,
  commune_code text not null,
  since date not null,
  standard text not null default '',
  code_expires_on date,
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index material_area_list on material_area (authority, name, id);
create unique index material_area_code on material_area (province_code, area_code) where area_code is not null and ended_on is null;

-- Links and contracts along the value chain, a material area's among them (S1:65).
create table value_link (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  producer_id uuid not null references producer (id),
  partner text not null,
  partner_folded text generated always as (f_fold(partner)) stored,
  kind text not null check (kind in ('material', 'production', 'processing', 'consumption', 'wholeChain')),
  material_area_id uuid references material_area (id),
  contract_number text not null default '',
  signed_on date not null,
  ends_on date,
  content text not null default '',
  households integer check (households >= 0),
  amount bigint check (amount >= 0),
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index value_link_list on value_link (authority, signed_on desc, id);
create index value_link_producer on value_link (producer_id);
create index value_link_area on value_link (material_area_id) where material_area_id is not null;

-- A commune's standing in the new-countryside programme from a day on, by decision; criteria 10, 12, 13 (S4:21).
create table ntm_status (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  unit_era text not null,
  commune_code text not null,
  status text not null check (status in ('notYet', 'reached', 'advanced', 'model')),
  since date not null,
  decision_number text not null default '',
  criterion_income boolean,
  criterion_labour boolean,
  criterion_organisation boolean,
  note text not null default '',
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create unique index ntm_status_day on ntm_status (unit_era, commune_code, since) where ended_on is null;
create index ntm_status_list on ntm_status (authority, commune_code, since desc);

create table craft_village (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  craft text not null,
  unit_era text not null,
  commune_code text not null,
  recognised_on date,
  decision_number text not null default '',
  households integer check (households >= 0),
  workers integer check (workers >= 0),
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null
);
create index craft_village_list on craft_village (authority, name, id);

create table communication_item (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  kind text not null check (kind in ('news', 'broadcast', 'story', 'leaflet', 'video', 'meeting', 'campaign', 'page', 'other')),
  title text not null,
  title_folded text generated always as (f_fold(title)) stored,
  outlet text not null default '',
  published_on date not null,
  link text,
  unit_era text,
  commune_code text,
  producer_id uuid references producer (id),
  product_id uuid references product (id),
  -- Copies, viewers, listeners, people present: what the kind counts.
  reach bigint check (reach >= 0),
  note text not null default '',
  ended_on date,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check ((commune_code is null) = (unit_era is null))
);
create index communication_item_list on communication_item (authority, published_on desc, id);

-- By when a province wants the figures of a year. The day is stored when the collection begins; moving it is a deed of the office.
create table producer_year_term (
  province_code text not null,
  year integer not null check (year between 2015 and 2100),
  due_on date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (province_code, year)
);

-- A producer's year: filed by itself, checked by the commune or the office. Unanswered stays null; zero is zero.
create table producer_year (
  id uuid primary key,
  province_code text not null,
  producer_id uuid not null references producer (id),
  year integer not null check (year between 2015 and 2100),
  workers integer check (workers >= 0),
  workers_female integer check (workers_female >= 0),
  workers_local integer check (workers_local >= 0),
  -- With a fitting degree or certificate (S1:63).
  workers_trained integer check (workers_trained >= 0),
  revenue bigint check (revenue >= 0),
  revenue_ocop bigint check (revenue_ocop >= 0),
  revenue_export bigint check (revenue_export >= 0),
  average_income bigint check (average_income >= 0),
  note text not null default '',
  -- Jumps against the year before that the person confirmed, with a reason each.
  confirmed_jumps jsonb not null default '{}',
  state text not null check (state in ('draft', 'filed', 'checked', 'returned')),
  filed_by text,
  filed_at timestamptz,
  checked_by text,
  checked_at timestamptz,
  remark text not null default '',
  follow_up boolean not null default false,
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (producer_id, year)
);
create index producer_year_list on producer_year (province_code, year, state);

create table product_year (
  producer_year_id uuid not null references producer_year (id),
  product_id uuid not null references product (id),
  unit text not null,
  -- Thousandths of the unit.
  output_e3 bigint check (output_e3 >= 0),
  price bigint check (price >= 0),
  revenue bigint check (revenue >= 0),
  primary key (producer_year_id, product_id)
);
create index product_year_product on product_year (product_id);
