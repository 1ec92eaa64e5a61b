// Dossiers of a district under 148/QĐ-TTg at the points where they change desks, put in place as rows.
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { BAC_GIANG, LUC_NAM, type DistrictWorld } from '#/testing/district-world.ts'
import { sampleBasis } from '../certificate/certificate.fixture.ts'
import { formOf } from '#/regulation/load.ts'
import { answeredPoints, criteriaOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { answersReaching } from '#/regulation/reachable.ts'
import { totalOf } from '#/regulation/score.ts'
import { lowered } from '../council/closing.fixture.ts'
import { defaultRules } from '../council/council.rules.ts'
import type { Snapshot } from '../dossier/snapshot.ts'

export const PACK_148 = 'qd-148-2023'
type Desk = typeof LUC_NAM | typeof BAC_GIANG

/** Round, established council of nine and a running meeting of one desk. */
export type Session = { roundId: string; councilId: string; meetingId: string; members: string[]; accounts: string[] }

const dayBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** Nine vote beside the secretary; `present`: how many of them are in the room. */
export async function sessionAt(world: DistrictWorld, desk: Desk, present: 7 | 9 = 9): Promise<Session> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const pack = world.services.regulations.get(PACK_148)
  const side = desk === LUC_NAM ? ('district' as const) : ('province' as const)
  const level = side === 'district' ? 'cấp huyện' : 'cấp tỉnh'
  const [roundId, councilId, meetingId] = [newId(), newId(), newId()]
  const rules = json(defaultRules(pack))
  await db
    .insertInto('round')
    .values({
      id: roundId,
      authority: desk,
      year: 2023,
      ordinal: 1,
      name: 'Đợt 1 năm 2023',
      regulationId: pack.id,
      regulationHash: pack.hash,
      opensOn: '2023-09-01',
      proposalsDueOn: '2023-12-01',
      closesOn: '2023-12-29',
      state: 'open',
      createdAt: now,
    })
    .execute()
  await db
    .insertInto('council')
    .values({
      id: councilId,
      authority: desk,
      name: `Hội đồng đánh giá, phân hạng sản phẩm OCOP ${level}`,
      decisionNumber: '120/QĐ-UBND',
      decisionDate: '2023-03-01',
      termFrom: '2023-03-01',
      termTo: '2025-06-30',
      rules,
      regulationId: pack.id,
      state: 'established',
      createdAt: now,
    })
    .execute()
  const seats = ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const).map((seat) => ({
    id: newId(),
    councilId,
    accountId: world.accounts[`${side}Seat${seat}`],
    // The chair is a leader of the committee; the fields of work the decision names are seated.
    bodyId: seat === 1 ? world.bodies[side] : null,
    department: seat === 3 ? 'agriculture' : seat === 4 ? 'science' : seat === 5 ? 'environment' : null,
    name: `Ủy viên ${seat}`,
    post: 'Phó Trưởng phòng',
    role: seat === 1 ? 'chair' : seat === 2 ? 'viceChair' : seat === 10 ? 'secretary' : 'member',
    voting: seat !== 10,
    ordinal: seat,
  }))
  await db.insertInto('councilMember').values(seats).execute()
  await db
    .insertInto('meeting')
    .values({
      id: meetingId,
      authority: desk,
      councilId,
      roundId,
      name: 'Kỳ họp thứ nhất',
      startsAt: now,
      state: 'open',
      rules,
      releasedAt: dayBefore(now, 10),
      openedAt: now,
      createdAt: now,
    })
    .execute()
  const there = seats.filter((seat) => seat.ordinal <= present || !seat.voting)
  await db
    .insertInto('presence')
    .values(there.map((seat) => ({ id: newId(), meetingId, memberId: seat.id, arrivedAt: now, recordedBy: seats[0]?.accountId ?? '' })))
    .execute()
  return { roundId, councilId, meetingId, members: there.map((seat) => seat.id), accounts: there.map((seat) => seat.accountId) }
}

