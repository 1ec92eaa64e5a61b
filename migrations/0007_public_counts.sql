-- What the public looks up most: searches among certificates in force, the counts beside them, and whether anything changed since.

-- A third of the register is in force: the search of the catalogue need not meet the rest.
create index certificate_public_search on certificate using gin (search_folded gin_trgm_ops) where state = 'valid';
-- Every count of the catalogue and the home page is read from this index alone.
create index certificate_counted on certificate (province_code, last_valid_on) include (star, sector, commune_code, producer_id)
  where state = 'valid';
drop index certificate_expiry;
-- The last change of a certificate's state, for counts that are kept until the register changes.
create index certificate_changed on certificate (province_code, state_since desc) where state_since is not null;
-- The same columns as certificate_register.
drop index certificate_recent;
