// Report forms of a desk: the families, their revisions, and which is in use.
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import { found, must, mustSee } from '../refuse.ts'
import { formContentSchema, type FormContent, type ReportKind } from './form.ts'
import { callRights } from './report.policy.ts'

export type FormState = 'draft' | 'used' | 'ended'

export type ReportForm = {
  id: string
  familyId: string
  revision: number
  provinceCode: string
  authority: string
  kind: ReportKind
  title: string
  content: FormContent
  state: FormState
  origin: string | null
  version: number
  createdAt: Date
}

type Stored = Omit<ReportForm, 'kind' | 'content' | 'state'> & { kind: string; content: unknown; state: string }

function toForm(row: Stored): ReportForm {
  return { ...row, kind: row.kind as ReportKind, state: row.state as FormState, content: formContentSchema.parse(row.content) }
}

const columns = [
  'id',
  'familyId',
  'revision',
  'provinceCode',
  'authority',
  'kind',
  'title',
  'content',
  'state',
  'origin',
  'version',
  'createdAt',
] as const

/** Every revision of a desk's forms, newest of a family first. */
export async function formsOf(db: Db | Tx, authority: string): Promise<ReportForm[]> {
  const rows = await db
    .selectFrom('reportForm')
    .select(columns)
    .where('authority', '=', authority)
    .orderBy('kind')
    .orderBy('familyId')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(toForm)
}

/** The forms a call may be made with. */
export async function usedForms(db: Db | Tx, authority: string): Promise<ReportForm[]> {
  return (await formsOf(db, authority)).filter((form) => form.state === 'used')
}

export async function formById(db: Db | Tx, id: string): Promise<ReportForm | null> {
  const row = isId(id) ? await db.selectFrom('reportForm').select(columns).where('id', '=', id).executeTakeFirst() : undefined
  return row ? toForm(row) : null
}

/** The revision before this one in its family. */
export async function formBefore(db: Db | Tx, form: ReportForm): Promise<ReportForm | null> {
  const row = await db
    .selectFrom('reportForm')
    .select(columns)
    .where('familyId', '=', form.familyId)
    .where('revision', '<', form.revision)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toForm(row) : null
}

/** The form, held, for its desk's office. */
export async function formToChange(ctx: Ctx, id: string): Promise<ReportForm> {
  const row = found(
    isId(id) ? await ctx.tx.selectFrom('reportForm').select(columns).where('id', '=', id).forUpdate().executeTakeFirst() : null,
  )
  const rights = callRights(ctx.actor, row.authority)
  mustSee(rights.see)
  must(rights.keep)
  return toForm(row)
}

export async function insertForm(
  ctx: Ctx,
  form: Pick<ReportForm, 'kind' | 'title' | 'content' | 'state' | 'origin' | 'revision'> & { familyId?: string },
): Promise<string> {
  const id = newId()
  await ctx.tx
    .insertInto('reportForm')
    .values({
      id,
      familyId: form.familyId ?? id,
      revision: form.revision,
      provinceCode: ctx.actor.provinceCode,
      authority: ctx.actor.authority,
      kind: form.kind,
      title: form.title,
      content: json(form.content),
      state: form.state,
      origin: form.origin,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  return id
}