/** A dossier of the commune proposed to the district: filed, with the commune's report. */
export async function proposedToDistrict(
  world: DistrictWorld,
  name = 'Vải thiều sấy Lục Nam',
): Promise<{ dossierId: string; productId: string }> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const pack = world.services.regulations.get(PACK_148)
  const [productId, dossierId, submissionId] = [newId(), newId(), newId()]
  const stamps = { createdAt: now, updatedAt: now }
  await db
    .insertInto('product')
    .values({ id: productId, provinceCode: BAC_GIANG, producerId: world.producerId, name, regulationId: pack.id, setNo: 9, ...stamps })
    .execute()
  await db
    .insertInto('dossier')
    .values({
      id: dossierId,
      provinceCode: BAC_GIANG,
      authority: LUC_NAM,
      unitEra: 'e2023',
      communeCode: world.communeCode,
      producerId: world.producerId,
      productId,
      kind: 'first',
      regulationId: pack.id,
      regulationHash: pack.hash,
      setNo: 9,
      state: 'proposed',
      filedAt: dayBefore(now, 20),
      proposedAt: dayBefore(now, 12),
      ...stamps,
    })
    .execute()
  const snapshot = snapshotOf(world, { productId, name })
  await db
    .insertInto('dossierSubmission')
    .values({
      id: submissionId,
      dossierId,
      ordinal: 1,
      format: 1,
      snapshot: json(snapshot),
      snapshotHash: 'a'.repeat(64),
      regulationHash: pack.hash,
      receiptNumber: `HS-${dossierId.slice(-6)}`,
      filedBy: world.accounts.producer,
      filedAt: dayBefore(now, 20),
    })
    .execute()
  await db
    .insertInto('communeReport')
    .values({
      id: newId(),
      dossierId,
      submissionId,
      contents: json({}),
      proposes: true,
      state: 'issued',
      issuedAt: dayBefore(now, 13),
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('sampleHandover')
    .values({
      id: newId(),
      dossierId,
      toAuthority: LUC_NAM,
      required: 5,
      handed: 5,
      received: 5,
      handedBy: world.accounts.communeOfficer,
      handedAt: dayBefore(now, 12),
      receivedBy: world.accounts.districtOffice,
      receivedAt: dayBefore(now, 11),
    })
    .execute()
  return { dossierId, productId }
}

export type Mean = { hundredths: number; star: number }

/** Puts a result of the desk's council on a dossier that is with the desk: closed item, valid result, state `concluded`. */
export async function resultAt(world: DistrictWorld, session: Session, dossierId: string, mean: Mean | 'eliminated'): Promise<string> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const scored = mean !== 'eliminated'
  const [itemId, resultId] = [newId(), newId()]
  const { authority } = await db.selectFrom('dossier').select('authority').where('id', '=', dossierId).executeTakeFirstOrThrow()
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
      ordinal: Number(count) + 1,
      state: scored ? 'closed' : 'ended',
      closedAt: now,
    })
    .execute()
  await db
    .insertInto('result')
    .values({
      id: resultId,
      itemId,
      dossierId,
      authority,
      outcome: scored ? 'scored' : 'eliminated',
      meanNumerator: scored ? mean.hundredths : null,
      meanDenominator: scored ? 100 : null,
      meanPrinted: scored ? (mean.hundredths / 100).toFixed(2) : null,
      pointsStar: scored ? mean.star : null,
      star: scored ? mean.star : null,
      spread: scored ? 4 : null,
      basis: json(sampleBasis),
      basisHash: 'b'.repeat(64),
      closedBy: session.accounts[0] ?? '',
      closedAt: now,
    })
    .execute()
  await db
    .updateTable('dossier')
    .set({ state: scored ? 'concluded' : 'ended', roundId: session.roundId, acceptedAt: now, decidingResultId: resultId })
    .where('id', '=', dossierId)
    .execute()
  return resultId
}

/**
 * On the agenda of a running session and scored: everyone declared and with the pack open, one final sheet per voting member worth `totals`
 * points in seat order. The chair closes by the real verbs.
 */
