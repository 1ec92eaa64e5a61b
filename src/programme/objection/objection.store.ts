// SQL of objections and of what they stand on.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { caseFilesOf } from '../case-file/case-file.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { ownsProducer, serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { calendarOf } from '../reference.ts'
import { settingOf } from '../setting.ts'
import { objectionDays } from './objection.settings.ts'
import { scorersOf } from './reassessment.store.ts'
import { objectionTerm, type ObjectionOutcome, type ObjectionState } from './objection.ts'

export type ToldBy = { paperId: string; number: string | null; issuedOn: string; enteredOn: string }

/** The paper that told the producer the result: its letter, or the decision that recognised it. Null while there is none. */
export async function toldBy(db: Db | Tx, resultId: string): Promise<ToldBy | null> {
  const letter = await db
    .selectFrom('resultLetter as l')
    .innerJoin('document as x', 'x.id', 'l.documentId')
    .select(['x.id', 'x.number', 'x.issuedOn', 'l.issuedAt as at'])
    .where('l.resultId', '=', resultId)
    .executeTakeFirst()
  const row =
    letter ??
    (await db
      .selectFrom('recognitionItem as i')
      .innerJoin('recognitionDecision as r', 'r.id', 'i.decisionId')
      .innerJoin('document as x', 'x.id', 'r.documentId')
      .select(['x.id', 'x.number', 'r.issuedOn', 'r.issuedAt as at'])
      .where('i.resultId', '=', resultId)
      .where('r.kind', '=', 'recognition')
      .where('r.state', '=', 'issued')
      .executeTakeFirst())
  if (!row?.at) return null
  const enteredOn = plainDateOf(row.at)
  return { paperId: row.id, number: row.number, issuedOn: row.issuedOn ?? enteredOn, enteredOn }
}

/** Its own dossier for a producer, with the result the desk decided on, the paper that told it and the objection, if any. */
export async function ownObjection(db: Db | Tx, actor: Actor, dossierId: string | undefined) {
  const dossier = found(
    isId(dossierId ?? '')
      ? await db
          .selectFrom('dossier as d')
          .innerJoin('product as p', 'p.id', 'd.productId')
          .select(['d.id', 'd.producerId', 'd.authority', 'd.decidingResultId', 'd.state', 'p.name as productName'])
          .where('d.id', '=', dossierId ?? '')
          .executeTakeFirst()
      : null,
  )
  mustSee(ownsProducer(actor, dossier.producerId))
  const last = await db
    .selectFrom('objection')
    .selectAll()
    .where('dossierId', '=', dossier.id)
    .orderBy('filedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const objection = last ? { ...last, state: last.state as ObjectionState, outcome: last.outcome as ObjectionOutcome | null } : null
  return {
    dossier,
    told: dossier.decidingResultId ? await toldBy(db, dossier.decidingResultId) : null,
    objection,
    /** An objection to the result that counts today: there is none after a new result. */
    raised: objection !== null && objection.resultId === dossier.decidingResultId,
    files: objection ? await caseFilesOf(db, 'objection', [objection.id]) : [],
  }
}

/**
 * What the producer's page of a dossier says of objecting: until when it may, or that there is one. Null: nothing to say. Asked after the page
 * has judged that the dossier is the reader's own.
 */
export async function objectionStanding(
  db: Db | Tx,
  dossier: { id: string; authority: string; decidingResultId: string | null },
  today: PlainDate,
): Promise<{ raised: boolean; until: PlainDate | null } | null> {
  const known = await db.selectFrom('objection').select(['resultId', 'state']).where('dossierId', '=', dossier.id).execute()
  const spent = known.some((one) => one.resultId === dossier.decidingResultId || ['filed', 'received', 'deciding'].includes(one.state))
  const told = spent || dossier.decidingResultId === null ? null : await toldBy(db, dossier.decidingResultId)
  if (told !== null) {
    const { dueOn } = objectionTerm(told, await settingOf(db, dossier.authority, objectionDays), await calendarOf(db))
    if (today <= dueOn) return { raised: known.length > 0, until: dueOn }
  }
  return known.length > 0 ? { raised: true, until: null } : null
}

/** An objection for staff of its desk; who is recused from the dossier does not see it. */
export async function objectionFor(db: Db | Tx, actor: Actor, id: string | undefined, lock = false) {
  let query = db
    .selectFrom('objection as o')
    .innerJoin('dossier as d', 'd.id', 'o.dossierId')
    .innerJoin('product as p', 'p.id', 'd.productId')
    .innerJoin('producer as m', 'm.id', 'o.producerId')
    .innerJoin('result as r', 'r.id', 'o.resultId')
    .selectAll('o')
    .select(['p.name as productName', 'm.name as producerName', 'r.star', 'r.meanPrinted', 'r.itemId', 'd.provinceCode', 'd.demo'])
    .where('o.id', '=', id ?? '')
  if (lock) query = query.forUpdate('o')
  const row = found(isId(id ?? '') ? await query.executeTakeFirst() : null)
  mustSee(serves(actor, row.authority, 'office', 'leader', 'clerk') && !(await isRecused(db, actor.accountId, row.dossierId)))
  const deciders = await db
    .selectFrom('objectionDecider as x')
    .innerJoin('authUser as u', 'u.id', 'x.accountId')
    .select(['x.accountId', 'u.name'])
    .where('x.objectionId', '=', row.id)
    .orderBy('u.name')
    .execute()
  const objection = { ...row, state: row.state as ObjectionState, outcome: row.outcome as ObjectionOutcome | null }
  const open = objection.state !== 'answered' && objection.state !== 'withdrawn'
  return {
    objection,
    deciders,
    files: await caseFilesOf(db, 'objection', [row.id]),
    rights: {
      receive: serves(actor, row.authority, 'office') && objection.state === 'filed',
      name: serves(actor, row.authority, 'leader') && (objection.state === 'received' || objection.state === 'deciding'),
      answer: open && objection.state === 'deciding' && deciders.some((one) => one.accountId === actor.accountId),
    },
  }
}

/** Staff of the desk who may decide: no sheet behind the result, did not close it, no conflict, not of the producer. */
export async function mayDecide(
  db: Db | Tx,
  objection: { authority: string; resultId: string; dossierId: string; producerId: string },
): Promise<{ accountId: string; name: string }[]> {
  const scorers = new Set(await scorersOf(db, objection.resultId))
  const staff = await db
    .selectFrom('roleGrant as g')
    .innerJoin('authUser as u', 'u.id', 'g.accountId')
    .select(['u.id as accountId', 'u.name'])
    .distinct()
    .where('g.authority', '=', objection.authority)
    .where('g.role', 'in', ['office', 'leader'])
    .where('g.revokedAt', 'is', null)
    .where('u.blockedAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('roleGrant as own')
            .select('own.id')
            .whereRef('own.accountId', '=', 'u.id')
            .where('own.producerId', '=', objection.producerId)
            .where('own.revokedAt', 'is', null),
        ),
      ),
    )
    .orderBy('u.name')
    .execute()
  const free: { accountId: string; name: string }[] = []
  for (const one of staff) if (!scorers.has(one.accountId) && !(await isRecused(db, one.accountId, objection.dossierId))) free.push(one)
  return free
}
