/**
 * What passes to whom when a unit ends, by kind of record. Data and pure functions: nothing is ever divided by guess.
 *
 * Interpretation: Nghị quyết 202/2025/QH15 and 1656–1687/NQ-UBTVQH15 join and divide units; which body goes on with which OCOP record is
 * not said there, so the rules below are the programme's own, each with its reason.
 */
import type { PlainDate } from '#/platform/calendar/plain-date.ts'

import { heirsOn, type Place, type UnitBook } from './unit-book.ts'
import type { Unit } from './units.ts'

export type RecordKind = 'certificate' | 'openDossier' | 'numberSeries' | 'target' | 'report' | 'duty' | 'roleGrant' | 'body'

export type PassingRule = {
  /**
   * `byAddress`: to the unit that holds the product's address; where a unit was split and the address does not tell, a person says ·
   * `stays`: with the old unit for ever · `never`: ends, nothing is carried · `toProvince`: to the province's body ·
   * `whole`: to the one unit all of it went to; where it was split, a person says.
   */
  rule: 'byAddress' | 'stays' | 'never' | 'toProvince' | 'whole'
  why: { vi: string; en: string }
}

export const passingRules: Readonly<Record<RecordKind, PassingRule>> = {
  certificate: {
    rule: 'byAddress',
    why: {
      vi: 'Giấy chứng nhận còn giá trị đến hết hạn; theo địa chỉ sản xuất của sản phẩm.',
      en: 'A certificate stays good to its term; it follows the product’s address.',
    },
  },
  openDossier: {
    rule: 'byAddress',
    why: {
      vi: 'Hồ sơ đang giải quyết theo địa chỉ của chủ thể.',
      en: 'A dossier under way follows the producer’s address.',
    },
  },
  numberSeries: {
    rule: 'stays',
    why: {
      vi: 'Sổ số văn bản là của cơ quan cũ; cơ quan mới mở sổ mới, số đã cấp không cấp lại.',
      en: 'A number register belongs to the old body; the new one opens its own, no number is given twice.',
    },
  },
  target: {
    rule: 'never',
    why: {
      vi: 'Chỉ tiêu không tự chia hay cộng; đơn vị mới được giao chỉ tiêu bằng văn bản mới.',
      en: 'Targets are neither divided nor added; the new unit is given its own by a new paper.',
    },
  },
  report: {
    rule: 'stays',
    why: {
      vi: 'Báo cáo đã gửi là của đơn vị lúc đó; số liệu cộng lại qua nơi phát sinh.',
      en: 'A filed report is of the unit of that day; sums go by where things happened.',
    },
  },
  duty: {
    rule: 'toProvince',
    why: {
      vi: 'Việc của cấp huyện không còn do cấp tỉnh làm tiếp (ví dụ báo trước 30 ngày khi giấy chứng nhận hết hạn).',
      en: 'What a district owed, the province owes since (such as the notice 30 days before a certificate ends).',
    },
  },
  roleGrant: {
    rule: 'whole',
    why: {
      vi: 'Vai trò hết vào ngày cuối của đơn vị cũ và chuyển sang đơn vị nhận toàn bộ; đơn vị bị chia thì người quản trị chọn.',
      en: 'A role ends on the old unit’s last day and passes to the unit that took it whole; of a split one the administrator chooses.',
    },
  },
  body: {
    rule: 'whole',
    why: {
      vi: 'Cơ quan cũ có ngày kết thúc và cơ quan kế thừa; đơn vị bị chia thì người quản trị chọn.',
      en: 'The old body gets a last day and a successor; of a split unit the administrator chooses.',
    },
  },
}

export type Passing = { to: 'unit'; unit: Unit } | { to: 'person'; candidates: readonly Unit[] } | { to: 'stays' } | { to: 'nobody' }

/**
 * Whom a record of `kind` at `place` belongs to on `day`. `address`: the unit of today that holds the product's address, where somebody
 * established it; it counts only if it is one of the heirs.
 */
export function passingOf(book: UnitBook, kind: RecordKind, place: Place, day: PlainDate, address?: string): Passing {
  const { rule } = passingRules[kind]
  if (rule === 'stays') return { to: 'stays' }
  if (rule === 'never') return { to: 'nobody' }
  if (rule === 'toProvince') {
    const unit = book.unit(place)
    const provinces = unit ? heirsOn(book, { era: unit.era, code: unit.provinceCode }, day) : []
    return oneOrPerson(provinces)
  }
  const heirs = heirsOn(book, place, day)
  const named = rule === 'byAddress' ? heirs.find((heir) => heir.code === address) : undefined
  return named ? { to: 'unit', unit: named } : oneOrPerson(heirs)
}

function oneOrPerson(units: readonly Unit[]): Passing {
  const [only] = units
  // No heir known (26 codes of the old list name no unit of 30/6/2025): still a person's question, never a guess.
  return only && units.length === 1 ? { to: 'unit', unit: only } : { to: 'person', candidates: units }
}
