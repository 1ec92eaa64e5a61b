// What was accepted last time, as hints for a later dossier: the former option of each criterion and the papers that proved it. Never points.
import { expiryOf } from '../paper/paper.ts'
import { criteriaOf, findCriterion, pointsOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { formOf, type Pack } from '#/regulation/load.ts'
import { hintFor, type Hint } from '#/regulation/correspondence.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { readResultBasis, type BasisSheet } from '../council/result.ts'
import type { Regulations } from '../regulations.ts'
import type { DossierFacts } from './dossier.facts.ts'
import { submissionsOf } from './dossier.store.ts'
import type { Snapshot } from './snapshot.ts'

/** The hint of one criterion, with the producer's own former claim beside what the council accepted. */
export type FormerHint = Hint & {
  /** Number of the decision under which it was answered. */
  regulation: string
  /** Option the producer filed then, under the older form; shown beside, where the council took another one. */
  claimed: readonly { criterion: string; option: number; text: string }[]
  /** `accepted`: from the council's sheets; `claimed`: there is no result with sheets, only what was filed. */
  basis: 'accepted' | 'claimed'
}

/**
 * The answer a council accepted: for each criterion the option of the lower median sheet by points, which at least half of the sheets reach.
 * Interpretation: councils close a mean over all criteria and never one option; the lower one of two middle sheets is taken.
 */
export function acceptedAnswers(form: Form, sheets: readonly Pick<BasisSheet, 'answers'>[]): Answers {
  const accepted: Record<string, number> = {}
  for (const { criterion } of criteriaOf(form)) {
    const options = sheets.flatMap((sheet) =>
      sheet.answers.filter((answer) => answer.criterion === criterion.code).map((one) => one.option),
    )
    const sorted = options.toSorted((a, b) => pointsOf(criterion, a) - pointsOf(criterion, b) || a - b)
    const middle = sorted[Math.floor((sorted.length - 1) / 2)]
    if (middle !== undefined) accepted[criterion.code] = middle
  }
  return accepted
}

/** Under the same pack and set every criterion meets itself: the hint is the former option. */
export function hintsUnderSamePack(form: Form, answers: Answers): Hint[] {
  return criteriaOf(form).map(({ criterion }): Hint => {
    const option = answers[criterion.code]
    if (option === undefined)
      return {
        criterion: criterion.code,
        status: 'former',
        kind: 'same',
        former: [],
        near: null,
        evidenceFrom: [criterion.code],
        note: null,
      }
    const text = criterion.options[option - 1]?.text ?? ''
    return {
      criterion: criterion.code,
      status: 'former',
      kind: 'same',
      former: [{ set: form.set, criterion: criterion.code, option, text }],
      near: option,
      evidenceFrom: [criterion.code],
      note: null,
    }
  })
}

/**
 * Hints of every criterion, in printed order; empty for a first dossier and where the program knows no former one. A former set that does
 * not lead to the present one gives none.
 */
export async function formerHints(
  db: Db | Tx,
  regulations: Regulations,
  facts: Pick<DossierFacts, 'dossier' | 'form' | 'pack'>,
): Promise<FormerHint[]> {
  const { dossier, form, pack } = facts
  if (dossier.previousDossierId === null) return []
  const before = await formerOf(db, regulations, dossier.previousDossierId)
  if (!before) return []
  const hints = await hintsFrom(regulations, before, pack, form)
  return hints.map((hint) => ({
    ...hint,
    regulation: before.snapshot.regulation.number,
    basis: before.basis,
    claimed: hint.evidenceFrom.flatMap((code) => {
      const own = before.snapshot.answers.find((answer) => answer.criterion === code)
      return own ? [{ criterion: code, option: own.option, text: own.optionText }] : []
    }),
  }))
}

type Former = { snapshot: Snapshot; form: Form; pack: Pack; answers: Answers; basis: 'accepted' | 'claimed' }

async function formerOf(db: Db | Tx, regulations: Regulations, dossierId: string): Promise<Former | null> {
  const last = (await submissionsOf(db, dossierId)).at(-1)
  if (!last) return null
  const { regulation, set } = last.snapshot
  const pack = regulations.pinned({ id: regulation.id, hash: last.regulationHash })
  const form = formOf(pack, set.no)
  const dossier = await db.selectFrom('dossier').select('decidingResultId').where('id', '=', dossierId).executeTakeFirst()
  const result = dossier?.decidingResultId
    ? await db
        .selectFrom('result')
        .select('basis')
        .where('id', '=', dossier.decidingResultId)
        .where('state', '=', 'valid')
        .executeTakeFirst()
    : undefined
  const sheets = result ? readResultBasis(result.basis).sheets : []
  if (sheets.length > 0) return { snapshot: last.snapshot, form, pack, answers: acceptedAnswers(form, sheets), basis: 'accepted' }
  const answers = Object.fromEntries(last.snapshot.answers.map((answer) => [answer.criterion, answer.option]))
  return { snapshot: last.snapshot, form, pack, answers, basis: 'claimed' }
}

async function hintsFrom(regulations: Regulations, before: Former, pack: Pack, form: Form): Promise<Hint[]> {
  if (before.pack.id === pack.id) return before.form.set === form.set ? hintsUnderSamePack(form, before.answers) : []
  const table = await regulations.correspondence(before.pack.id, pack.id)
  if (!table?.forms.some((pair) => pair.old === before.form.set && pair.new === form.set)) return []
  return hintFor(table, { form: before.form, answers: before.answers }, form)
}

export type FormerPaper = { paperId: string; title: string; expiresOn: PlainDate | null; state: 'good' | 'expired' | 'removed' | 'noFile' }

/**
 * Papers that proved the criterion last time and are not linked now, each checked anew on `today`: past its last day, taken out of the
 * library, or without a file it is shown and cannot be taken over.
 */
export async function formerPapers(
  db: Db | Tx,
  facts: Pick<DossierFacts, 'dossier' | 'papers' | 'evidence'>,
  hint: Pick<FormerHint, 'criterion' | 'evidenceFrom'>,
  today: PlainDate,
): Promise<FormerPaper[]> {
  const { previousDossierId } = facts.dossier
  if (previousDossierId === null || hint.evidenceFrom.length === 0) return []
  const rows = await db
    .selectFrom('dossierEvidence as e')
    .innerJoin('paper as p', 'p.id', 'e.paperId')
    .select(['p.id', 'p.title', 'p.expiresOn'])
    .distinct()
    .where('e.dossierId', '=', previousDossierId)
    .where('e.criterion', 'in', [...hint.evidenceFrom])
    .where('e.removedAt', 'is', null)
    .where('p.producerId', '=', facts.dossier.producerId)
    .orderBy('p.title')
    .orderBy('p.id')
    .execute()
  const linked = new Set(facts.evidence.filter((link) => link.criterion === hint.criterion).map((link) => link.paperId))
  return rows
    .filter((row) => !linked.has(row.id))
    .map((row): FormerPaper => {
      const live = facts.papers.find((paper) => paper.id === row.id)
      const state = !live
        ? 'removed'
        : live.files.length === 0
          ? 'noFile'
          : expiryOf(live.expiresOn, today).state === 'expired'
            ? 'expired'
            : 'good'
      return { paperId: row.id, title: live?.title ?? row.title, expiresOn: live?.expiresOn ?? row.expiresOn, state }
    })
}

/** The former option as a number of the present form that is offered under the case chosen; null = nothing to confirm. */
export function confirmable(form: Form, hint: Pick<Hint, 'criterion' | 'near'>, cases: Readonly<Record<string, number>>): number | null {
  if (hint.near === null) return null
  if (hint.near === 0) return 0
  const criterion = findCriterion(form, hint.criterion)?.criterion
  const own = criterion?.options[hint.near - 1]
  if (!criterion || !own) return null
  return own.case === undefined || own.case === cases[hint.criterion] ? hint.near : null
}
