// Changing a province's setting.
import { provinceOf } from '../people/authority.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { found, must } from '../refuse.ts'
import { clash, maySet, settingRule, settingSubject } from './settings.ts'
import { settingValues } from './settings.store.ts'

/**
 * Sets a value for the actor's desk. Office or administrator, with a reason; unknown key: not found. Refused with `invalid` on `value` or
 * `reason`, with `versionConflict` when `seen` is given and is no longer what stands there. The value that already stands is no change.
 */
export async function changeSetting(ctx: Ctx, key: string, input: { value?: unknown; reason?: unknown; seen?: unknown }): Promise<void> {
  const { authority } = ctx.actor
  must(maySet(ctx.actor, authority))
  const rule = found(settingRule(key))
  // One change at a time in a province: what must hold between two settings is judged on what really stands.
  await ctx.tx.selectFrom('auditHead').select('seq').where('provinceCode', '=', provinceOf(authority)).forUpdate().execute()
  const values = await settingValues(ctx.tx, authority)
  const from = values[key] ?? rule.fallback
  if (input.seen !== undefined && String(input.seen) !== String(from)) throw new AppError('versionConflict')
  const fields = new Fields<'value' | 'reason'>({ reason: input.reason })
  const reason = fields.text('reason', { max: 1000, required: true, multiline: true })
  const value = rule.read(input.value)
  if (value === null)
    fields.say(
      'value',
      rule.takes.kind === 'number'
        ? {
            vi: `Nhập số nguyên từ ${rule.takes.min} đến ${rule.takes.max}.`,
            en: `A whole number from ${rule.takes.min} to ${rule.takes.max}.`,
          }
        : { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose a value from the list.' },
    )
  else {
    const fault = clash(key, value, values)
    if (fault) fields.say('value', fault)
    else if (value === from) fields.say('value', { vi: 'Đây là giá trị đang dùng.', en: 'This is the value in use.' })
  }
  fields.done()
  const row = { authority, key, value: json(value), updatedAt: ctx.now, updatedBy: ctx.actor.accountId }
  await ctx.tx
    .insertInto('setting')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['authority', 'key']).doUpdateSet({ value: row.value, updatedAt: row.updatedAt, updatedBy: row.updatedBy }),
    )
    .execute()
  await audit(ctx, {
    verb: 'setting.changed',
    subjectKind: 'setting',
    subjectId: settingSubject(authority, key),
    payload: { from, value, reason },
  })
}
