-- The council: its establishment, rules, meetings, sheets and results.

create table advisory_note (
  dossier_id uuid not null references dossier (id),
  criterion text not null,
  state text not null check (state in ('notSeen', 'underWay', 'done')),
  remark text not null default '',
  bring_to_council boolean not null default false,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (dossier_id, criterion)
);
create table advisory_report (
  dossier_id uuid primary key references dossier (id),
  summary text not null,
  state text not null check (state in ('draft', 'issued')),
  version integer not null default 1,
  issued_by text,
  issued_at timestamptz,
  updated_at timestamptz not null
);

create table council (
  id uuid primary key,
  province_code text not null,
  name text not null,
  decision_number text not null,
  decision_date date not null,
  decision_document_id uuid references document (id),
  term_from date not null,
  term_to date not null,
  rules jsonb not null,
  state text not null check (state in ('draft', 'established', 'dissolved')),
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null
);

create table council_member (
  id uuid primary key,
  council_id uuid not null references council (id),
  account_id text not null references auth_user (id),
  body_id uuid references body (id),
  name text not null,
  post text not null,
  role text not null check (role in ('chair', 'viceChair', 'member', 'secretary')),
  voting boolean not null,
  ordinal integer not null,
  left_on date,
  unique (council_id, account_id),
  check (role <> 'secretary' or not voting)
);
create unique index council_chair on council_member (council_id) where role = 'chair' and left_on is null;
create index council_member_account on council_member (account_id);

create table meeting (
  id uuid primary key,
  province_code text not null,
  council_id uuid not null references council (id),
  round_id uuid not null references round (id),
  name text not null,
  starts_at timestamptz not null,
  place text not null default '',
  mode text not null default 'meeting' check (mode in ('meeting', 'writtenOpinion')),
  state text not null check (state in ('planned', 'released', 'open', 'closed')),
  released_at timestamptz,
  released_by text,
  -- The rules this meeting works under: pinned at release, so that a later change never touches a released meeting's results.
  rules jsonb,
  -- Why the pack went out later than the council's rules ask, where they only warn.
  late_reason text,
  opened_at timestamptz,
  closed_at timestamptz,
  scribe_notes text not null default '',
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null
);

create table agenda_item (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  dossier_id uuid not null references dossier (id),
  ordinal integer not null,
  state text not null check (state in ('waiting', 'scoring', 'scored', 'reconciling', 'closed', 'ended', 'removed')),
  stand_in_id uuid references council_member (id),
  stand_in_by text,
  version integer not null default 1,
  opened_at timestamptz,
  scored_at timestamptz,
  scored_by text,
  -- Members whose sheets were opened when scoring was closed; another set later asks for closing anew.
  scored_set jsonb,
  closed_at timestamptz,
  closed_by text,
  removed_reason text
);
create unique index agenda_item_order on agenda_item (meeting_id, ordinal) where state <> 'removed';
create unique index agenda_item_dossier on agenda_item (dossier_id) where state <> 'removed';

create table pack_opening (
  item_id uuid not null references agenda_item (id),
  member_id uuid not null references council_member (id),
  opened_at timestamptz not null,
  primary key (item_id, member_id)
);

create table presence (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  member_id uuid not null references council_member (id),
  arrived_at timestamptz not null,
  left_at timestamptz,
  recorded_by text not null
);
create unique index presence_open on presence (meeting_id, member_id) where left_at is null;

