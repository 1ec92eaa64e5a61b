// A paper of a body and a sheet of bodies checked, for the permission matrix.
import { addBodyPapers } from '#/programme/body/body.actions.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { checkSheet } from '#/programme/sheet/sheet.actions.ts'
import { actAs, type World } from '#/testing/world.ts'

/** One new body, and a row that is bad. */
export const SHEET = 'Tên,Viết tắt,Loại\r\nHội Cựu chiến binh,HCCB,Hội\r\nĐài,,Đài\r\n'

export async function bodyStates(world: World) {
  const paper = await paperFile(onePagePdf(), 'quyet-dinh-thanh-lap.pdf')
  const [attachmentId = ''] = await actAs(world, 'office', (ctx) => addBodyPapers(ctx, world.bodies.departments[1], [paper], ''))
  const bytes = new TextEncoder().encode(SHEET)
  const { id: sheetId } = await actAs(world, 'office', (ctx) => checkSheet(ctx, 'co-quan', null, { name: 'co-quan.csv', bytes }))
  return { attachmentId, sheetId }
}
