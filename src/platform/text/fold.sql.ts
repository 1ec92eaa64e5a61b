/**
 * `f_fold(text)`: the database's twin of `fold` (fold.ts), without extensions, the same on PostgreSQL 15 and PGlite.
 * IMMUTABLE so that indexes and generated columns may use it; `collate "C"` keeps lower() to A–Z on every server.
 * The database must be encoded in UTF8 (normalize() refuses others).
 */
export const FOLD_SQL = String.raw`
create or replace function f_fold(t text) returns text
language sql immutable strict parallel safe
as $fold$
  select btrim(
    regexp_replace(
      lower(
        regexp_replace(
          normalize(translate(normalize(t, NFC), 'đĐðÐƉɖ', 'dddddd'), NFD),
          '[\u0300-\u036f]', '', 'g'
        ) collate "C"
      ),
      '[\u0009-\u000d\u0020\u00a0\u2000-\u200b\u202f\u3000\ufeff]+', ' ', 'g'
    ),
    ' '
  )
$fold$;
`