-- Declared by the person, proposed by the system, or pinned by the office; every answer is kept.
-- Kept by account: the chair, the secretary and office staff without a seat can be conflicted too.
create table conflict (
  id uuid primary key,
  item_id uuid not null references agenda_item (id),
  account_id text not null references auth_user (id),
  member_id uuid references council_member (id),
  origin text not null check (origin in ('declared', 'proposed', 'pinned')),
  cause text not null,
  detail text not null default '',
  state text not null check (state in ('open', 'confirmed', 'dismissed', 'lifted')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  created_by text,
  created_at timestamptz not null
);
create unique index conflict_once on conflict (item_id, account_id, origin, cause) where state <> 'lifted';
create index conflict_item on conflict (item_id, state);
create index conflict_account on conflict (account_id, item_id) where state = 'confirmed';

-- "I have no conflict on this item", said by the member with a signed-in press.
create table conflict_declaration (
  item_id uuid not null references agenda_item (id),
  member_id uuid not null references council_member (id),
  conflicted boolean not null,
  declared_at timestamptz not null,
  primary key (item_id, member_id)
);

create table score_sheet (
  id uuid primary key,
  item_id uuid not null references agenda_item (id),
  member_id uuid not null references council_member (id),
  pass integer not null default 1,
  state text not null check (state in ('draft', 'final', 'voided')),
  version integer not null default 1,
  comment text not null default '',
  void_reason text,
  voided_by text,
  voided_at timestamptz,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finalised_at timestamptz,
  check ((state = 'final') <= (finalised_at is not null)),
  check ((state = 'voided') = (void_reason is not null))
);
-- A voided sheet stays on record and does not stand in the way of another.
create unique index score_sheet_live on score_sheet (item_id, member_id, pass) where state <> 'voided';
create table score_sheet_answer (
  sheet_id uuid not null references score_sheet (id),
  criterion text not null,
  option integer check (option >= 0),
  comment text not null default '',
  reason text not null default '',
  updated_at timestamptz not null,
  primary key (sheet_id, criterion)
);

create table reconciliation (
  id uuid primary key,
  item_id uuid not null references agenda_item (id),
  ordinal integer not null,
  reason text not null,
  -- Points between the highest and the lowest sheet, before and after.
  spread_before integer not null,
  spread_after integer,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  unique (item_id, ordinal)
);
create unique index reconciliation_open on reconciliation (item_id) where closed_at is null;
create table reconciliation_scope (
  reconciliation_id uuid not null references reconciliation (id),
  member_id uuid not null references council_member (id),
  criterion text not null,
  primary key (reconciliation_id, member_id, criterion)
);

-- A spread that stays over the limit after the last reconciliation: the chair's reason and the council's vote on these very sheets.
create table spread_resolution (
  id uuid primary key,
  item_id uuid not null references agenda_item (id),
  reason text not null,
  spread integer not null,
  sheets_hash text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  state text not null check (state in ('voting', 'accepted', 'rejected')),
  -- Members who made up the voting set when it was concluded.
  voters jsonb,
  decided_by text,
  decided_at timestamptz
);
create unique index spread_resolution_open on spread_resolution (item_id) where state = 'voting';
create table spread_vote (
  resolution_id uuid not null references spread_resolution (id),
  member_id uuid not null references council_member (id),
  agrees boolean not null,
  voted_at timestamptz not null,
  primary key (resolution_id, member_id)
);

create table ending (
  id uuid primary key,
  item_id uuid not null references agenda_item (id),
  -- Which line of the form it stands on ("disqualifier-1", "6.1-stop-1"): logic reads this, never the text.
  rule_id text not null,
  kind text not null check (kind in ('disqualified', 'eliminated', 'notAssessable', 'stopped')),
  criterion text,
  rule_text text not null,
  reason text not null,
  raised_by text not null,
  raised_at timestamptz not null,
  state text not null check (state in ('raised', 'confirmed', 'rejected')),
  voters jsonb,
  decided_by text,
  decided_at timestamptz
);
create unique index ending_open on ending (item_id) where state in ('raised', 'confirmed');
create table ending_vote (
  ending_id uuid not null references ending (id),
  member_id uuid not null references council_member (id),
  agrees boolean not null,
  voted_at timestamptz not null,
  primary key (ending_id, member_id)
);

create table result (
  id uuid primary key,
  item_id uuid not null references agenda_item (id),
  dossier_id uuid not null references dossier (id),
  province_code text not null,
  outcome text not null check (outcome in ('scored', 'disqualified', 'eliminated', 'notAssessable', 'stopped')),
  mean_numerator bigint,
  mean_denominator bigint,
  mean_printed text,
  points_star integer,
  star integer check (star between 1 and 5),
  spread integer,
  basis jsonb not null,
  basis_hash text not null,
  closed_by text not null,
  closed_at timestamptz not null,
  state text not null default 'valid' check (state in ('valid', 'superseded')),
  superseded_reason text,
  superseded_by text,
  superseded_at timestamptz
);
create unique index result_valid on result (dossier_id) where state = 'valid';
create index result_province on result (province_code, closed_at);
