-- A meeting while it runs: when each item was in hand, what the scribe wrote of it, and the minutes as a recused member may read them.

-- Stretches of time an item was in hand; an item may be taken up again later. One at a time in a meeting.
create table item_sitting (
  id uuid primary key,
  meeting_id uuid not null references meeting (id),
  item_id uuid not null references agenda_item (id),
  started_at timestamptz not null,
  started_by text not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is null or ended_at >= started_at)
);
create unique index item_sitting_current on item_sitting (meeting_id) where ended_at is null;
create index item_sitting_item on item_sitting (item_id);

create table item_note (
  item_id uuid primary key references agenda_item (id),
  text text not null default '',
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null
);

-- The minutes once more with some items left out, stored when the meeting was closed, for members recused from exactly these items.
create table minutes_copy (
  document_id uuid primary key references document (id),
  meeting_id uuid not null references meeting (id),
  -- Ids of the items left out.
  withheld jsonb not null
);
create index minutes_copy_meeting on minutes_copy (meeting_id);
