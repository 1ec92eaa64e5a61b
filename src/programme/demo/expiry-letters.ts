// Two certificates of the demo province that end soon: of one the holder was told on paper, the other waits on the list. Their terms are invented.
import { addDays, addMonths, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { recordEarlierCertificate } from '../certificate/earlier-certificate.actions.ts'
import { issueExpiryLetters } from '../certificate/expiry-letter.actions.ts'
import { readCertificateSnapshot } from '../certificate/public-status.ts'
import { act, type Services } from '../context.ts'
import type { DemoPeople } from './people.ts'

export async function makeExpiryLetters(services: Services, people: DemoPeople): Promise<void> {
  const office = await people.as('office')
  const today = plainDateOf(services.clock.now())
  const ended = await services.database.db
    .selectFrom('certificate')
    .selectAll()
    .where('provinceCode', '=', office.provinceCode)
    .where('lastValidOn', '<', addDays(today, -200))
    .where('dossierId', 'is', null)
    .orderBy('lastValidOn', 'desc')
    .orderBy('id')
    .limit(2)
    .execute()
  const ids: string[] = []
  for (const [index, row] of ended.entries()) {
    const issuedOn = addMonths(addDays(today, index === 0 ? 45 : 130), -36)
    const { decision, packs, photoCaption, place, regulation, set } = readCertificateSnapshot(row.snapshot)
    const again = { ...decision, number: `${311 + index}/QĐ-UBND`, date: issuedOn }
    const { productId, producerId, communeCode, productCode, regulationId, sector, productName, producerName, photoSha256 } = row
    const { id } = await act(services, office, (ctx) =>
      recordEarlierCertificate(ctx, {
        productId,
        producerId,
        communeCode,
        productCode,
        regulationId,
        sector,
        productName,
        producerName,
        photoSha256,
        star: 3,
        issuedOn,
        demo: true,
        snapshot: { packs, photoCaption, place, regulation, set, decision: again },
      }),
    )
    ids.push(id)
  }
  const form = { numberKind: 'next', reserved: '', irregular: '', issuedOn: formatDate(today), signerPost: 'CHÁNH VĂN PHÒNG' }
  if (ids.length > 0) await act(services, office, (ctx) => issueExpiryLetters(ctx, ids.slice(0, 1), { ...form, signerName: office.name }))
}
