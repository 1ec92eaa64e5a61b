/**
 * The unit a printed address means: (era, code), as deep as it is certain, and where that land is today. What is ambiguous, unknown, or
 * did not exist on the decision's day is a question with candidates for a person. Pure.
 */
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'

import { heirsOn, placeKey, placeOn, type Place, type UnitBook } from '../units/unit-book.ts'
import { unitRefusal } from '../units/unit-words.ts'
import { CURRENT_ERA, eraOf, type Era, type Unit, type UnitLevel } from '../units/units.ts'
import type { PastValues } from './row.read.ts'
import { similarity } from './similar.ts'

export type UnitWhy = 'ambiguous' | 'notOnThatDay' | 'notFound' | 'eraUnclear' | 'contradiction'
export type UnitQuestion = { why: UnitWhy; candidates: Place[]; vi: string; en: string }

export type FoundPlace = {
  /** The unit of that time; null when nothing is certain. */
  place: Place | null
  nowCommuneCode: string | null
  nowProvinceCode: string | null
  question: UnitQuestion | null
}

export type Gazetteer = {
  find: (level: UnitLevel, era: Era, name: string, within: Place | null) => Unit[]
  book: UnitBook
  /** Places found so far, by what a row says of them. */
  resolved: Map<string, FoundPlace>
  /** Units of a level inside another, for near spellings. */
  inside: (level: UnitLevel, era: Era, within: Place | null) => Unit[]
}

/** `Thành phố Thanh Hóa`, `TP. Thanh Hóa`, `tp Thanh Hoá` → one spelling; the kind of unit stays apart from the name. */
function nameKeys(text: string): { full: string; bare: string; kind: boolean } {
  const folded = fold(text)
    .replace(/^(tp|t\.p)\.? ?(?=\S)/, 'thanh pho ')
    .replace(/^(tx|t\.x)\.? ?(?=\S)/, 'thi xa ')
    .replace(/^(tt)\.? ?(?=\S)/, 'thi tran ')
    .replace(/^p\. ?(?=\S)/, 'phuong ')
    .replace(/^x\. ?(?=\S)/, 'xa ')
    .replace(/^h\. ?(?=\S)/, 'huyen ')
    .replace(/[-–]/g, ' ')
    .replace(/ +/g, ' ')
  const bare = folded.replace(/^(thanh pho|thi tran|thi xa|dac khu|phuong|quan|huyen|tinh|xa) (?=\S)/, '')
  return { full: folded, bare, kind: bare !== folded }
}

function lowered(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replace(/ +/g, ' ').trim()
}

/** Names of both eras, indexed once: half a second for the country. */
export function gazetteer(book: UnitBook): Gazetteer {
  const byName = new Map<string, Unit[]>()
  const keysOf = new Map<string, { full: string; bare: string }>()
  for (const unit of book.all) {
    const keys = nameKeys(unit.fullName)
    keysOf.set(placeKey(unit), keys)
    const key = `${unit.era} ${unit.level} ${keys.bare}`
    byName.set(key, [...(byName.get(key) ?? []), unit])
  }
  const liesIn = (unit: Unit, within: Place | null) => {
    if (within === null) return true
    const level = book.unit(within)?.level
    return level === 'district' ? unit.parentCode === within.code : unit.provinceCode === within.code
  }
  return {
    book,
    resolved: new Map(),
    find(level, era, name, within) {
      const keys = nameKeys(name)
      const found = (byName.get(`${era} ${level} ${keys.bare}`) ?? []).filter((unit) => liesIn(unit, within))
      const exact = found.filter((unit) => keysOf.get(placeKey(unit))?.full === keys.full)
      const spelt = exact.length > 0 ? exact : found
      // Accents tell xã Bình Thạnh from xã Bình Thanh; where they do not (Hoà, Hòa), the folded names stand.
      const accented = spelt.filter((unit) => lowered(unit.fullName).endsWith(lowered(name)))
      return accented.length > 0 ? accented : spelt
    },
    inside: (level, era, within) => book.all.filter((unit) => unit.level === level && unit.era === era && liesIn(unit, within)),
  }
}

type Printed = Pick<PastValues, 'commune' | 'district' | 'province'>

/** The deepest certain unit of one era, and everything the names could mean there. */
type Looked = { certain: Place | null; units: Unit[]; complete: boolean }

function lookIn(places: Gazetteer, era: Era, printed: Printed): Looked {
  let within: Place | null = null
  let units: Unit[] = []
  const levels: [UnitLevel, string | null][] = [
    ['province', printed.province],
    ['district', printed.district],
    ['commune', printed.commune],
  ]
  for (const [level, name] of levels) {
    if (name === null) continue
    if (level === 'district' && era === CURRENT_ERA) return { certain: within, units: [], complete: false }
    const found: Unit[] =
      units.length > 1 ? units.flatMap((unit) => places.find(level, era, name, unit)) : places.find(level, era, name, within)
    if (found.length === 0) return { certain: within, units: [], complete: false }
    units = found
    if (found.length === 1 && found[0]) within = { era, code: found[0].code }
  }
  return { certain: units.length === 1 ? within : null, units, complete: true }
}

