// SQL of field visits. Whoever shows them asks the rights on the dossier first.
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { visitBeforeScoring } from '#/regulation/composition.ts'
import { formOf } from '#/regulation/load.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { caseFilesOf } from '../case-file/case-file.ts'
import { checklistOf, type Verdict, type VisitState } from './visit.ts'

/**
 * True where the item may not be scored yet: its set is visited before scoring (seed S0:167) and no visit of this desk is on record with a
 * voting member of no conflict present. Interpretation: one such member is enough; a visit of another level does not stand in.
 */
export async function visitMissing(db: Db | Tx, regulations: Regulations, itemId: string): Promise<boolean> {
  const item = await db
    .selectFrom('agendaItem as i')
    .innerJoin('meeting as m', 'm.id', 'i.meetingId')
    .innerJoin('dossier as d', 'd.id', 'i.dossierId')
    .select(['i.dossierId', 'm.authority', 'd.setNo', 'd.regulationId', 'd.regulationHash'])
    .where('i.id', '=', itemId)
    .executeTakeFirst()
  if (!item) return false
  const pack = regulations.pinned({ id: item.regulationId, hash: item.regulationHash })
  if (!visitBeforeScoring(pack, item.setNo)) return false
  const visit = await db
    .selectFrom('fieldVisit as v')
    .innerJoin('fieldVisitMember as p', 'p.visitId', 'v.id')
    .select('v.id')
    .where('v.dossierId', '=', item.dossierId)
    .where('v.authority', '=', item.authority)
    .where('v.state', '=', 'recorded')
    .where('p.voting', '=', true)
    .where('p.present', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('conflict as k')
            .select('k.id')
            .whereRef('k.accountId', '=', 'p.accountId')
            .where('k.itemId', '=', itemId)
            .where('k.state', '=', 'confirmed'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return visit === undefined
}

export type VisitLine = {
  id: string
  state: VisitState
  plannedOn: string
  place: string
  visitedOn: string | null
  documentId: string | null
  members: number
}

/** Visits of a dossier, newest first. */
export async function visitsOf(db: Db | Tx, dossierId: string): Promise<VisitLine[]> {
  const rows = await db
    .selectFrom('fieldVisit as v')
    .select(['v.id', 'v.state', 'v.plannedOn', 'v.place', 'v.visitedOn', 'v.documentId'])
    .select((eb) =>
      eb
        .selectFrom('fieldVisitMember as p')
        .select((select) => select.fn.countAll<string>().as('n'))
        .whereRef('p.visitId', '=', 'v.id')
        .as('members'),
    )
    .where('v.dossierId', '=', dossierId)
    .orderBy('v.createdAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as VisitState, members: Number(row.members ?? 0) }))
}

export type RecordedVisit = {
  id: string
  visitedOn: string | null
  place: string
  findings: string
  conclusion: string
  documentId: string | null
  answers: { criterion: string; verdict: Verdict; remark: string }[]
  photos: { id: string; fileName: string }[]
}

/** What was seen on the visits of a dossier, newest first: evidence for who may read the pack. Three queries, however many visits. */
export async function recordedVisits(db: Db | Tx, dossierId: string): Promise<RecordedVisit[]> {
  const rows = await db
    .selectFrom('fieldVisit')
    .select(['id', 'visitedOn', 'place', 'findings', 'conclusion', 'documentId'])
    .where('dossierId', '=', dossierId)
    .where('state', '=', 'recorded')
    .orderBy('visitedOn', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const answers = await db.selectFrom('fieldVisitAnswer').selectAll().where('visitId', 'in', ids).orderBy('criterion').execute()
  const photos = await caseFilesOf(db, 'fieldVisit', ids)
  return rows.map((row) => ({
    ...row,
    answers: answers
      .filter((answer) => answer.visitId === row.id)
      .map(({ criterion, verdict, remark }) => ({ criterion, verdict: verdict as Verdict, remark })),
    photos: photos.filter((photo) => photo.subjectId === row.id).map(({ id, fileName }) => ({ id, fileName })),
  }))
}

export type Candidate = { accountId: string; name: string; post: string; voting: boolean }

/**
 * Who may go: seated members of the desk's established councils, its office and advisory team. Left out: whoever has a conflict with the
 * dossier, decided or still open.
 */
export async function visitCandidates(db: Db | Tx, dossier: { id: string; authority: string }, today: string): Promise<Candidate[]> {
  const seats = await db
    .selectFrom('councilMember as m')
    .innerJoin('council as c', 'c.id', 'm.councilId')
    .select(['m.accountId', 'm.name', 'm.post', 'm.voting'])
    .where('c.authority', '=', dossier.authority)
    .where('c.state', '=', 'established')
    .where((eb) => eb.or([eb('m.leftOn', 'is', null), eb('m.leftOn', '>', today)]))
    .orderBy('m.ordinal')
    .execute()
  const staff = await db
    .selectFrom('roleGrant as g')
    .innerJoin('authUser as u', 'u.id', 'g.accountId')
    .select(['u.id as accountId', 'u.name', 'g.role'])
    .where('g.authority', '=', dossier.authority)
    .where('g.role', 'in', ['office', 'advisor'])
    .where('g.revokedAt', 'is', null)
    .where('u.blockedAt', 'is', null)
    .orderBy('u.name')
    .execute()
  const conflicted = await db
    .selectFrom('conflict as k')
    .innerJoin('agendaItem as i', 'i.id', 'k.itemId')
    .select('k.accountId')
    .where('i.dossierId', '=', dossier.id)
    .where('i.state', '<>', 'removed')
    .where('k.state', 'in', ['open', 'confirmed'])
    .execute()
  const out = new Set(conflicted.map((row) => row.accountId))
  const people = new Map<string, Candidate>()
  for (const seat of seats) {
    const known = people.get(seat.accountId)
    people.set(seat.accountId, { ...seat, voting: seat.voting || (known?.voting ?? false) })
  }
  for (const one of staff)
    if (!people.has(one.accountId))
      people.set(one.accountId, {
        accountId: one.accountId,
        name: one.name,
        post: one.role === 'office' ? 'Cơ quan OCOP' : 'Tổ tư vấn',
        voting: false,
      })
  return [...people.values()].filter((one) => !out.has(one.accountId))
}

/** A visit with everything its page shows. Staff of the visit's desk, and of the desk the dossier lies at now; not who is recused. */
export async function visitFor(db: Db | Tx, regulations: Regulations, actor: Actor, visitId: string | undefined) {
  const row = found(
    isId(visitId ?? '')
      ? await db
          .selectFrom('fieldVisit as v')
          .innerJoin('dossier as d', 'd.id', 'v.dossierId')
          .innerJoin('product as p', 'p.id', 'd.productId')
          .selectAll('v')
          .select(['d.authority as deskNow', 'd.setNo', 'd.regulationId', 'd.regulationHash', 'p.name as productName'])
          .where('v.id', '=', visitId ?? '')
          .executeTakeFirst()
      : null,
  )
  const staff = [row.authority, row.deskNow].some((desk) => serves(actor, desk, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(staff && !(await isRecused(db, actor.accountId, row.dossierId)))
  const members = await db.selectFrom('fieldVisitMember').selectAll().where('visitId', '=', row.id).orderBy('name').execute()
  const answers = await db.selectFrom('fieldVisitAnswer').selectAll().where('visitId', '=', row.id).orderBy('criterion').execute()
  const pack = regulations.pinned({ id: row.regulationId, hash: row.regulationHash })
  return {
    visit: { ...row, state: row.state as VisitState },
    members,
    answers: answers.map((answer) => ({ ...answer, verdict: answer.verdict as Verdict })),
    checklist: checklistOf(formOf(pack, row.setNo)),
    files: await caseFilesOf(db, 'fieldVisit', [row.id]),
    record: row.state === 'planned' && serves(actor, row.authority, 'office'),
  }
}
