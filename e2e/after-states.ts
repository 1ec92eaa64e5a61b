// What stands around a session: a visit and a laboratory request not yet answered, results that were told, objections at each step.
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { concludedDossier } from '#/programme/certificate/certificate.fixture.ts'
import { issueDecision, prepareDecision } from '#/programme/certificate/decision.actions.ts'
import { buildMinistryPack, recordSentToMinistry } from '#/programme/certificate/ministry.actions.ts'
import { issueLetter } from '#/programme/certificate/letter.actions.ts'
import { askLabTest } from '#/programme/lab-test/lab-test.actions.ts'
import { fileObjection, nameDeciders, receiveObjection } from '#/programme/objection/objection.actions.ts'
import { recordMinistryRequest } from '#/programme/objection/ministry-request.actions.ts'
import { prepareRecall } from '#/programme/objection/recall.actions.ts'
import { planVisit } from '#/programme/visit/visit.actions.ts'
import { actAs, type World } from '#/testing/world.ts'

export const labRequest = {
  askedBy: 'office',
  criterion: '',
  what: 'Histamin',
  why: 'Tổ tư vấn đề nghị',
  laboratory: 'Trung tâm Kỹ thuật 1',
  dueOn: '30/12/2026',
}
export const visitPlan = { plannedOn: '30/12/2026', place: 'Khu phố 3', note: '' }

/** `proposedId`: a dossier that has come to the province and is not yet before the council. */
export async function afterStates(world: World, name: string, proposedId: string, issuing: Parameters<typeof issueLetter>[2]) {
  const visitId = await actAs(world, 'office', (ctx) => planVisit(ctx, proposedId, visitPlan, [world.accounts.office]))
  const { id: labTestId } = await actAs(world, 'office', (ctx) => askLabTest(ctx, proposedId, labRequest))
  const told = async (): Promise<string> => {
    const one = await concludedDossier(world, { productName: name, star: 2, pointsStar: 2 })
    const { db } = world.services.database
    await db.updateTable('dossier').set({ proposedAt: world.services.clock.now() }).where('id', '=', one.dossierId).execute()
    await actAs(world, 'office', (ctx) => issueLetter(ctx, one.resultId, issuing))
    return one.dossierId
  }
  const objectionTo = (dossierId: string) =>
    actAs(world, 'producer', (ctx) => fileObjection(ctx, dossierId, { wants: 'Xem lại tiêu chí 3.5' }, []))
  const toldDossier = await told()
  const objectedDossier = await told()
  const filed = await objectionTo(objectedDossier)
  const received = await objectionTo(await told())
  await actAs(world, 'office', (ctx) => receiveObjection(ctx, received))
  const deciding = await objectionTo(await told())
  await actAs(world, 'office', (ctx) => receiveObjection(ctx, deciding))
  await actAs(world, 'leader', (ctx) => nameDeciders(ctx, deciding, [world.accounts.office], 2))
  return {
    after: { visitId, labTestId, toldDossier, objectedDossier, filed, received, deciding, ...(await ministryStates(world, name, issuing)) },
  }
}

/** Decided dossiers the ministry asks about, a recall before and after its draft, a pack sent to a ministry outside the program. */
async function ministryStates(world: World, name: string, issuing: Parameters<typeof issueDecision>[2]) {
  const { db } = world.services.database
  const decided = async (kind: 'recognition' | 'approval', meanPrinted: string) => {
    const one = await concludedDossier(world, { productName: name, star: 4, pointsStar: kind === 'approval' ? 5 : 4, meanPrinted })
    await db.updateTable('dossier').set({ proposedAt: world.services.clock.now() }).where('id', '=', one.dossierId).execute()
    const id = await actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind, title: 'Quyết định', resultIds: [one.resultId] }))
    await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, issuing, 1))
    return one
  }
  const recognised = async () => {
    const { dossierId } = await decided('recognition', '71.29')
    const { id } = await db.selectFrom('certificate').select('id').where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
    return { dossierId, certificateId: id }
  }
  const ask = (dossierId: string, kind: string, number: string) =>
    actAs(world, 'office', (ctx) =>
      recordMinistryRequest(ctx, dossierId, { ...ministryRequest, kind, number }, [
        { fileName: 'cv.pdf', mediaType: 'application/pdf', bytes: onePagePdf(), pageCount: 1 },
      ]),
    )
  const plain = await recognised()
  const again = await recognised()
  const reassessRequest = await ask(again.dossierId, 'reassess', '41/BNNMT')
  const toRecall = await recognised()
  const recallRequest = await ask(toRecall.dossierId, 'recall', '42/BNNMT')
  const drafted = await recognised()
  await ask(drafted.dossierId, 'recall', '43/BNNMT')
  const recallId = await actAs(world, 'office', (ctx) => prepareRecall(ctx, drafted.certificateId, { reason: 'Sai thẩm quyền.' }))
  const { dossierId: sentDossier, resultId } = await decided('approval', '92.50')
  const packId = await actAs(world, 'office', (ctx) => buildMinistryPack(ctx, resultId))
  await actAs(world, 'office', (ctx) => recordSentToMinistry(ctx, packId))
  return {
    decidedDossier: plain.dossierId,
    reassessRequest,
    recallRequest,
    recallable: toRecall.certificateId,
    draftedCertificate: drafted.certificateId,
    recallId,
    sentDossier,
  }
}

export const ministryRequest = { kind: 'reassess', number: '40/BNNMT', datedOn: '10/09/2026', content: 'Đề nghị rà soát.' }
export const ministryAnswer = { outcome: 'recognised', number: '15/QĐ-BNNMT', datedOn: '15/09/2026', content: '', mean: '93,5', star: '5' }
