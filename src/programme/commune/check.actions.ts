// The check of components: a verdict and a remark per line, saved as they are made.
import { formOf } from '#/regulation/load.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { must } from '../refuse.ts'
import { communeDossier, wrongState } from './commune.load.ts'
import { componentLines, verdicts, type Check, type ComponentLine, type Verdict } from './components.ts'
import { checksOf, latestSubmission, type Level, type Submission } from './submission.store.ts'

export type CheckInput = { component: string; verdict: string; remark: string }

/** The commune's check. Lines left out keep their verdict; an unknown component or verdict is refused whole. */
export async function saveCommuneCheck(ctx: Ctx, dossierId: string, lines: readonly CheckInput[]): Promise<void> {
  const { dossier, rights } = await communeDossier(ctx, dossierId)
  if (dossier.state === 'filed') must(rights.check)
  else throw wrongState(dossier)
  const submission = await latestSubmission(ctx.tx, dossierId)
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  await saveChecks(
    ctx,
    dossier,
    submission,
    'commune',
    componentLines(pack.regulation, formOf(pack, dossier.setNo), submission.snapshot),
    lines,
  )
}

/** Writes verdicts of one level on one submission; a carried verdict sent back as it stands stays carried. Missing and wrong need a remark: the producer will read it. */
export async function saveChecks(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string },
  submission: Submission,
  level: Level,
  asked: readonly ComponentLine[],
  lines: readonly CheckInput[],
): Promise<void> {
  const known = new Set(asked.map((line) => line.code))
  const fields = new Fields<string>(Object.fromEntries(lines.map((line) => [`remark:${line.component}`, line.remark])))
  const checks = lines.map((line): Check => {
    if (!known.has(line.component)) throw new AppError('badRequest', { reason: 'component' })
    const verdict = verdicts.find((one) => one === line.verdict)
    if (!verdict) throw new AppError('badRequest', { reason: 'verdict' })
    const lacking: readonly Verdict[] = ['missing', 'wrong']
    const remark = fields.text(`remark:${line.component}`, { max: 1000, required: lacking.includes(verdict), multiline: true })
    return { component: line.component, verdict, remark }
  })
  fields.done()
  const before = new Map((await checksOf(ctx.tx, submission.id, level)).map((check) => [check.component, check]))
  const changed = checks.filter((check) => {
    const old = before.get(check.component)
    return old?.verdict !== check.verdict || old.remark !== check.remark
  })
  if (changed.length === 0) return
  await ctx.tx
    .insertInto('componentCheck')
    .values(
      changed.map((check) => ({
        submissionId: submission.id,
        level,
        ...check,
        checkedBy: ctx.actor.accountId,
        checkedAt: ctx.now,
        carriedFrom: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['submissionId', 'level', 'component']).doUpdateSet((row) => ({
        verdict: row.ref('excluded.verdict'),
        remark: row.ref('excluded.remark'),
        checkedBy: row.ref('excluded.checkedBy'),
        checkedAt: row.ref('excluded.checkedAt'),
        carriedFrom: row.ref('excluded.carriedFrom'),
      })),
    )
    .execute()
  await audit(ctx, {
    verb: level === 'commune' ? 'commune.checked' : 'reception.checked',
    subjectKind: 'dossier',
    subjectId: dossier.id,
    authority: dossier.provinceCode,
    dossierId: dossier.id,
    payload: { submission: submission.ordinal, lines: Object.fromEntries(changed.map((check) => [check.component, check.verdict])) },
  })
}
