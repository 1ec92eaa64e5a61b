// The way of a dossier between desks as the staff of a desk on it may know it, and what its present desk can do next.
import type { Db } from '#/platform/database/open.ts'
import { levelOf as ruleOf } from '#/regulation/levels.ts'
import { standingsOf } from '../access/access.ts'
import { caseFilesOf, type CaseFileLine } from '../case-file/case-file.ts'
import { requiredSamples } from '../commune/samples.ts'
import { itemsOfDossier } from '../council/council.store.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { serves, type Actor } from '../people/actor.ts'
import { CENTRAL, levelOf, provinceOf, type AssessingLevel } from '../people/authority.ts'
import { bodiesOf } from '../people/bodies.store.ts'
import type { Regulations } from '../regulations.ts'
import { choicesOnReturn } from './level.actions.ts'
import { decidingResult, type StoredResult } from './level.load.ts'
import { isBelow, keptFromScores } from './lower-scores.ts'
import { deskAbove, deskBelow, following, type Outcome } from './way.ts'

export type WayResult = {
  authority: string
  level: AssessingLevel
  closedAt: Date
  state: string
  /** Null: closed, but not for this reader to know yet. */
  scores: { outcome: Outcome; meanPrinted: string | null; star: number | null } | null
}
export type WayTransfer = {
  id: string
  way: 'up' | 'down'
  ground: 'result' | 'notValid'
  from: AssessingLevel
  to: AssessingLevel
  sentAt: Date
  note: string
  documentId: string | null
  documentNumber: string | null
  /** The ministry's own paper, where it answered outside the program. */
  answer: { number: string; files: CaseFileLine[] } | null
  choice: string | null
  choiceReason: string | null
  chosenAt: Date | null
}
/** What the desk's office may press now; `approvalNeeded`: only after the approval of the result. */
export type NextDeed =
  | { deed: 'sendUp'; to: AssessingLevel; samples: number; approvalNeeded: boolean }
  | { deed: 'returnDown'; to: AssessingLevel; reasonNeeded: boolean }
  | { deed: 'choose'; choices: readonly string[] }

export type Way = {
  /** Assessing levels the dossier's pack has, lowest first. */
  levels: { level: AssessingLevel; here: boolean; been: boolean; body: string | null }[]
  results: WayResult[]
  transfers: WayTransfer[]
  next: NextDeed | null
  mayReturnNotValid: boolean
  /** Sent to a ministry outside the program: the office writes down what it answers. */
  awaitsMinistry: boolean
}

type House = { regulations: Regulations; now: Date }
type Given = Omit<DossierRow, 'state'> & { state: string }

/** Read after the right to see the dossier was judged (`officeFile`). */
export async function wayOf(db: Db, house: House, actor: Actor, dossier: Given): Promise<Way> {
  const pack = house.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const desks = [...dossier.pastAuthorities, dossier.authority]
  const path = pack.regulation.levels.map((entry) => entry.level).filter((level): level is AssessingLevel => level !== 'commune')
  const office = serves(actor, dossier.authority, 'office')
  const levels: Way['levels'] = []
  for (const level of path) {
    const desk =
      desks.find((one) => levelOf(one) === level) ??
      (level === 'district'
        ? null
        : level === 'central'
          ? CENTRAL
          : provinceOf(dossier.authority === CENTRAL ? dossier.provinceCode : dossier.authority))
    const { committee } = desk === null ? { committee: null } : await bodiesOf(db, desk)
    levels.push({ level, here: desk === dossier.authority, been: desk !== null && desks.includes(desk), body: committee?.name ?? null })
  }
  const transfers = await transfersOf(db, dossier.id)
  return {
    levels,
    results: await resultsFor(db, house, actor, dossier, transfers),
    transfers,
    next: office ? await nextDeed(db, house, dossier) : null,
    mayReturnNotValid: office && returnsNotValid(house, dossier),
    awaitsMinistry: office && dossier.state === 'sentToMinistry',
  }
}

