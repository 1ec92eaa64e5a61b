// Courses of the province's desk in the states their presses begin from, with one person of the producer in each.
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { addCoursePapers, addSession, holdCourse } from '#/programme/training/course.actions.ts'
import { addMaterial } from '#/programme/training/material.actions.ts'
import { openCode, tickPresence } from '#/programme/training/presence.actions.ts'
import { issueTrainingCertificates } from '#/programme/training/training-certificate.actions.ts'
import { courseIn } from '#/programme/training/training.fixture.ts'
import { actAs, type World } from '#/testing/world.ts'

export const signer = { signerName: 'Đỗ Minh Tuấn', signerPost: 'Chánh Văn phòng' }

export async function trainingStates(world: World, name: string) {
  const titled = (what: string) => ({ title: `${name} ${what}` })
  const { courseId: planned } = await courseIn(world, 'planned', titled('dự kiến'))
  const open = await courseIn(world, 'open', titled('mở'))
  const running = await courseIn(world, 'running', titled('chạy'))
  await actAs(world, 'office', (ctx) => openCode(ctx, running.courseId, { minutes: '60' }))
  const sessioned = await courseIn(world, 'running', titled('buổi'))
  await actAs(world, 'office', (ctx) => addSession(ctx, sessioned.courseId, { heldOn: '15/09/2026', title: 'Buổi sáng' }))
  const held = await courseIn(world, 'running', titled('xong'))
  const file = await paperFile(onePagePdf(''), `${name}.pdf`)
  const [paperId = ''] = await actAs(world, 'office', (ctx) => addCoursePapers(ctx, held.courseId, [file], ''))
  await actAs(world, 'office', async (ctx) => {
    await tickPresence(ctx, held.courseId, { shown: [held.personId], present: [held.personId] })
    await holdCourse(ctx, held.courseId, {})
    await issueTrainingCertificates(ctx, held.courseId, signer)
  })
  const ended = await courseIn(world, 'running', titled('chưa cấp'))
  await actAs(world, 'office', async (ctx) => {
    await tickPresence(ctx, ended.courseId, { shown: [ended.personId], present: [ended.personId] })
    await holdCourse(ctx, ended.courseId, {})
  })
  const materialId = await actAs(world, 'office', (ctx) =>
    addMaterial(ctx, { title: name, topic: 'cycle', framework: '', link: 'https://ocop.example/tai-lieu' }, []),
  )
  const { db } = world.services.database
  const { id: sessionId } = await db
    .selectFrom('trainingSession')
    .select('id')
    .where('courseId', '=', sessioned.courseId)
    .executeTakeFirstOrThrow()
  const { certificateDocumentId } = await db
    .selectFrom('trainingAttendance')
    .select('certificateDocumentId')
    .where('id', '=', held.personId)
    .executeTakeFirstOrThrow()
  return {
    training: {
      planned,
      open,
      running,
      sessioned: sessioned.courseId,
      sessionId,
      held: held.courseId,
      ended: ended.courseId,
      paperId,
      materialId,
      certificateId: certificateDocumentId ?? '',
    },
  }
}
