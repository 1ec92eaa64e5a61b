-- Steps 2 to 4 of the OCOP cycle: calls for ideas, ideas, business plans, how they are carried out, and the dossier that starts from them.

create table idea_call (
  id uuid primary key,
  province_code text not null,
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  year integer not null,
  opens_on date not null,
  closes_on date not null,
  guidance text not null default '',
  state text not null check (state in ('planned', 'open', 'listed')),
  list_document_id uuid references document (id),
  listed_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  check (opens_on <= closes_on),
  check ((state = 'listed') = (list_document_id is not null))
);
create index idea_call_province on idea_call (province_code, closes_on desc);

create table idea (
  id uuid primary key,
  province_code text not null,
  unit_era text not null,
  commune_code text not null,
  producer_id uuid not null references producer (id),
  product_id uuid references product (id),
  earlier_dossier_id uuid references dossier (id),
  call_id uuid references idea_call (id),
  state text not null,
  kind text not null check (kind in ('existing', 'new')),
  name text not null,
  name_folded text generated always as (f_fold(name)) stored,
  regulation_id text not null,
  set_no integer,
  content text not null default '',
  materials text not null default '',
  labour text not null default '',
  market text not null default '',
  workers_total integer check (workers_total >= 0),
  workers_local integer check (workers_local >= 0),
  -- Whole đồng.
  investment bigint check (investment >= 0),
  priorities jsonb not null default '[]',
  submitted_at timestamptz,
  answered_by text,
  answered_at timestamptz,
  commune_remark text not null default '',
  selection_reason text not null default '',
  selected_by text,
  selected_at timestamptz,
  -- The list that carried the selection up; from then on the selection stands.
  listed_call_id uuid references idea_call (id),
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index idea_producer on idea (producer_id, updated_at desc);
create index idea_commune on idea (province_code, commune_code, state, submitted_at);
create index idea_province on idea (province_code, updated_at desc, id);
create index idea_call_ideas on idea (call_id, state);
create index idea_folded on idea using gin (name_folded gin_trgm_ops);

create table business_plan (
  id uuid primary key,
  idea_id uuid not null unique references idea (id),
  province_code text not null,
  commune_code text not null,
  producer_id uuid not null references producer (id),
  state text not null,
  goals text not null default '',
  output_unit text not null default '',
  materials text not null default '',
  workforce text not null default '',
  workers_total integer check (workers_total >= 0),
  workers_local integer check (workers_local >= 0),
  market text not null default '',
  quality text not null default '',
  investment_total bigint check (investment_total >= 0),
  submitted_at timestamptz,
  received_by text,
  received_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  approval_reason text not null default '',
  approval_document_id uuid references document (id),
  ended_at timestamptz,
  end_reason text not null default '',
  version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index business_plan_province on business_plan (province_code, updated_at desc, id);
create index business_plan_producer on business_plan (producer_id, updated_at desc);
create index business_plan_commune on business_plan (province_code, commune_code, state);

create table plan_year (
  plan_id uuid not null references business_plan (id),
  year integer not null,
  volume bigint not null check (volume >= 0),
  revenue bigint not null check (revenue >= 0),
  primary key (plan_id, year)
);

create table plan_source (
  plan_id uuid not null references business_plan (id),
  source text not null check (source in ('own', 'loan', 'state', 'other')),
  amount bigint not null check (amount >= 0),
  primary key (plan_id, source)
);

create table plan_milestone (
  id uuid primary key,
  plan_id uuid not null references business_plan (id),
  ordinal integer not null,
  title text not null,
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'doing', 'done', 'dropped')),
  report text not null default '',
  reported_at timestamptz,
  confirmed_by text,
  confirmed_at timestamptz,
  confirm_remark text not null default '',
  unique (plan_id, ordinal)
);

create table plan_milestone_paper (
  milestone_id uuid not null references plan_milestone (id),
  paper_id uuid not null references paper (id),
  added_at timestamptz not null,
  primary key (milestone_id, paper_id)
);
create index plan_milestone_paper_paper on plan_milestone_paper (paper_id);

-- What the office asks to be changed, part by part; answered by sending the plan again.
create table plan_return (
  id uuid primary key,
  plan_id uuid not null references business_plan (id),
  round integer not null,
  part text not null,
  ask text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  unique (plan_id, round, part)
);

create table plan_report (
  id uuid primary key,
  plan_id uuid not null references business_plan (id),
  year integer not null,
  half integer not null check (half in (1, 2)),
  content text not null,
  volume bigint not null check (volume >= 0),
  revenue bigint not null check (revenue >= 0),
  workers integer not null check (workers >= 0),
  reported_by text not null,
  reported_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  confirm_remark text not null default '',
  unique (plan_id, year, half)
);

-- Where a dossier comes from, and which of its fields the person took over from there.
create table dossier_origin (
  dossier_id uuid primary key references dossier (id),
  idea_id uuid references idea (id),
  plan_id uuid references business_plan (id),
  earlier_dossier_id uuid references dossier (id),
  taken jsonb not null default '{}',
  created_at timestamptz not null,
  check (earlier_dossier_id is null or earlier_dossier_id <> dossier_id)
);
create index dossier_origin_plan on dossier_origin (plan_id);
create index dossier_origin_earlier on dossier_origin (earlier_dossier_id);
