// The settings of a province as they stand, and how each came to stand there. The ledger is the history; nothing is kept twice.
import { provinceOf } from '../people/authority.ts'
import { settingSubject } from './settings.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { SettingRule } from '../setting.ts'
import { settings, type SettingValue } from './settings.ts'

export type SettingChange = { at: Date; by: string; from: SettingValue | null; to: SettingValue; reason: string }

export type PresentSetting = {
  rule: SettingRule<SettingValue>
  value: SettingValue
  /** False while nobody ever set it: the default counts. */
  isSet: boolean
  since: Date | null
  by: string | null
}

/** Every setting with its value today, who set it and when. */
export async function presentSettings(db: Db | Tx, authority: string): Promise<PresentSetting[]> {
  const rows = await db
    .selectFrom('setting')
    .leftJoin('authUser', 'authUser.id', 'setting.updatedBy')
    .select(['setting.key', 'setting.value', 'setting.updatedAt', 'authUser.name'])
    .where('setting.authority', '=', authority)
    .execute()
  return settings.map((rule) => {
    const row = rows.find((one) => one.key === rule.key)
    const read = row ? rule.read(row.value) : null
    return row && read !== null
      ? { rule, value: read, isSet: true, since: row.updatedAt, by: row.name }
      : { rule, value: rule.fallback, isSet: false, since: null, by: null }
  })
}

export async function settingValues(db: Db | Tx, authority: string): Promise<Record<string, SettingValue>> {
  return Object.fromEntries((await presentSettings(db, authority)).map(({ rule, value }) => [rule.key, value]))
}

/** Newest first. Changes recorded before reasons were asked for carry none. */
export async function settingHistory(db: Db, authority: string, key: string): Promise<SettingChange[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'actorName', 'payload'])
    .where('provinceCode', '=', provinceOf(authority))
    .where('subjectKind', '=', 'setting')
    .where('subjectId', '=', settingSubject(authority, key))
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ at, actorName, payload }) => {
    const { from, value, reason } = payload as { from?: SettingValue; value: SettingValue; reason?: string }
    return { at, by: actorName, from: from ?? null, to: value, reason: reason ?? '' }
  })
}
