/**
 * Places. A unit is (code, era): the same code meant another place before the reorganisation of 1/7/2025
 * (seven province codes and 1,797 commune codes changed their meaning), so a code alone names nothing.
 */
import { formatDate } from '#/platform/text/format.ts'

/** `e2023`: 63 provinces with districts, until 30/6/2025 · `e2025`: 34 provinces, no districts, from 1/7/2025. */
export type Era = 'e2023' | 'e2025'
export const CURRENT_ERA: Era = 'e2025'
/** First day of the current era. */
export const CURRENT_ERA_SINCE = '2025-07-01'

export type UnitLevel = 'province' | 'district' | 'commune'

/**
 * `same`: only itself, under its own name · `renamed`: only itself, other name or rank · `merged`: joined whole with
 * others · `split`: its land went to several units, so a person must say which.
 */
export type SuccessionKind = 'same' | 'renamed' | 'merged' | 'split'

export type Unit = {
  era: Era
  code: string
  level: UnitLevel
  /** Without the kind of unit: "Sầm Sơn"; numbered wards keep it: "Phường 14". */
  name: string
  /** "Phường Sầm Sơn". */
  fullName: string
  parentCode: string | null
  provinceCode: string
}

export type OldName = {
  oldEra: Era
  oldCode: string
  oldName: string
  oldDistrict: string | null
  oldProvince: string | null
  kind: SuccessionKind
  /** The day from which the old name no longer held. */
  until: string
}

export function eraOf(date: string): Era {
  return date < CURRENT_ERA_SINCE ? 'e2023' : 'e2025'
}

const KINDS = /^(Thành phố|Thị trấn|Thị xã|Đặc khu|Phường|Quận|Huyện|Tỉnh|Xã) (.+)$/i

/** "Phường Sầm Sơn" → "Sầm Sơn"; "Phường 14" stays, because "14" names nothing. */
export function shortName(fullName: string): string {
  const rest = KINDS.exec(fullName)?.[2]
  return rest === undefined || /^\d/.test(rest) ? fullName : rest
}

/** "Phường Trung Sơn" → "phường Trung Sơn", for the middle of a sentence. */
export function inSentence(fullName: string): string {
  return fullName.replace(KINDS, (_, kind: string, rest: string) => `${kind.toLowerCase()} ${rest}`)
}

/** "Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn", shown beside a current name. */
export function oldNameText(old: OldName, lang: 'vi' | 'en' = 'vi'): string {
  const place = [old.oldName, old.oldDistrict].filter((part) => part !== null).map(inSentence)
  const day = formatDate(old.until).replace(/\/0(\d)\//, (whole, month: string) => (Number(month) > 2 ? `/${month}/` : whole))
  return `${lang === 'vi' ? 'Trước' : 'Before'} ${day}: ${place.join(', ')}`
}
