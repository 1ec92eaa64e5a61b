-- What a paper was set from: the office gets the same text as editable Word from it. The PDF's bytes stay the record.
-- `data` is json and not jsonb: kept letter by letter.
-- A table of its own, so that lists of papers do not carry it. Papers issued before, and kinds nobody edits (the certificate), have no row.
create table document_source (
  document_id uuid primary key references document (id),
  template text not null,
  data json not null,
  -- Pictures by the name the template gives them: [{ "name", "sha256" }], bytes in the file store.
  pictures jsonb not null,
  created_at timestamptz not null
);
