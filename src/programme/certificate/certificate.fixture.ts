// Certificates and closed results put straight into the register, for tests of what comes after them.
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import type { Snapshot } from '../dossier/snapshot.ts'
import { SAM_SON, type World } from '#/testing/world.ts'
import type { CertificateSnapshot } from './public-status.ts'

export const sampleSnapshot: CertificateSnapshot = {
  format: 1,
  packs: [
    { name: 'Chai thủy tinh', netContent: '500 ml' },
    { name: 'Chai thủy tinh', netContent: '250 ml' },
  ],
  photoCaption: '',
  place: { commune: 'phường Sầm Sơn', province: 'tỉnh Thanh Hóa', oldNames: ['Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn'] },
  decision: { number: '4127/QĐ-UBND', date: '2026-12-22', issuer: 'Chủ tịch UBND tỉnh Thanh Hóa' },
  regulation: { id: 'qd-26-2026', hash: 'f'.repeat(64), number: 'Quyết định số 26/2026/QĐ-TTg', title: 'Bộ tiêu chí OCOP' },
  set: { no: 9, title: 'Tương, nước mắm, gia vị dạng lỏng khác', sector: 'Thực phẩm', group: 'Gia vị' },
  months: 36,
}

export type CertificateOver = {
  verifyCode?: string
  productName?: string
  productCode?: string
  star?: number
  issuedOn?: string
  lastValidOn?: string
  state?: 'valid' | 'withdrawn' | 'replaced' | 'annulled'
  stateGround?: string
  stateDecision?: string
  stateDecisionOn?: string
  replacedBy?: string
  photoSha256?: string
  demo?: boolean
  communeCode?: string
  sector?: string
  snapshot?: CertificateSnapshot
}

export const SAMPLE_CODE = '7KQM3RTB9WXC2HND'

/** A certificate with its product, as if issued on 22/12/2026. Returns the ids. */
export async function storedCertificate(
  world: World,
  over: CertificateOver = {},
): Promise<{ id: string; productId: string; verifyCode: string }> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const productId = await storedProduct(world, over.productName)
  const id = newId()
  const verifyCode = over.verifyCode ?? SAMPLE_CODE
  await db
    .insertInto('certificate')
    .values({
      id,
      provinceCode: '38',
      communeCode: over.communeCode ?? SAM_SON,
      verifyCode,
      productCode: over.productCode ?? '38-16531-05-2026',
      productId,
      producerId: world.producers.own,
      regulationId: 'qd-26-2026',
      setNo: 9,
      sector: over.sector ?? 'Thực phẩm',
      star: over.star ?? 4,
      issuedOn: over.issuedOn ?? '2026-12-22',
      lastValidOn: over.lastValidOn ?? '2029-12-22',
      state: over.state ?? 'valid',
      stateGround: over.stateGround ?? null,
      stateDecision: over.stateDecision ?? null,
      stateDecisionOn: over.stateDecisionOn ?? null,
      replacedBy: over.replacedBy ?? null,
      productName: over.productName ?? 'Nước mắm cốt nhĩ Vạn Triều',
      producerName: 'Hợp tác xã Vạn Triều',
      photoSha256: over.photoSha256 ?? null,
      format: 1,
      snapshot: json(over.snapshot ?? sampleSnapshot),
      demo: over.demo ?? false,
      createdAt: now,
    })
    .execute()
  return { id, productId, verifyCode }
}

