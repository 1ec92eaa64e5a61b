// Calls for reports: planned, changed, opened with one report for each unit, closed.
import { sql } from 'kysely'
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { mustBeVersion } from '../fields.ts'
import { beforeDay } from '../programme-plan/plan.settings.ts'
import { found, must, mustSee } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { eraOf } from '../units/units.ts'
import { formForCall } from './form.actions.ts'
import { readCall, type Asked, type CallInput } from './call.input.ts'
import { periodicKinds, type ReportKind } from './form.ts'
import { plansOfDesk } from './promise.store.ts'
import { callRights } from './report.policy.ts'
import { tellReport } from './tell.ts'
import { expectedUnits, type Expected } from './units.store.ts'

/** Plans a call with a form in use. Returns its id. Throws `invalid` by field. */
export async function planReportCall(ctx: Ctx, input: CallInput): Promise<string> {
  const { authority, provinceCode } = ctx.actor
  must(callRights(ctx.actor, authority).keep)
  const form = await formForCall(ctx, input['formId'])
  if (!form) throw new AppError('invalid', {}, { formId: { vi: 'Chọn một mẫu đang dùng.', en: 'Choose a form in use.' } })
  const { asked, ...call } = readCall(input, await settingOf(ctx.tx, authority, beforeDay))
  await mustBePlan(ctx, authority, call.planFamilyId)
  const id = newId()
  await ctx.tx
    .insertInto('reportCall')
    .values({
      id,
      provinceCode,
      authority,
      formId: form.id,
      kind: form.kind,
      ...call,
      asked: json(asked),
      unitEra: eraOf(call.periodTo),
      state: 'planned',
      demo: ctx.config.demo,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await log(ctx, id, 'reportCall.planned', { ...call, asked, form: form.id })
  return id
}

async function mustBePlan(ctx: Ctx, authority: string, familyId: string | null): Promise<void> {
  if (familyId === null || (await plansOfDesk(ctx.tx, authority)).some((plan) => plan.familyId === familyId)) return
  throw new AppError(
    'invalid',
    {},
    { planFamilyId: { vi: 'Chọn một kế hoạch đã ban hành của cơ quan.', en: 'Choose an issued plan of the desk.' } },
  )
}

/** Changes a call before it is open. Returns the new version. */
export async function changeReportCall(ctx: Ctx, callId: string, input: CallInput, version: number): Promise<number> {
  const call = await callToChange(ctx, callId, 'planned')
  const { asked, ...changed } = readCall(input, await settingOf(ctx.tx, call.authority, beforeDay))
  mustBeVersion(call.version, version)
  await mustBePlan(ctx, call.authority, changed.planFamilyId)
  await ctx.tx
    .updateTable('reportCall')
    .set({ ...changed, asked: json(asked), unitEra: eraOf(changed.periodTo), version: version + 1 })
    .where('id', '=', callId)
    .execute()
  await log(ctx, callId, 'reportCall.changed', { ...changed, asked })
  return version + 1
}

/** Opens a call: one report for each unit that exists in its era, each unit told. Returns how many. */
export async function openReportCall(ctx: Ctx, callId: string): Promise<number> {
  const call = await callToChange(ctx, callId, 'planned')
  const units = await expectedUnits(ctx.tx, { ...call, asked: call.asked as Asked })
  const parents = new Set(units.map((unit) => unit.parentId))
  await insertReports(ctx, call, units, parents)
  if (periodicKinds.includes(call.kind as ReportKind)) await findPrevious(ctx, callId)
  await ctx.tx
    .updateTable('reportCall')
    .set({ state: 'open', version: call.version + 1 })
    .where('id', '=', callId)
    .execute()
  await log(ctx, callId, 'reportCall.opened', { reports: units.length })
  await tellUnits(ctx, callId, call.title)
  return units.length
}

type Call = Awaited<ReturnType<typeof callToChange>>

async function insertReports(ctx: Ctx, call: Call, units: readonly Expected[], parents: ReadonlySet<string | null>): Promise<void> {
  const rows = units.map((unit) => ({
    ...unit,
    state: parents.has(unit.id) ? 'waiting' : 'open',
    dueOn: unit.parentId === null ? call.dueOn : (call.partsDueOn ?? call.dueOn),
  }))
  await sql`
    insert into report (id, call_id, form_id, province_code, authority, commune_code, body_id, unit_name, parent_id, upper_authority, state, due_on)
    select id, ${call.id}::uuid, ${call.formId}::uuid, "provinceCode", authority, "communeCode", "bodyId", "unitName", "parentId", "upperAuthority", state, "dueOn"
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id uuid, "provinceCode" text, authority text, "communeCode" text, "bodyId" uuid,
      "unitName" text, "parentId" uuid, "upperAuthority" text, state text, "dueOn" date)`.execute(ctx.tx)
}

/** The unit's periodic report with the newest data before this one: its estimate is trued up here. */
async function findPrevious(ctx: Ctx, callId: string): Promise<void> {
  await sql`
    update report r set previous_id = (
      select q.id from report_call b join report q on q.call_id = b.id
      where b.authority = c.authority and b.kind in ('halfYear', 'year') and b.cut_off_on < c.cut_off_on and b.unit_era = c.unit_era
        and b.state <> 'planned' and q.state <> 'notExpected' and q.authority = r.authority
        and q.commune_code is not distinct from r.commune_code and q.body_id is not distinct from r.body_id
      order by b.cut_off_on desc, b.id desc limit 1)
    from report_call c where c.id = r.call_id and r.call_id = ${callId}`.execute(ctx.tx)
}

async function tellUnits(ctx: Ctx, callId: string, callTitle: string): Promise<void> {
  const { rows } = await sql<{
    id: string
    authority: string
    communeCode: string | null
    bodyId: string | null
    unitName: string
    dueOn: string
    unitEra: string
  }>`
    select r.id, r.authority, r.commune_code, r.body_id, r.unit_name, r.due_on, c.unit_era from report r join report_call c on c.id = r.call_id
    where r.call_id = ${callId} and r.parent_id is not null and exists (
      select 1 from role_grant g where g.revoked_at is null and (
        (r.commune_code is not null and g.commune_code = r.commune_code and g.authority = r.authority)
        or (r.body_id is not null and g.body_id = r.body_id and g.role = 'bodyOfficer')
        or (r.commune_code is null and r.body_id is null and g.authority = r.authority and g.role = 'office')))`.execute(ctx.tx)
  for (const report of rows) await tellReport(ctx, { ...report, callTitle, upperAuthority: null }, 'unit', 'report.asked', report.id)
}

/** Closes a call once the desk's own report is locked; what has not come by then stays in the late list. */
export async function closeReportCall(ctx: Ctx, callId: string): Promise<void> {
  const call = await callToChange(ctx, callId, 'open')
  const own = await ctx.tx
    .selectFrom('report')
    .select(['state', 'unitName'])
    .where('callId', '=', callId)
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  if (own.state !== 'approved') throw new AppError('report.callRuns', { unit: own.unitName })
  await ctx.tx
    .updateTable('reportCall')
    .set({ state: 'closed', version: call.version + 1 })
    .where('id', '=', callId)
    .execute()
  await log(ctx, callId, 'reportCall.closed', {})
}

/** Throws a call away that was never opened. */
export async function dropReportCall(ctx: Ctx, callId: string): Promise<void> {
  const call = await callToChange(ctx, callId, 'planned')
  await ctx.tx.deleteFrom('reportCall').where('id', '=', callId).execute()
  await log(ctx, callId, 'reportCall.dropped', { title: call.title })
}

const callStateWords = { planned: 'đợt chưa mở', open: 'đợt đang mở', closed: 'đợt đã kết thúc' } as const

async function callToChange(ctx: Ctx, callId: string, state: 'planned' | 'open') {
  const call = found(
    isId(callId) ? await ctx.tx.selectFrom('reportCall').selectAll().where('id', '=', callId).forUpdate().executeTakeFirst() : null,
  )
  const rights = callRights(ctx.actor, call.authority)
  mustSee(rights.see)
  must(rights.keep)
  if (call.state !== state) throw new AppError('stateConflict', { state: callStateWords[call.state as keyof typeof callStateWords] })
  return call
}

function log(ctx: Ctx, id: string, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'reportCall', subjectId: id, payload })
}