async function transfersOf(db: Db, dossierId: string): Promise<(WayTransfer & { resultId: string | null })[]> {
  const rows = await db
    .selectFrom('transfer as t')
    .leftJoin('document as d', 'd.id', 't.documentId')
    .leftJoin('ministryAnswer as a', 'a.id', 't.answerId')
    .selectAll('t')
    .select(['d.number as documentNumber', 'a.number as answerNumber'])
    .where('t.dossierId', '=', dossierId)
    .orderBy('t.sentAt')
    .execute()
  const files = await caseFilesOf(
    db,
    'ministryAnswer',
    rows.flatMap((row) => row.answerId ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    way: row.way as WayTransfer['way'],
    ground: row.ground as WayTransfer['ground'],
    from: levelOf(row.fromAuthority),
    to: levelOf(row.toAuthority),
    sentAt: row.sentAt,
    note: row.note,
    documentId: row.documentId,
    documentNumber: row.documentNumber,
    answer: row.answerNumber === null ? null : { number: row.answerNumber, files: files.filter((file) => file.subjectId === row.answerId) },
    choice: row.choice,
    choiceReason: row.choiceReason,
    chosenAt: row.chosenAt,
    resultId: row.resultId,
  }))
}

/**
 * Results of every level. A level below is kept from those who still score above it; a level above is known below once it has sent the
 * dossier back with it.
 */
async function resultsFor(
  db: Db,
  house: House,
  actor: Actor,
  dossier: Given,
  transfers: readonly { resultId: string | null }[],
): Promise<WayResult[]> {
  const rows = await db
    .selectFrom('result')
    .select(['id', 'itemId', 'authority', 'outcome', 'meanPrinted', 'star', 'state', 'closedAt'])
    .where('dossierId', '=', dossier.id)
    .orderBy('closedAt')
    .execute()
  const standings = await standingsOf(db, actor, await itemsOfDossier(db, dossier.id), house.now)
  const served = [dossier.authority, ...dossier.pastAuthorities].filter((desk) =>
    serves(actor, desk, 'office', 'leader', 'clerk', 'advisor'),
  )
  return rows.map((row) => {
    // What came on paper was written down by the desk below itself.
    const fromAbove =
      row.itemId !== null && served.every((desk) => isBelow(desk, row.authority)) && !transfers.some((one) => one.resultId === row.id)
    const kept = fromAbove || keptFromScores(row.authority, standings)
    return {
      authority: row.authority,
      level: levelOf(row.authority),
      closedAt: row.closedAt,
      state: row.state,
      scores: kept ? null : { outcome: row.outcome as Outcome, meanPrinted: row.meanPrinted, star: row.star },
    }
  })
}

async function nextDeed(db: Db, { regulations }: House, dossier: Given): Promise<NextDeed | null> {
  if (dossier.state === 'returned') {
    const choices = await choicesOnReturn({ tx: db as never, regulations }, dossier as DossierRow)
    return choices.length === 0 ? null : { deed: 'choose', choices }
  }
  if (dossier.state !== 'concluded' || dossier.decidingResultId === null) return null
  const pack = regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const result: StoredResult = await decidingResult(db as never, dossier)
  if (result.authority !== dossier.authority) return null
  const next = following(pack, result)
  if (next.step === 'sendUp') {
    const to = deskAbove(pack, dossier.authority)
    if (to === null || !(await bodiesOf(db, to)).office) return null
    const approved = await db
      .selectFrom('recognitionItem as i')
      .innerJoin('recognitionDecision as x', 'x.id', 'i.decisionId')
      .select('x.id')
      .where('i.resultId', '=', result.id)
      .where('x.kind', '=', 'approval')
      .where('x.state', '=', 'issued')
      .executeTakeFirst()
    const samples = next.samples ? requiredSamples(pack.regulation, dossier.setNo) : 0
    return { deed: 'sendUp', to: levelOf(to), samples, approvalNeeded: next.approves && approved === undefined }
  }
  if (next.step !== 'returnDown' && next.step !== 'personDecides') return null
  const to = deskBelow(next.to, dossier.pastAuthorities)
  return to === null ? null : { deed: 'returnDown', to: levelOf(to), reasonNeeded: next.step === 'personDecides' }
}

function returnsNotValid({ regulations }: House, dossier: Given): boolean {
  if (!['proposed', 'accepted', 'provinceSupplement'].includes(dossier.state)) return false
  const back = ruleOf(
    regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }),
    levelOf(dossier.authority),
  )?.returnsInvalid
  return back !== undefined && deskBelow(back.to, dossier.pastAuthorities) !== null
}
