-- Official wording over ours, new versions of a regulation made here, and the content of every version somebody has pinned.

-- The whole content of a version by its hash, kept when a round is planned or opened or a dossier begun under it. `json` keeps the printed order of keys.
create table regulation_content (
  hash text primary key,
  regulation_id text not null,
  regulation json not null,
  forms json not null,
  kept_at timestamptz not null
);

-- The gazette's words. Words alone: codes and counts are the regulation's. The highest ordinal is in use; taking back is a row without words.
create table wording_revision (
  id uuid primary key,
  regulation_id text not null,
  ordinal integer not null check (ordinal > 0),
  hash text,
  wording json,
  source text not null,
  file_name text not null,
  file_sha256 text not null,
  -- How many texts differ from ours.
  changed integer not null,
  reason text not null,
  loaded_by text not null,
  loaded_by_name text not null,
  loaded_at timestamptz not null,
  unique (regulation_id, ordinal),
  check ((hash is null) = (wording is null))
);

-- A version being written, proposed, published. Published ones never change.
create table regulation_revision (
  id uuid primary key,
  base_id text not null,
  base_hash text not null,
  regulation json not null,
  forms json not null,
  state text not null check (state in ('draft', 'proposed', 'published', 'discarded')),
  decision_number text,
  decided_on date,
  effective_from date,
  reason text,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  proposed_by text,
  proposed_by_name text,
  proposed_at timestamptz,
  confirmed_by text,
  confirmed_by_name text,
  confirmed_at timestamptz,
  -- Why the second person sent it back.
  sent_back text,
  published_id text,
  published_hash text references regulation_content (hash),
  version integer not null default 1,
  check (state <> 'published' or (published_hash is not null and published_id is not null and effective_from is not null
    and decision_number is not null and reason is not null and confirmed_by is not null and confirmed_by <> proposed_by))
);
create index regulation_revision_state on regulation_revision (state, created_at desc);
create unique index regulation_revision_published on regulation_revision (published_id, effective_from) where state = 'published';

create function f_published_revision_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a published regulation revision does not change';
end $$;
create trigger regulation_revision_stays before update or delete on regulation_revision
  for each row when (old.state = 'published') execute function f_published_revision_stays();

-- A running round took a corrected text: both hashes, on which paper, why, by whom. Submissions keep the hash they were filed under.
create table round_correction (
  id uuid primary key,
  round_id uuid not null references round (id),
  regulation_id text not null,
  from_hash text not null,
  to_hash text not null check (to_hash <> from_hash),
  number text not null,
  dated_on date not null,
  reason text not null,
  dossiers integer not null,
  adopted_by text not null,
  adopted_by_name text not null,
  adopted_at timestamptz not null
);
create index round_correction_round on round_correction (round_id, adopted_at);

-- The words a round began with; null: the program's own.
alter table round add column wording_hash text;
