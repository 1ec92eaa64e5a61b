// A call for reports with its reports in several states, a call that is planned, and a form with a revision being written.
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { planReportCall } from '#/programme/report/call.actions.ts'
import { addReportFiles } from '#/programme/report/file.actions.ts'
import { propose, markReady } from '#/programme/report/fill.actions.ts'
import { reviseForm } from '#/programme/report/form.actions.ts'
import { callInput, computed, filled, formId, ofHauLoc, openedCall, sent } from '#/programme/report/report.fixture.ts'
import { actAs, type World } from '#/testing/world.ts'

/** `name` stands in the titles, so that a refusal that names a thing is noticed. */
export async function reportStates(world: World, name: string) {
  const open = await openedCall(world, { title: `Đợt ${name}`, beforeOn: '01/12/2026', cutOffOn: '30/06/2026' })
  const input = await callInput(world, 'halfYear')
  const plannedId = await actAs(world, 'office', (ctx) => planReportCall(ctx, { ...input, title: `Đợt sau ${name}` }))
  // Sầm Sơn is being written, Hậu Lộc is approved, the body's is ready.
  await computed(world, 'communeOfficer', open.samSon)
  await filled(world, 'communeOfficer', open.samSon, 0)
  const proposal = { kind: 'unit', name, post: '', merit: 'Thành tích' }
  const proposalId = await actAs(world, 'communeOfficer', (ctx) => propose(ctx, open.samSon, proposal))
  const file = await paperFile(onePagePdf(''), `${name}.pdf`)
  const [fileId = ''] = await actAs(world, 'communeOfficer', (ctx) => addReportFiles(ctx, open.samSon, [file], name))
  await sent(world, open.hauLoc, ofHauLoc)
  await computed(world, 'bodyOfficer', open.body)
  await filled(world, 'bodyOfficer', open.body)
  await actAs(world, 'bodyOfficer', (ctx) => markReady(ctx, open.body))
  const yearForm = await formId(world, 'year')
  const draftForm = await actAs(world, 'office', (ctx) => reviseForm(ctx, yearForm))
  return { ...open, plannedId, proposalId, fileId, usedForm: await formId(world, 'adHoc'), draftForm, callForm: input.formId }
}