/** Eras in which the source can have named its places: by the decision's day, else by its year. */
function erasOf(values: Pick<PastValues, 'decisionDate' | 'year' | 'district'>): { eras: Era[]; day: PlainDate | null } {
  if (values.decisionDate !== null) return { eras: [eraOf(values.decisionDate)], day: values.decisionDate }
  if (values.year !== null && values.year < 2025) return { eras: ['e2023'], day: `${values.year}-12-31` }
  if (values.district !== null) return { eras: ['e2023'], day: null }
  if (values.year !== null && values.year > 2025) return { eras: ['e2025'], day: `${values.year}-01-01` }
  return { eras: ['e2023', 'e2025'], day: null }
}

/** Everything of a row that its place depends on. A file names few places and many products: each is looked up once. */
function placeText(values: PastValues): string {
  const { commune, district, province, newCommuneCode, newCommune, newProvinceCode, newProvince, decisionDate, year } = values
  return JSON.stringify([commune, district, province, newCommuneCode, newCommune, newProvinceCode, newProvince, decisionDate, year])
}

export function resolvePlace(places: Gazetteer, values: PastValues): FoundPlace {
  const key = placeText(values)
  const known = places.resolved.get(key)
  if (known) return known
  const found = lookUp(places, values)
  places.resolved.set(key, found)
  return found
}

function lookUp(places: Gazetteer, values: PastValues): FoundPlace {
  const stated = statedToday(places, values)
  if (stated.question) return { place: null, nowCommuneCode: null, nowProvinceCode: null, question: stated.question }
  const nothing = values.commune === null && values.district === null && values.province === null
  if (nothing) return { place: null, nowCommuneCode: stated.commune, nowProvinceCode: stated.province, question: null }
  const { eras, day } = erasOf(values)
  const looked = eras.map((era) => ({ era, ...lookIn(places, era, values) })).filter((one) => one.complete)
  const units = narrowed(
    places,
    looked.flatMap((one) => one.units),
    stated.commune ?? stated.province,
  )
  const [unit] = units
  if (unit && units.length === 1) return withToday(places, unit, stated)
  if (units.length > 1) {
    const why: UnitWhy = looked.length > 1 ? 'eraUnclear' : 'ambiguous'
    return asked(null, stated, { why, candidates: units, ...ambiguousWords(why, units) })
  }
  return notThere(places, values, eras, day, stated)
}

type Stated = { commune: string | null; province: string | null; question: UnitQuestion | null }

/** The unit of today the source itself names by code: believed when code and name agree. */
function statedToday({ book }: Gazetteer, values: PastValues): Stated {
  const { newCommuneCode, newProvinceCode, newCommune, newProvince } = values
  const commune = newCommuneCode === null ? null : book.unit({ era: CURRENT_ERA, code: newCommuneCode })
  const province = newProvinceCode === null ? null : book.unit({ era: CURRENT_ERA, code: newProvinceCode })
  const unlike = (unit: Unit | null, name: string | null) =>
    unit !== null && name !== null && nameKeys(unit.fullName).bare !== nameKeys(name).bare
  const wrong =
    (newCommuneCode !== null && commune?.level !== 'commune') ||
    (newProvinceCode !== null && province?.level !== 'province') ||
    unlike(commune, newCommune) ||
    unlike(province, newProvince) ||
    (commune !== null && province !== null && commune.provinceCode !== province.code)
  if (!wrong) return { commune: commune?.code ?? null, province: province?.code ?? commune?.provinceCode ?? null, question: null }
  const code = newCommuneCode ?? newProvinceCode ?? ''
  const candidates = [commune, province].filter((unit) => unit !== null)
  return {
    commune: null,
    province: null,
    question: {
      why: 'contradiction',
      candidates,
      vi: `Mã và tên đơn vị mới không khớp (${code}, ${newCommune ?? newProvince ?? '—'}).`,
      en: `Code and name of the new unit do not agree (${code}, ${newCommune ?? newProvince ?? '—'}).`,
    },
  }
}

/** Of several, those whose land the stated unit of today holds: the source's own word, not ours. */
function narrowed(places: Gazetteer, units: Unit[], stated: string | null): Unit[] {
  if (units.length < 2 || stated === null) return units
  const fitting = units.filter((unit) => touches(places, unit, stated))
  return fitting.length > 0 ? fitting : units
}

