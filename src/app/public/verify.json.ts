// The same answer for machines.
import type { PublicCertificate, PublicStatus } from '#/programme/certificate/public-status.ts'

/** Shape of GET /c/{code}.json; `status` is today's in Vietnam, dates are yyyy-MM-dd. */
export function verifyJson({
  certificate,
  status,
  today,
  baseUrl,
  now,
}: {
  certificate: PublicCertificate
  status: PublicStatus
  today: string
  baseUrl: string
  now: Date
}) {
  const { snapshot } = certificate
  const url = `${baseUrl}/c/${certificate.verifyCode}`
  return {
    code: certificate.verifyCode,
    url,
    status: status.kind,
    on: today,
    checkedAt: now.toISOString(),
    demo: certificate.demo,
    product: {
      name: certificate.productName,
      code: certificate.productCode,
      packs: snapshot.packs,
      photo: certificate.hasPhoto ? `${url}/anh` : null,
      page: `${baseUrl}/san-pham/${certificate.productId}`,
    },
    producer: { name: certificate.producerName },
    place: { ...snapshot.place, today: certificate.placeToday },
    star: certificate.star,
    decision: snapshot.decision,
    issuedOn: certificate.issuedOn,
    lastValidOn: certificate.lastValidOn,
    set: snapshot.set,
    regulation: { id: snapshot.regulation.id, number: snapshot.regulation.number, hash: snapshot.regulation.hash },
    withdrawal:
      status.kind === 'withdrawn'
        ? { annulled: status.annulled, ground: status.ground, decision: status.decision, decidedOn: status.decidedOn }
        : null,
    review: status.kind === 'valid' && status.reviewSince !== undefined ? { since: status.reviewSince } : null,
    replacedBy: status.kind === 'replaced' && status.by !== null ? `${baseUrl}/c/${status.by}` : null,
  }
}
