// SQL of recalls: what one may rest on, drafts that wait for the leader, one with its rights.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isRecused } from '../dossier/recused.store.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { unrecused } from '../round/office.store.ts'
import { groundOf, type RecallGround, type RecallState } from './recall.ts'

export async function recallGround(db: Db | Tx, dossier: { id: string; state: string; authority: string }): Promise<RecallGround | null> {
  const request = await db
    .selectFrom('ministryRequest')
    .select(['id', 'number', 'datedOn'])
    .where('dossierId', '=', dossier.id)
    .where('kind', '=', 'recall')
    .where('state', '=', 'open')
    .orderBy('recordedAt')
    .limit(1)
    .executeTakeFirst()
  const followed = await db
    .selectFrom('result')
    .select(['id', 'star', 'outcome', 'meanPrinted'])
    .where('dossierId', '=', dossier.id)
    .where('authority', '=', dossier.authority)
    .where('state', '=', 'valid')
    .where('followsResultId', 'is not', null)
    .executeTakeFirst()
  return groundOf(dossier.state as DossierState, request ?? null, followed ?? null)
}

/** A certificate with its decision, the ground of a recall and the newest recall, for staff of the deciding desk; not who is recused. */
export async function recallFor(db: Db | Tx, actor: Actor, certificateId: string | undefined) {
  const row = found(
    isId(certificateId)
      ? await db
          .selectFrom('certificate as c')
          .innerJoin('recognitionDecision as x', 'x.id', 'c.decisionId')
          .innerJoin('dossier as d', 'd.id', 'c.dossierId')
          .select(['c.id', 'c.productName', 'c.producerName', 'c.productCode', 'c.star', 'c.state', 'c.issuedOn', 'c.verifyCode'])
          .select([
            'x.id as decisionId',
            'x.number as decisionNumber',
            'x.issuedOn as decidedOn',
            'x.state as decisionState',
            'x.authority',
          ])
          .select(['d.id as dossierId', 'd.state as dossierState', 'd.authority as dossierAuthority'])
          .where('c.id', '=', certificateId)
          .executeTakeFirst()
      : null,
  )
  mustSee(serves(actor, row.authority, 'office', 'leader', 'clerk') && !(await isRecused(db, actor.accountId, row.dossierId)))
  const last = await db
    .selectFrom('decisionRecall')
    .select(['id', 'state', 'number', 'issuedOn', 'reason', 'endReason', 'documentId', 'version', 'preparedAt'])
    .where('certificateId', '=', row.id)
    .orderBy('preparedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const recall = last ? { ...last, state: last.state as RecallState } : null
  const standing = row.state === 'valid' && row.decisionState === 'issued'
  const ground = standing ? await recallGround(db, { id: row.dossierId, state: row.dossierState, authority: row.dossierAuthority }) : null
  const draft = recall?.state === 'draft'
  const office = serves(actor, row.authority, 'office')
  const leader = serves(actor, row.authority, 'leader')
  return {
    certificate: row,
    recall,
    ground,
    rights: { prepare: office && !draft && ground !== null, cancel: (office || leader) && draft, issue: leader && draft },
  }
}

/** Whether the page of a certificate leads on to its recall: there is ground for one, or one is on record. False for who may not know. */
export async function leadsToRecall(db: Db, actor: Actor, certificateId: string): Promise<boolean> {
  const row = await db
    .selectFrom('certificate as c')
    .innerJoin('recognitionDecision as x', 'x.id', 'c.decisionId')
    .innerJoin('dossier as d', 'd.id', 'c.dossierId')
    .select(['x.authority', 'd.id as dossierId'])
    .where('c.id', '=', certificateId)
    .executeTakeFirst()
  if (!row || !serves(actor, row.authority, 'office', 'leader', 'clerk') || (await isRecused(db, actor.accountId, row.dossierId)))
    return false
  const { ground, recall } = await recallFor(db, actor, certificateId)
  return ground !== null || recall !== null
}

export type RecallDraft = { id: string; certificateId: string; productName: string; decisionNumber: string | null; preparedAt: Date }

/** Drafts of the desk that wait for its leader, oldest first; at most 100. What a person is recused from is left out. */
export async function recallDrafts(db: Db | Tx, actor: Actor): Promise<RecallDraft[]> {
  const rows = await sql<RecallDraft>`
    select r.id, r.certificate_id, c.product_name, x.number as decision_number, r.prepared_at
    from decision_recall r join certificate c on c.id = r.certificate_id join recognition_decision x on x.id = r.decision_id
    join dossier d on d.id = c.dossier_id
    where r.authority = ${actor.authority} and r.state = 'draft' and ${unrecused(actor)}
    order by r.prepared_at limit 100`.execute(db)
  return rows.rows
}
