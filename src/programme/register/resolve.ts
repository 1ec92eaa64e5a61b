// From what is typed to what is meant: a producer by name or tax code, a commune by its name on a day. One query per kind, however many rows.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { fold } from '#/platform/text/fold.ts'
import type { Words } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { CURRENT_ERA, type Era } from '../units/units.ts'
import type { ReferenceTo } from './register.ts'

/** A record that may be meant. `code` and `owner` tell namesakes apart: a tax code, an area code; the producer of a product. */
export type Candidate = {
  id: string
  name: string
  folded: string
  code: string | null
  owner: string | null
  ownerFolded: string | null
  producerId: string | null
  communeCode: string | null
  /** Ended in its register: found by its name only where no open one has it. */
  ended: boolean
}

/** Between a name and what tells it from its namesakes. */
const BETWEEN = ' · '

export function candidateText(candidate: Candidate): string {
  const apart = candidate.owner ?? candidate.code
  return apart === null ? candidate.name : `${candidate.name}${BETWEEN}${apart}`
}

const none: Record<ReferenceTo, Words> = {
  producer: {
    vi: 'Không có chủ thể này ở đây. Ghi đúng tên đã đăng ký, hoặc mã số thuế.',
    en: 'There is no such producer here. Write the registered name, or the tax code.',
  },
  product: { vi: 'Không có sản phẩm này ở đây. Ghi đúng tên sản phẩm.', en: 'There is no such product here. Write its exact name.' },
  outlet: { vi: 'Không có nơi bán này trong sổ. Thêm vào sổ nơi bán trước.', en: 'No such outlet in the register. Add it there first.' },
  consultant: {
    vi: 'Không có đơn vị tư vấn này trong sổ. Thêm vào sổ tư vấn trước.',
    en: 'No such consultant in the register. Add it there first.',
  },
  materialArea: {
    vi: 'Không có vùng nguyên liệu này trong sổ. Thêm vào sổ vùng nguyên liệu trước.',
    en: 'No such material area in the register. Add it there first.',
  },
}
const several: Words = {
  vi: 'Có nhiều tên giống nhau. Ghi kèm mã hoặc tên chủ thể, như trong danh sách gợi ý.',
  en: 'Several have this name. Add the code or the producer, as in the suggestions.',
}

/** What may be meant at a desk: its own registers, the producers and products of its province. */
function candidatesAt(to: ReferenceTo, authority: string): RawBuilder<unknown> {
  const province = provinceOf(authority)
  switch (to) {
    case 'producer':
      return sql`select p.id, p.name, p.name_folded as folded, p.tax_code as code, null as owner, null as owner_folded, p.id as producer_id,
        p.commune_code, false as ended from producer p where p.province_code = ${province}`
    case 'product':
      return sql`select p.id, p.name, p.name_folded as folded, null as code, o.name as owner, o.name_folded as owner_folded, o.id as producer_id,
        o.commune_code, false as ended from product p join producer o on o.id = p.producer_id where p.province_code = ${province}`
    case 'outlet':
      return sql`select id, name, name_folded as folded, null as code, null as owner, null as owner_folded, null::uuid as producer_id, commune_code,
        ended_on is not null as ended from outlet where authority = ${authority}`
    case 'consultant':
      return sql`select id, name, name_folded as folded, tax_code as code, null as owner, null as owner_folded, null::uuid as producer_id,
        null as commune_code, ended_on is not null as ended from consultant where authority = ${authority}`
    case 'materialArea':
      return sql`select id, name, name_folded as folded, area_code as code, null as owner, null as owner_folded, null::uuid as producer_id, commune_code,
        ended_on is not null as ended from material_area where authority = ${authority}`
  }
}

/** Names for a form, by name; at most `most`. `within`: only of these producers, or of these communes. */
export async function suggestions(
  db: Db | Tx,
  to: ReferenceTo,
  authority: string,
  within: { communes: string[]; producers: string[] } | null,
  most: number,
): Promise<Candidate[]> {
  const personal = to === 'producer' || to === 'product'
  const limit =
    within === null || !personal
      ? sql`true`
      : sql`(c.producer_id = any(${within.producers}::uuid[]) or c.commune_code = any(${within.communes}::text[]))`
  const rows = await sql<Candidate>`select * from (${candidatesAt(to, authority)}) c where not c.ended and ${limit}
    order by c.name collate vi, c.id limit ${most}`.execute(db)
  return rows.rows
}

/** How a record that is named already would be typed again; '' where it is not to be found from this desk. */
export async function textOfReference(db: Db | Tx, to: ReferenceTo, authority: string, id: string): Promise<string> {
  const rows = await sql<Candidate>`select * from (${candidatesAt(to, authority)}) c where c.id = ${id}`.execute(db)
  const [row] = rows.rows
  return row ? candidateText(row) : ''
}

export type Resolved = { id: string; name: string; producerId: string | null } | { problem: Words }