export async function scoredAt(world: DistrictWorld, session: Session, dossierId: string, totals: readonly number[]): Promise<string> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const pack = world.services.regulations.get(PACK_148)
  const form = formOf(pack, 9)
  const itemId = newId()
  await db
    .updateTable('dossier')
    .set({ state: 'onAgenda', roundId: session.roundId, acceptedAt: now })
    .where('id', '=', dossierId)
    .execute()
  await db
    .insertInto('agendaItem')
    .values({ id: itemId, meetingId: session.meetingId, dossierId, ordinal: 1, state: 'scoring', openedAt: now })
    .execute()
  await db
    .insertInto('conflictDeclaration')
    .values(session.members.map((memberId) => ({ itemId, memberId, conflicted: false, declaredAt: now })))
    .execute()
  await db
    .insertInto('packOpening')
    .values(session.members.map((memberId) => ({ itemId, memberId, openedAt: now })))
    .execute()
  const fourStars = answersReaching(form, pack.regulation.stars, 4, undefined)
  if (!fourStars) throw new Error('set 9 cannot reach 4 stars')
  for (const [index, total] of totals.entries()) {
    const answers = total <= 70 ? lowered(form, fourStars, totalOf(form, fourStars) - total) : raised(form, fourStars, total)
    const sheetId = newId()
    await db
      .insertInto('scoreSheet')
      .values({
        id: sheetId,
        itemId,
        memberId: session.members[index] ?? '',
        pass: 1,
        state: 'final',
        startedAt: now,
        updatedAt: now,
        finalisedAt: now,
      })
      .execute()
    await db
      .insertInto('scoreSheetAnswer')
      .values(
        Object.entries(answers).map(([criterion, option]) => ({
          sheetId,
          criterion,
          option,
          updatedAt: now,
        })),
      )
      .execute()
  }
  return itemId
}

/** The first criterion with an option that adds just what is missing is raised. */
function raised(form: Form, from: Answers, total: number): Record<string, number> {
  const missing = total - totalOf(form, from)
  for (const { criterion } of criteriaOf(form)) {
    const now = answeredPoints(criterion, from)
    const option = criterion.options.findIndex((_, index) => answeredPoints(criterion, { [criterion.code]: index + 1 }) === now + missing)
    if (option >= 0) return { ...from, [criterion.code]: option + 1 }
  }
  throw new Error(`no answers ${missing} points higher`)
}

function snapshotOf(world: DistrictWorld, filed: { productId: string; name: string }): Snapshot {
  const pack = world.services.regulations.get(PACK_148)
  return {
    format: 1,
    kind: 'first',
    filedAt: world.services.clock.now().toISOString(),
    regulation: { id: pack.id, hash: pack.hash, number: pack.regulation.number, title: pack.regulation.title.vi },
    set: { no: 9, title: 'Tương, nước mắm, gia vị dạng lỏng khác', sector: 'Thực phẩm', group: 'Gia vị', ministry: 'Bộ NN&PTNT' },
    cases: {},
    producer: {
      id: world.producerId,
      name: 'Hợp tác xã Vải thiều Lục Nam',
      legalForm: 'cooperative',
      legalFormLabel: 'Hợp tác xã',
      taxCode: '2400123456',
      registrationNumber: '2400123456',
      registrationDate: '2019-03-12',
      registrationIssuer: 'Phòng Tài chính – Kế hoạch',
      addressLine: 'Thôn Đông',
      communeCode: world.communeCode,
      communeName: world.communeName,
      provinceName: 'Tỉnh Bắc Giang',
      oldNames: [],
      headName: 'Hoàng Văn Vải',
      headPost: 'Giám đốc',
      phone: '0912000222',
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
      description: '',
      packs: [{ name: 'Hộp giấy', netContent: '500 g', barcode: null }],
      photos: [],
    },
    registration: {},
    report: {},
    components: [],
    answers: [],
    papers: [],
    totals: { total: 71, parts: { A: 30, B: 18, C: 23 }, pointsStar: 4, star: 4, missed: [] },
  }
}
