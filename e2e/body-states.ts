// A paper of a body, for the permission matrix.
import { addBodyPapers } from '#/programme/body/body.actions.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { actAs, type World } from '#/testing/world.ts'

export async function bodyStates(world: World) {
  const paper = await paperFile(onePagePdf(), 'quyet-dinh-thanh-lap.pdf')
  const [attachmentId = ''] = await actAs(world, 'office', (ctx) => addBodyPapers(ctx, world.bodies.departments[1], [paper], ''))
  return { attachmentId }
}
