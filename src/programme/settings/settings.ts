// Every setting of a province, in the order of the page, and what must hold between them.
import { provinceOf } from '../people/authority.ts'
import { signedCopyDays } from '../certificate/certificate.settings.ts'
import { lateRenewal } from '../dossier/dossier.settings.ts'
import { opinionSettings } from '../council/opinion.settings.ts'
import { communeSettings, supplementDays, supplementDaysMax } from '../commune/commune.settings.ts'
import { objectionSettings } from '../objection/objection.settings.ts'
import { producerYearSettings } from '../producer-year/producer-year.settings.ts'
import { serves, type Actor } from '../people/actor.ts'
import { lowerScores } from '../level/level.settings.ts'
import { inspectionSettings } from '../inspection/inspection.settings.ts'
import { moneyApprover } from '../money/money.settings.ts'
import { beforeDay } from '../programme-plan/plan.settings.ts'
import { taskSettings } from '../task/task.settings.ts'
import { remindDays } from '../report/report.settings.ts'
import { reportDays } from '../public-report/public-report.settings.ts'
import { monthDueDay } from '../sales-point/sales-point.settings.ts'
import type { SettingRule } from '../setting.ts'

export type SettingValue = string | number

export const settings = [
  ...communeSettings,
  lateRenewal,
  signedCopyDays,
  lowerScores,
  ...opinionSettings,
  ...objectionSettings,
  moneyApprover,
  monthDueDay,
  ...inspectionSettings,
  reportDays,
  ...producerYearSettings,
  beforeDay,
  ...taskSettings,
  remindDays,
] as readonly SettingRule<SettingValue>[]

export function settingRule(key: string): SettingRule<SettingValue> | null {
  return settings.find((rule) => rule.key === key) ?? null
}

/** Office and administrator of the province: the one answers for the rule, the other often types it. The ledger says who it was. */
export function maySet(actor: Actor | null, authority: string): boolean {
  return serves(actor, authority, 'office', 'admin')
}

type Words = { vi: string; en: string }

/** Why `value` cannot stand beside the other values of the province; null when it can. */
export function clash(key: string, value: SettingValue, values: Readonly<Record<string, SettingValue>>): Words | null {
  const after = { ...values, [key]: value }
  const [usual, most] = [Number(after[supplementDays.key]), Number(after[supplementDaysMax.key])]
  if ((key === supplementDays.key || key === supplementDaysMax.key) && usual > most)
    return {
      vi: `Số ngày thường giao (${usual}) không được lớn hơn số ngày nhiều nhất (${most}).`,
      en: `The usual days (${usual}) may not be more than the most (${most}).`,
    }
  return null
}

/** The value as people read it: "5 ngày làm việc", "Kết thúc hồ sơ". */
export function valueText(rule: SettingRule<SettingValue>, value: SettingValue, language: 'vi' | 'en'): string {
  if (rule.takes.kind === 'number') return `${value} ${rule.takes.unit[language]}`
  return rule.takes.choices.find((choice) => choice.value === value)?.label[language] ?? String(value)
}

/** How the ledger names a setting: a district's stand in its province's ledger under the district's own name. */
export function settingSubject(authority: string, key: string): string {
  return provinceOf(authority) === authority ? key : `${authority}:${key}`
}
