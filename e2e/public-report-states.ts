// Reports from the public about the producer of the world, in the states their presses begin from, with a photo and a contact.
import { evidencePhoto } from '#/programme/document/incoming.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { tellHolder } from '#/programme/public-report/case.actions.ts'
import { linkReport, setSpam } from '#/programme/public-report/public-report.actions.ts'
import { joinedReport, sentReport } from '#/programme/public-report/public-report.fixture.ts'
import { actAs, type World } from '#/testing/world.ts'
import { photoFile } from './files.ts'

export async function publicReportStates(world: World, name: string, contact = 'Người Phản Ánh') {
  const { db } = world.services.database
  const product = await storedProduct(world, `${name} bị phản ánh`)
  const shot = await photoFile()
  const photos = [await evidencePhoto(shot.bytes, shot.name, 1)]
  const about = { contactName: contact, contactPhone: '0977 313 414', words: `Phản ánh về ${name}` }
  const linked = async (by: { photos?: typeof photos } = {}) => {
    const report = await sentReport(world, about, by)
    await actAs(world, 'office', (ctx) => linkReport(ctx, report.id, { product }))
    return report
  }
  const received = await linked({ photos })
  const spam = await sentReport(world, about)
  await actAs(world, 'office', (ctx) => setSpam(ctx, spam.id))
  const toJoin = await linked()
  const other = await storedProduct(world, `${name} có vụ việc`)
  const inCase = await sentReport(world, about)
  await actAs(world, 'office', (ctx) => linkReport(ctx, inCase.id, { product: other }))
  const joined = await joinedReport(world, inCase.id)
  await actAs(world, 'office', (ctx) => tellHolder(ctx, joined, { words: 'Đề nghị rà soát tem nhãn.' }))
  const message = await db.selectFrom('publicReportMessage').select('id').where('caseId', '=', joined).executeTakeFirstOrThrow()
  const [original] = await attachmentsOf(db, 'publicReport', [received.id])
  const [photo] = await attachmentsOf(db, 'publicReportPhoto', [received.id])
  return {
    publicReport: {
      received,
      spam: spam.id,
      toJoin: toJoin.id,
      joined: inCase.id,
      caseId: joined,
      message: message.id,
      original: original?.id ?? '',
      photo: photo?.id ?? '',
    },
  }
}
