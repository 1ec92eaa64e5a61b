-- What anyone may tell the office of (decision 41), batches of a product and their trace, the paper that tells of a certificate's end.

-- Reports of one product, or of one producer, looked into together. Who reported does not know of the others.
create table public_report_case (
  id uuid primary key,
  province_code text not null,
  authority text not null,
  producer_id uuid not null references producer (id),
  product_id uuid references product (id),
  state text not null check (state in ('open', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  check ((state = 'closed') = (closed_at is not null))
);
-- One case at a time for one thing.
create unique index public_report_case_product on public_report_case (authority, product_id) where state = 'open' and product_id is not null;
create unique index public_report_case_producer on public_report_case (authority, producer_id) where state = 'open' and product_id is null;

create table public_report (
  id uuid primary key,
  -- Random, so that it tells neither order nor time; the reporter's only key.
  code text not null unique,
  -- Made with the form: the same form sent twice is one report.
  form_key uuid not null unique,
  province_code text not null,
  authority text not null,
  topic text not null check (topic in ('stars', 'ended', 'quality', 'label', 'other')),
  words text not null,
  about text not null default '',
  seen_where text not null default '',
  seen_on date,
  search_folded text generated always as (f_fold(words || ' ' || about || ' ' || seen_where)) stored,
  producer_id uuid references producer (id),
  product_id uuid references product (id),
  certificate_id uuid references certificate (id),
  -- Filed by an officer of a body for it (S0:331, S2:167); null: by the public.
  body_id uuid references body (id),
  filed_by text,
  state text not null check (state in ('received', 'looking', 'joined', 'answered', 'unfounded', 'spam')),
  case_id uuid references public_report_case (id),
  assignee text,
  received_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  check ((body_id is null) = (filed_by is null)),
  check (product_id is null or producer_id is not null),
  check (state <> 'joined' or case_id is not null),
  check ((state in ('answered', 'unfounded')) = (answer is not null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index public_report_list on public_report (authority, received_at desc, id);
create index public_report_due on public_report (authority, due_on) where state in ('received', 'looking', 'joined');
create index public_report_of_case on public_report (case_id) where case_id is not null;
create index public_report_product on public_report (product_id) where product_id is not null;
create index public_report_producer on public_report (producer_id) where producer_id is not null;

-- Personal data (Law 91/2025): apart, and each reading is written in the ledger.
create table public_report_contact (
  report_id uuid primary key references public_report (id),
  name text not null default '',
  phone text not null default '',
  email text not null default ''
);

create table public_report_note (
  id uuid primary key,
  report_id uuid not null references public_report (id),
  words text not null,
  written_by text not null,
  writer_name text not null,
  written_at timestamptz not null
);
create index public_report_note_of on public_report_note (report_id, written_at);

-- What the office tells the holder of a case: these words and nothing of the reports.
create table public_report_message (
  id uuid primary key,
  case_id uuid not null references public_report_case (id),
  producer_id uuid not null references producer (id),
  words text not null,
  told_by text not null,
  told_at timestamptz not null
);
create index public_report_message_of on public_report_message (case_id, told_at);
create unique index public_report_message_once on public_report_message (case_id, md5(words));

-- One batch of a product, in its revisions: what is published stays, a correction is the next revision under the same public code.
create table batch (
  id uuid primary key,
  code text not null,
  revision integer not null check (revision > 0),
  replaces uuid unique references batch (id),
  province_code text not null,
  producer_id uuid not null references producer (id),
  product_id uuid not null references product (id),
  -- The producer's own number of the batch.
  number text not null,
  number_folded text generated always as (f_fold(number)) stored,
  produced_on date not null,
  shelf text check (shelf in ('expiry', 'bestBefore')),
  lasts_to date,
  -- Thousandths of the unit.
  quantity_e3 bigint not null check (quantity_e3 between 1 and 1000000000000000),
  unit text not null,
  stamp_from text not null default '',
  stamp_to text not null default '',
  stamp_count integer check (stamp_count > 0),
  note text not null default '',
  correction text not null default '',
  state text not null check (state in ('draft', 'published', 'replaced', 'recalled')),
  -- Names and origins as they were when it was published.
  frozen jsonb,
  published_by text,
  published_at timestamptz,
  recall_reason text,
  recalled_by text,
  recalled_at timestamptz,
  version integer not null default 1,
  demo boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  unique (code, revision),
  check ((shelf is null) = (lasts_to is null)),
  check (lasts_to >= produced_on),
  check ((replaces is null) = (revision = 1)),
  check ((state = 'draft') = (published_at is null) and (published_at is null) = (frozen is null)),
  check ((state = 'recalled') = (recalled_at is not null) and (recalled_at is null) = (recall_reason is null))
);
create unique index batch_number on batch (product_id, number_folded) where revision = 1;
create unique index batch_current on batch (code) where state in ('published', 'recalled');
create index batch_list on batch (producer_id, produced_on desc, id);
create index batch_product on batch (product_id, produced_on desc, id) where state = 'published';
create index batch_province on batch (province_code, produced_on desc, id);

create table batch_area (
  batch_id uuid not null references batch (id),
  area_id uuid not null references material_area (id),
  primary key (batch_id, area_id)
);
create index batch_area_of on batch_area (area_id);

create table batch_link (
  batch_id uuid not null references batch (id),
  link_id uuid not null references value_link (id),
  primary key (batch_id, link_id)
);
create index batch_link_of on batch_link (link_id);

create table batch_step (
  batch_id uuid not null references batch (id),
  ordinal integer not null check (ordinal > 0),
  kind text not null check (kind in ('harvest', 'processing', 'packing', 'test', 'shipped', 'other')),
  on_day date not null,
  place text not null default '',
  detail text not null,
  primary key (batch_id, ordinal)
);

-- The paper that tells of a certificate's end (S0:199): once for each certificate, whose term never changes.
create table expiry_letter (
  certificate_id uuid primary key references certificate (id),
  document_id uuid not null references document (id),
  issued_by text not null,
  issued_at timestamptz not null
);