export async function storedProduct(world: World, name = 'Nước mắm cốt nhĩ Vạn Triều', producerId = world.producers.own): Promise<string> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const id = newId()
  await db
    .insertInto('product')
    .values({
      id,
      provinceCode: '38',
      producerId,
      name,
      description: 'Ủ chượp 18 tháng.',
      regulationId: 'qd-26-2026',
      setNo: 9,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('productPack')
    .values({ id: newId(), productId: id, name: 'Chai thủy tinh', netContent: '500 ml', ordinal: 1 })
    .execute()
  return id
}

export type ConcludedOver = {
  productName?: string
  star?: number | null
  pointsStar?: number | null
  meanPrinted?: string | null
  outcome?: 'scored' | 'disqualified' | 'eliminated' | 'notAssessable' | 'stopped'
  producerId?: string
  communeCode?: string
  productId?: string
  photos?: Snapshot['product']['photos']
  basis?: unknown
}

/** A dossier the council has closed with a result, ready for a decision or a letter. Council and meeting are made once per world. */
export async function concludedDossier(
  world: World,
  over: ConcludedOver = {},
): Promise<{ dossierId: string; resultId: string; productId: string; roundId: string }> {
  const { services } = world
  const { db } = services.database
  const now = services.clock.now()
  const pack = services.regulations.current
  const name = over.productName ?? 'Nước mắm cốt nhĩ Vạn Triều'
  const producerId = over.producerId ?? world.producers.own
  const communeCode = over.communeCode ?? SAM_SON
  const productId = over.productId ?? (await storedProduct(world, name, producerId))
  const outcome = over.outcome ?? 'scored'
  const session = await storedSession(world)
  const dossierId = newId()
  await db
    .insertInto('dossier')
    .values({
      id: dossierId,
      provinceCode: '38',
      authority: '38',
      unitEra: 'e2025',
      communeCode,
      producerId,
      productId,
      kind: 'first',
      regulationId: pack.id,
      regulationHash: pack.hash,
      setNo: 9,
      state: outcome === 'scored' ? 'concluded' : 'ended',
      roundId: session.roundId,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('dossierSubmission')
    .values({
      id: newId(),
      dossierId,
      ordinal: 1,
      format: 1,
      snapshot: json(filedSnapshot(world, { productId, producerId, name, communeCode, photos: over.photos ?? [] })),
      snapshotHash: 'a'.repeat(64),
      regulationHash: pack.hash,
      receiptNumber: `HS-${dossierId.slice(-6)}`,
      filedBy: world.accounts.producer,
      filedAt: now,
    })
    .execute()
  const itemId = newId()
  const { count } = await db
    .selectFrom('agendaItem')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('meetingId', '=', session.meetingId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('agendaItem')
    .values({
      id: itemId,
      meetingId: session.meetingId,
      dossierId,
      ordinal: count + 1,
      state: outcome === 'scored' ? 'closed' : 'ended',
      closedAt: now,
    })
    .execute()
  const resultId = newId()
  const scored = outcome === 'scored'
  await db
    .insertInto('result')
    .values({
      id: resultId,
      itemId,
      dossierId,
      authority: '38',
      outcome,
      // The exact mean the printed one stands for.
      meanNumerator: scored ? (over.meanPrinted === undefined ? 499 : Math.round(Number(over.meanPrinted) * 100)) : null,
      meanDenominator: scored ? (over.meanPrinted === undefined ? 7 : 100) : null,
      meanPrinted: scored ? (over.meanPrinted ?? '71.29') : null,
      pointsStar: scored ? (over.pointsStar ?? over.star ?? 4) : null,
      star: scored ? (over.star === undefined ? 4 : over.star) : null,
      spread: scored ? 4 : null,
      basis: json(over.basis ?? sampleBasis),
      basisHash: 'b'.repeat(64),
      closedBy: world.accounts.seat1,
      closedAt: now,
    })
    .execute()
  await db.updateTable('dossier').set({ decidingResultId: resultId }).where('id', '=', dossierId).execute()
  return { dossierId, resultId, productId, roundId: session.roundId }
}

export const sampleBasis = {
  snapshotHash: 'a'.repeat(64),
  mean: { exact: '499/7', rounded: '71.29' },
  perCriterion: [
    { criterion: '1.1', mean: '3.00' },
    { criterion: '3.5', mean: '0.43' },
  ],
  gates: [{ star: 3, criterion: '3.5', needed: 1, met: false }],
}

async function storedSession(world: World): Promise<{ roundId: string; meetingId: string }> {
  const { services } = world
  const { db } = services.database
  const now = services.clock.now()
  const before = await db.selectFrom('meeting').select(['id', 'roundId']).where('name', '=', 'Kỳ họp thử').executeTakeFirst()
  if (before) return { meetingId: before.id, roundId: before.roundId }
  const pack = services.regulations.current
  const roundId = newId()
  const councilId = newId()
  const meetingId = newId()
  await db
    .insertInto('round')
    .values({
      id: roundId,
      authority: '38',
      year: 2026,
      ordinal: 2,
      name: 'Đợt 2 năm 2026',
      regulationId: pack.id,
      regulationHash: pack.hash,
      opensOn: '2026-07-01',
      proposalsDueOn: '2026-09-01',
      closesOn: '2026-12-31',
      state: 'open',
      createdAt: now,
    })
    .execute()
  await db
    .insertInto('council')
    .values({
      id: councilId,
      authority: '38',
      name: 'Hội đồng OCOP cấp tỉnh',
      decisionNumber: '1205/QĐ-UBND',
      decisionDate: '2026-02-05',
      termFrom: '2026-02-05',
      termTo: '2030-12-31',
      rules: json({}),
      state: 'established',
      createdAt: now,
    })
    .execute()
  await db
    .insertInto('meeting')
    .values({ id: meetingId, authority: '38', councilId, roundId, name: 'Kỳ họp thử', startsAt: now, state: 'closed', createdAt: now })
    .execute()
  return { roundId, meetingId }
}

type Filed = { productId: string; producerId: string; name: string; communeCode: string; photos: Snapshot['product']['photos'] }

function filedSnapshot(world: World, filed: Filed): Snapshot {
  const pack = world.services.regulations.current
  return {
    format: 1,
    kind: 'first',
    filedAt: world.services.clock.now().toISOString(),
    regulation: { id: pack.id, hash: pack.hash, number: pack.regulation.number, title: pack.regulation.title.vi },
    set: {
      no: 9,
      title: 'Tương, nước mắm, gia vị dạng lỏng khác',
      sector: 'Thực phẩm',
      group: 'Gia vị',
      ministry: 'Bộ Nông nghiệp và Môi trường',
    },
    cases: {},
    producer: {
      id: filed.producerId,
      name: 'Hợp tác xã Vạn Triều',
      legalForm: 'cooperative',
      legalFormLabel: 'Hợp tác xã',
      taxCode: '2801234567',
      registrationNumber: '2801234567',
      registrationDate: '2019-03-12',
      registrationIssuer: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      addressLine: 'Khu phố 3',
      communeCode: filed.communeCode,
      communeName: 'Phường Sầm Sơn',
      provinceName: 'Tỉnh Thanh Hóa',
      oldNames: ['Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn'],
      headName: 'Trần Văn Vạn',
      headPost: 'Giám đốc',
      phone: '0912000111',
      email: null,
      website: null,
      workersTotal: 20,
      workersLocal: 16,
      history: '',
      structure: '',
    },
    producerPrivate: { headSex: 'male', headEthnicity: 'Kinh', headDisability: false },
    product: {
      id: filed.productId,
      name: filed.name,
      description: 'Ủ chượp 18 tháng.',
      packs: [{ name: 'Chai thủy tinh', netContent: '500 ml', barcode: null }],
      photos: filed.photos,
    },
    registration: {},
    report: {},
    components: [],
    answers: [],
    papers: [],
    totals: { total: 71, parts: { A: 30, B: 18, C: 23 }, pointsStar: 4, star: 4, missed: [] },
  }
}