/**
 * Judges typed names: an id, a code, a name without regard to accents, or a name with what tells it apart.
 * `texts` null reads everything that may be meant, for a sheet. Returns how to ask; `producerId` narrows products to those of the record's own producer.
 */
export async function resolver(
  db: Db | Tx,
  to: ReferenceTo,
  authority: string,
  texts: readonly string[] | null,
): Promise<(text: string, producerId: string | null) => Resolved> {
  const asked = texts === null ? null : [...new Set(texts.filter((text) => text !== ''))]
  if (asked?.length === 0) return () => ({ problem: none[to] })
  const names = asked?.flatMap((text) => [fold(text), fold(text.split(BETWEEN)[0] ?? '')])
  const wanted = asked
    ? sql`c.folded = any(${names}::text[]) or c.code = any(${asked}::text[]) or c.id = any(${asked.filter(isId)}::uuid[])`
    : sql`true`
  const { rows } = await sql<Candidate>`select * from (${candidatesAt(to, authority)}) c where ${wanted}`.execute(db)
  const byWord = new Map<string, Candidate[]>()
  for (const row of rows)
    for (const word of new Set([row.id, row.folded, ...(row.code === null ? [] : [row.code])]))
      byWord.set(word, [...(byWord.get(word) ?? []), row])
  return (text, producerId) => {
    const [name = '', ...rest] = text.split(BETWEEN)
    const apart = rest.join(BETWEEN)
    const exact = [text, fold(text)].flatMap((word) => byWord.get(word) ?? [])
    const toldApart =
      apart === '' ? [] : (byWord.get(fold(name)) ?? []).filter((row) => row.code === apart || row.ownerFolded === fold(apart))
    const named = [...new Set([...exact, ...toldApart])]
    const own = to === 'product' && producerId !== null ? named.filter((row) => row.producerId === producerId) : named
    const open = own.filter((row) => !row.ended)
    const [one, another] = open.length > 0 ? open : own
    if (!one) return { problem: none[to] }
    return another ? { problem: several } : { id: one.id, name: one.name, producerId: one.producerId }
  }
}

type Place = { era: Era; code: string; full: string; district: string | null }

/**
 * Communes of a province by name or code, as they were on a day. A unit of the former era belongs to the province its land lies in now,
 * because province codes changed their meaning on 01/7/2025; a desk of a former province keeps its own.
 */
export async function communeResolver(
  db: Db | Tx,
  authority: string,
  eras: readonly Era[],
): Promise<(text: string, era: Era) => { code: string; name: string } | { problem: Words }> {
  const province = provinceOf(authority)
  const rows =
    eras.length === 0
      ? []
      : (
          await sql<Place>`
    select u.era, u.code, u.full_name as "full", d.full_name as district
      from unit u left join unit d on d.era = u.era and d.code = u.parent_code and d.level = 'district'
     where u.level = 'commune' and u.era = any(${[...eras]}::text[]) and (
       (u.province_code = ${province} and (u.era = ${CURRENT_ERA} or not exists (
          select 1 from unit p where p.era = ${CURRENT_ERA} and p.code = ${province} and p.level = 'province')))
       or (u.era, u.code) in (select s.old_era, s.old_code from unit_succession s join unit n on n.era = s.new_era and n.code = s.new_code
                               where n.era = ${CURRENT_ERA} and n.province_code = ${province} and s.old_era <> ${CURRENT_ERA}))`.execute(db)
        ).rows
  const places = rows.map((row) => ({ ...row, folded: fold(row.full), district: fold(row.district ?? '') }))
  return (text, era) => {
    const [name = '', ...rest] = fold(text).split(/\s*,\s*/)
    const district = rest[0] ?? ''
    const found = places.filter(
      (row) =>
        row.era === era &&
        (row.code === text ||
          ((row.folded === name || row.folded.replace(/^(xa|phuong|thi tran|dac khu) /, '') === name) &&
            (district === '' || row.district.endsWith(district)))),
    )
    const exact = found.filter((row) => row.folded === name)
    const [one, another] = exact.length === 1 ? exact : found
    if (one && !another) return { code: one.code, name: one.full }
    if (another)
      return {
        problem: {
          vi: 'Có nhiều xã cùng tên. Ghi rõ xã hay phường, kèm tên huyện: “Xã Quảng Lộc, Huyện Quảng Xương”.',
          en: 'Several communes have this name. Write the kind and the district after a comma.',
        },
      }
    const old = era !== CURRENT_ERA
    return {
      problem: old
        ? {
            vi: 'Trước ngày 01/7/2025 không có đơn vị cấp xã này ở đây. Ghi tên đơn vị tại ngày đó.',
            en: 'Before 01/7/2025 there was no such commune here. Write the unit of that day.',
          }
        : {
            vi: 'Không có xã, phường này ở đây kể từ ngày 01/7/2025. Ghi tên đơn vị hiện nay.',
            en: 'There has been no such commune here since 01/7/2025. Write the present unit.',
          },
    }
  }
}
