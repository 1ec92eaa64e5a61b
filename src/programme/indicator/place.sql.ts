// Which places a frame holds, and the parts of it. Fragments of SQL.
import { sql, type RawBuilder } from 'kysely'
import type { Frame } from './indicator.ts'

/**
 * (era, code, unit): every commune whose records count in the frame's province, and the commune of the frame's era it is today.
 * Interpretation: a frame of an old era counts records whose place, by their own era, lies in it. A frame of a later era counts an older
 * place where all of its land went to that province; `unit` is its successor, null where it was split: a person must say which.
 */
export function placesOf(frame: Pick<Frame, 'era' | 'provinceCode'>): RawBuilder<{ era: string; code: string; unit: string | null }> {
  return sql`
    select u.era, u.code, u.code as unit from unit u
    where u.era = ${frame.era} and u.level = 'commune' and u.province_code = ${frame.provinceCode}
    union all
    select s.old_era, s.old_code, case when count(*) = 1 then min(s.new_code) end
    from unit_succession s join unit u on u.era = s.new_era and u.code = s.new_code
    where s.new_era = ${frame.era} and s.old_era <> ${frame.era} and s.old_code in (
      select i.old_code from unit_succession i join unit n on n.era = i.new_era and n.code = i.new_code
      where i.new_era = ${frame.era} and n.province_code = ${frame.provinceCode})
    group by s.old_era, s.old_code having bool_and(u.province_code = ${frame.provinceCode} and u.level = 'commune')`
}

/** Joins a record's place to the frame's: `join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}`, then `pl.unit`. */
export function placed(frame: Frame, era: RawBuilder<unknown>, code: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${placesOf(frame)}) pl on pl.era = ${era} and pl.code = ${code}`
}

/** The frame's desk and the desks under it: a province counts what its districts did (authority.ts). */
export function ofDesk(frame: Frame, authority: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${authority} = ${frame.authority} or ${authority} like ${`${frame.authority}.%`})`
}

/** Whether a row (`r`) lies in the part of the province the frame asks for. */
export function inPart(frame: Frame): RawBuilder<boolean> {
  if (frame.communeCode !== null) return sql<boolean>`r.commune_code = ${frame.communeCode}`
  if (frame.districtCode === null) return sql<boolean>`true`
  return sql<boolean>`(r.commune_code = ${frame.districtCode} or r.commune_code in (
    select w.code from unit w where w.era = ${frame.era} and w.level = 'commune' and w.parent_code = ${frame.districtCode}))`
}

/** The day of an instant in Vietnam. */
export function dayOf(instant: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`
}

export function within(frame: Frame, day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${day} between ${frame.from}::date and ${frame.to}::date`
}

/** In force on the last day of the frame: begun, and not ended by then (`ended`: the first day it no longer held). */
export function standing(frame: Frame, since: RawBuilder<unknown>, ended: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${since} <= ${frame.to}::date and (${ended} is null or ${ended} > ${frame.to}::date)`
}
