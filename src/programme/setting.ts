// Values an office may set, each with its default and the rule it stands on. A setting without a row has its default.
import { json } from '#/platform/database/json.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from './context.ts'
import { serves } from './people/actor.ts'
import { must } from './refuse.ts'

type Words = { vi: string; en: string }

export type SettingRule<T> = {
  key: string
  title: Words
  /** Where the value comes from: the law, the province's own rule, or our reading. Shown beside the value. */
  source: Words
  fallback: T
  /** Null when the value is not one this setting takes. */
  read: (stored: unknown) => T | null
}

export function wholeNumber<const K extends string>(
  key: K,
  title: Words,
  source: Words,
  bounds: { fallback: number; min: number; max: number },
): SettingRule<number> {
  return {
    key,
    title,
    source,
    fallback: bounds.fallback,
    read: (stored) =>
      typeof stored === 'number' && Number.isInteger(stored) && stored >= bounds.min && stored <= bounds.max ? stored : null,
  }
}

export function oneOf<const T extends string>(
  key: string,
  title: Words,
  source: Words,
  values: readonly T[],
  fallback: NoInfer<T>,
): SettingRule<T> {
  return { key, title, source, fallback, read: (stored) => values.find((value) => value === stored) ?? null }
}

/** The province's value; the default when none is set or what is stored is no longer allowed. */
export async function settingOf<T>(db: Db | Tx, authority: string, rule: SettingRule<T>): Promise<T> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('authority', '=', authority)
    .where('key', '=', rule.key)
    .executeTakeFirst()
  return (row && rule.read(row.value)) ?? rule.fallback
}

/** Sets a value for the actor's province. Office or administrator; refused with `invalid` on the field named like the key. */
export async function putSetting<T>(ctx: Ctx, rule: SettingRule<T>, value: unknown): Promise<void> {
  must(serves(ctx.actor, ctx.actor.authority, 'office', 'admin'))
  const read = rule.read(value)
  if (read === null)
    throw new AppError('invalid', {}, { [rule.key]: { vi: 'Giá trị này không dùng được.', en: 'This value cannot be used.' } })
  const row = { authority: ctx.actor.authority, key: rule.key, value: json(read), updatedAt: ctx.now, updatedBy: ctx.actor.accountId }
  await ctx.tx
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['authority', 'key']).doUpdateSet({ value: row.value, updatedAt: row.updatedAt, updatedBy: row.updatedBy }),
    )
    .execute()
  await audit(ctx, { verb: 'setting.changed', subjectKind: 'setting', subjectId: rule.key, payload: { value: read } })
}