function touches(places: Gazetteer, unit: Unit, code: string): boolean {
  if (unit.era === CURRENT_ERA) return unit.code === code || unit.provinceCode === code
  return heirsOn(places.book, unit).some((heir) => heir.code === code || heir.provinceCode === code)
}

function withToday(places: Gazetteer, unit: Unit, stated: Stated): FoundPlace {
  const place: Place = { era: unit.era, code: unit.code }
  const agrees = [stated.commune, stated.province].every((code) => code === null || touches(places, unit, code) || unit.level !== 'commune')
  const heirs = heirsOn(places.book, place)
  const serves = stated.province === null || heirs.length === 0 || heirs.some((heir) => heir.provinceCode === stated.province)
  if (!agrees || !serves) {
    const names = heirs.slice(0, 4).map((heir) => heir.fullName)
    return asked(
      place,
      { commune: null, province: null, question: null },
      {
        why: 'contradiction',
        candidates: [unit, ...heirs],
        vi: `${unit.fullName} nay là ${names.join(', ')}, không phải đơn vị mới nêu trong tệp.`,
        en: `${unit.fullName} is now ${names.join(', ')}, not the unit the file names.`,
      },
    )
  }
  const provinces = new Set(heirs.map((heir) => heir.provinceCode))
  return {
    place,
    nowCommuneCode: stated.commune ?? (unit.level === 'commune' && heirs.length === 1 ? (heirs[0]?.code ?? null) : null),
    nowProvinceCode: stated.province ?? (provinces.size === 1 ? ([...provinces][0] ?? null) : null),
    question: null,
  }
}

/** The record keeps the deepest unit that is certain; today's place only where the source states it. */
function asked(
  place: Place | null,
  stated: Stated,
  question: Omit<UnitQuestion, 'candidates'> & { candidates: readonly Unit[] },
): FoundPlace {
  const candidates = question.candidates.slice(0, 12).map(({ era, code }) => ({ era, code }))
  return { place, nowCommuneCode: stated.commune, nowProvinceCode: stated.province, question: { ...question, candidates } }
}

function ambiguousWords(why: UnitWhy, units: readonly Unit[]): { vi: string; en: string } {
  const names = units
    .slice(0, 4)
    .map((unit) => `${unit.fullName} (${unit.code})`)
    .join(', ')
  return why === 'eraUnclear'
    ? { vi: `Không rõ đơn vị trước hay sau 01/07/2025: ${names}.`, en: `Before or after 01/07/2025 is not clear: ${names}.` }
    : { vi: `Có nhiều đơn vị trùng tên: ${names}.`, en: `Several units have this name: ${names}.` }
}

/** The names are not units of that day: of another time perhaps (then what became of them is offered), or misspelt, or unknown. */
function notThere(places: Gazetteer, values: PastValues, eras: Era[], day: PlainDate | null, stated: Stated): FoundPlace {
  const others: Era[] = (['e2023', 'e2025'] as const).filter((era) => !eras.includes(era))
  const elsewhere = narrowed(
    places,
    others
      .flatMap((era) => lookIn(places, era, values))
      .filter((one) => one.complete)
      .flatMap((one) => one.units),
    stated.commune ?? stated.province,
  )
  const [only] = elsewhere
  if (only && elsewhere.length === 1 && day !== null) {
    const heirs =
      only.era === CURRENT_ERA
        ? places.book.predecessors(only).flatMap((row) => places.book.unit({ era: row.oldEra, code: row.oldCode }) ?? [])
        : heirsOn(places.book, only, day)
    const said = unitRefusal(placeOn(places.book, day, only), only.code)
    return asked(null, stated, { why: 'notOnThatDay', candidates: [...heirs, only], vi: said?.vi ?? '', en: said?.en ?? '' })
  }
  const era = eras[0] ?? CURRENT_ERA
  const upper = lookIn(places, era, { ...values, commune: null })
  const certain = upper.complete && upper.units.length === 1 ? upper.certain : null
  const name = values.commune ?? values.district ?? values.province ?? ''
  const level: UnitLevel = values.commune !== null ? 'commune' : values.district !== null ? 'district' : 'province'
  const wanted = nameKeys(name).bare
  const near = places
    .inside(level, era, certain)
    .map((unit) => ({ unit, like: similarity(wanted, nameKeys(unit.fullName).bare) }))
    .filter((one) => one.like >= 0.6)
    .sort((a, b) => b.like - a.like)
    .slice(0, 5)
    .map((one) => one.unit)
  return asked(certain, stated, {
    why: 'notFound',
    candidates: near,
    vi: `Không tìm thấy “${name.slice(0, 60)}” trong danh mục đơn vị hành chính.`,
    en: `“${name.slice(0, 60)}” is not in the list of units.`,
  })
}
