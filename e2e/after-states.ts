// What stands around a session: a visit and a laboratory request not yet answered, results that were told, objections at each step.
import { concludedDossier } from '#/programme/certificate/certificate.fixture.ts'
import { issueLetter } from '#/programme/certificate/letter.actions.ts'
import { askLabTest } from '#/programme/lab-test/lab-test.actions.ts'
import { fileObjection, nameDeciders, receiveObjection } from '#/programme/objection/objection.actions.ts'
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
  await actAs(world, 'leader', (ctx) => nameDeciders(ctx, deciding, [world.accounts.office]))
  return { after: { visitId, labTestId, toldDossier, objectedDossier, filed, received, deciding } }
}
