// Values of targets entered by hand. Whoever calls has asked the rights on the plan (planFor).
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Actor } from '../people/actor.ts'
import { readsPlanPaper } from '../programme-plan/plan.store.ts'
import type { Figure } from './indicator.ts'

export type HandValue = {
  id: string
  asOf: PlainDate
  numerator: number
  denominator: number | null
  note: string
  enteredBy: string
  enteredAt: Date
  takenBackAt: Date | null
  takenBackReason: string | null
}

/** Code → the value that holds on a day: the latest day until then, of that day the latest entered; none taken back. */
export async function latestValues(
  db: Db | Tx,
  familyId: string,
  asOf: PlainDate,
): Promise<Map<string, Pick<Figure, 'numerator' | 'denominator' | 'blank'>>> {
  const { rows } = await sql<{ targetCode: string; numerator: number; denominator: number | null }>`
    select distinct on (v.target_code) v.target_code, v.numerator, v.denominator from programme_target_value v
    where v.family_id = ${familyId}::uuid and v.as_of <= ${asOf}::date and v.taken_back_at is null
    order by v.target_code, v.as_of desc, v.entered_at desc, v.id desc`.execute(db)
  return new Map(rows.map(({ targetCode, ...value }) => [targetCode, { ...value, blank: null }]))
}

/** Whether the actor may open the evidence of a value: who keeps the plan, or may see one of its issued revisions. */
export async function readsTargetValue(db: Db, actor: Actor, valueId: string): Promise<boolean> {
  const value = await db.selectFrom('programmeTargetValue').select('familyId').where('id', '=', valueId).executeTakeFirst()
  return value !== undefined && (await readsPlanPaper(db, actor, value.familyId))
}

/** Every value ever entered for a target, newest day first; taken back ones too, with their reason. */
export async function handValues(db: Db | Tx, familyId: string, code: string): Promise<HandValue[]> {
  const { rows } = await sql<HandValue>`
    select v.id, v.as_of, v.numerator, v.denominator, v.note, coalesce(u.name, '') as entered_by, v.entered_at, v.taken_back_at, v.taken_back_reason
    from programme_target_value v left join auth_user u on u.id = v.entered_by
    where v.family_id = ${familyId}::uuid and v.target_code = ${code}
    order by v.as_of desc, v.entered_at desc, v.id desc limit 200`.execute(db)
  return rows
}
