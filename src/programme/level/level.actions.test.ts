// A dossier on its way between a district and its province under 148/QĐ-TTg, with results of both councils.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#/platform/errors/app-error.ts'
import { actIn, BAC_GIANG, IN_2023, LUC_NAM, makeDistrictWorld, type DistrictPerson, type DistrictWorld } from '#/testing/district-world.ts'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import type { IssuingForm } from '../certificate/decision-input.ts'
import { officeFile } from '../commune/commune.store.ts'
import { examine } from '../doctor/doctor.ts'
import { acceptDossier, agreeWithCommune, receiveSamples } from '../round/reception.actions.ts'
import { districtActor } from '#/testing/district-world.ts'
import { chooseOnReturn, returnDown, returnNotValid, sendUp } from './level.actions.ts'
import { proposedToDistrict, resultAt, sessionAt, type Session } from './level.fixture.ts'

let services: TestServices
let world: DistrictWorld
let district: Session
let province: Session

beforeAll(async () => {
  services = await testServices({ now: IN_2023 })
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeDistrictWorld(services)
  district = await sessionAt(world, LUC_NAM)
  province = await sessionAt(world, BAC_GIANG)
})

const issuing: IssuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '16/10/2023',
  signerName: 'Trần Văn Nam',
  signerPost: 'CHỦ TỊCH',
}

const db = () => services.database.db
const rowOf = (dossierId: string) => db().selectFrom('dossier').selectAll().where('id', '=', dossierId).executeTakeFirstOrThrow()
const noticesOf = async (person: DistrictPerson) =>
  (await db().selectFrom('notice').select('kind').where('accountId', '=', world.accounts[person]).execute()).map((row) => row.kind)
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : Promise.reject(error)),
  )

/** Decided by the office and the leader of a desk. */
async function decided(side: 'district' | 'province', kind: 'recognition' | 'approval', resultId: string): Promise<string> {
  const decisionId = await actIn(world, `${side}Office`, (ctx) =>
    prepareDecision(ctx, { kind, title: 'Quyết định', resultIds: [resultId] }),
  )
  await actIn(world, `${side}Leader`, (ctx) => issueDecision(ctx, decisionId, issuing, 1))
  return decisionId
}

/** Scored 71,29 at the district, approved, sent up with five samples: `proposed` at the province. */
async function sentUp(): Promise<{ dossierId: string; districtResult: string }> {
  const { dossierId } = await proposedToDistrict(world)
  const districtResult = await resultAt(world, district, dossierId, { hundredths: 7129, star: 4 })
  await decided('district', 'approval', districtResult)
  await actIn(world, 'districtOffice', (ctx) => sendUp(ctx, dossierId, { handed: 5, note: '' }))
  return { dossierId, districtResult }
}

/** The province's council gave this mean and its office sent the dossier back. */
async function sentBack(hundredths = 6600, star = 3) {
  const up = await sentUp()
  const provinceResult = await resultAt(world, province, up.dossierId, { hundredths, star })
  await actIn(world, 'provinceOffice', (ctx) => returnDown(ctx, up.dossierId, { note: '', reason: 'Hội đồng thống nhất.' }))
  return { ...up, provinceResult }
}

describe('up', () => {
  test('a result of 70 points and more goes up only once the district has approved it, with its samples', async () => {
    const { dossierId } = await proposedToDistrict(world)
    const resultId = await resultAt(world, district, dossierId, { hundredths: 7129, star: 4 })
    const send = (handed: number, note = '') => actIn(world, 'districtOffice', (ctx) => sendUp(ctx, dossierId, { handed, note }))
    expect(await code(send(5))).toBe('level.approvalNeeded')
    await decided('district', 'approval', resultId)
    expect(await code(send(3))).toBe('invalid')
    await send(3, 'Hai mẫu gửi sau.')
    expect(await rowOf(dossierId)).toMatchObject({
      authority: BAC_GIANG,
      pastAuthorities: [LUC_NAM],
      state: 'proposed',
      roundId: null,
      decidingResultId: null,
    })
    const handover = await db()
      .selectFrom('sampleHandover')
      .selectAll()
      .where('dossierId', '=', dossierId)
      .where('toAuthority', '=', BAC_GIANG)
      .executeTakeFirstOrThrow()
    expect(handover).toMatchObject({ toAuthority: BAC_GIANG, required: 5, handed: 3, note: 'Hai mẫu gửi sau.' })
    const letter = await db().selectFrom('document').selectAll().where('kind', '=', 'transferLetter').executeTakeFirstOrThrow()
    expect(letter).toMatchObject({ authority: LUC_NAM, number: '01/CV-OCOP', dossierId })
    expect(await code(send(5))).toBe('notFound')
  })

  test('the province, the producer and the commune are told; the ledger says who sent what', async () => {
    const { dossierId, districtResult } = await sentUp()
    expect(await noticesOf('provinceOffice')).toContain('level.arrived')
    expect(await noticesOf('producer')).toContain('level.sentUp')
    expect(await noticesOf('communeOfficer')).toContain('level.sentUp')
    expect(await noticesOf('neighbourOffice')).toEqual([])
    const entry = await db().selectFrom('auditEntry').selectAll().where('verb', '=', 'level.sentUp').executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ provinceCode: BAC_GIANG, dossierId, actorName: 'Nguyễn Thị Lục' })
    expect(entry.payload).toMatchObject({ to: BAC_GIANG, resultId: districtResult, samples: 5 })
  })

  test('a result under 70 points stays: the district recognises it', async () => {
    const { dossierId } = await proposedToDistrict(world)
    const resultId = await resultAt(world, district, dossierId, { hundredths: 6999, star: 3 })
    expect(await code(actIn(world, 'districtOffice', (ctx) => sendUp(ctx, dossierId, { handed: 5, note: '' })))).toBe('level.notUp')
    await decided('district', 'recognition', resultId)
    expect((await rowOf(dossierId)).state).toBe('recognised')
  })

  test('where the level above has no desk here, it is said', async () => {
    const { dossierId } = await proposedToDistrict(world)
    const resultId = await resultAt(world, district, dossierId, { hundredths: 7129, star: 4 })
    await decided('district', 'approval', resultId)
    await db().updateTable('body').set({ kind: 'other' }).where('id', '=', world.bodies.provinceOffice).execute()
    expect(await code(actIn(world, 'districtOffice', (ctx) => sendUp(ctx, dossierId, { handed: 5, note: '' })))).toBe('level.noDesk')
  })
})

describe('at the desk above', () => {
  test('the province receives as the district did: its own checks, samples and round; the district reads on and acts no more', async () => {
    const { dossierId } = await sentUp()
    const { regulations } = services
    await actIn(world, 'provinceOffice', (ctx) => agreeWithCommune(ctx, dossierId))
    await actIn(world, 'provinceOffice', (ctx) => receiveSamples(ctx, dossierId, { received: 5, note: '' }))
    const own = await officeFile(db(), regulations, await districtActor(world, 'provinceOffice'), dossierId)
    expect(own.rights).toMatchObject({ sees: true, accept: true })
    const below = await officeFile(db(), regulations, await districtActor(world, 'districtOffice'), dossierId)
    expect(below.rights).toMatchObject({ sees: true, receive: false, accept: false, reject: false })
    const accept = actIn(world, 'districtOffice', (ctx) => acceptDossier(ctx, dossierId, { roundId: district.roundId, exception: '' }))
    expect(await code(accept)).toBe('forbidden')
    await expect(officeFile(db(), regulations, await districtActor(world, 'neighbourOffice'), dossierId)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  test('one found not valid goes back with a reason, to be completed and assessed below', async () => {
    const { dossierId, districtResult } = await sentUp()
    const back = (reason: string) => actIn(world, 'provinceOffice', (ctx) => returnNotValid(ctx, dossierId, { reason }))
    expect(await code(back(' '))).toBe('invalid')
    await back('Thiếu giấy chứng nhận an toàn thực phẩm.')
    expect(await rowOf(dossierId)).toMatchObject({ authority: LUC_NAM, state: 'returned' })
    const choose = (choice: string) =>
      actIn(world, 'districtOffice', (ctx) => chooseOnReturn(ctx, dossierId, { choice, reason: 'Bổ sung.' }))
    expect(await code(choose('recogniseOnThatResult'))).toBe('invalid')
    await choose('completeAndAssess')
    expect(await rowOf(dossierId)).toMatchObject({ state: 'proposed', decidingResultId: null })
    const own = await db().selectFrom('result').select('state').where('id', '=', districtResult).executeTakeFirstOrThrow()
    expect(own.state).toBe('superseded')
  })
})

describe('down', () => {
  test.each([
    [5001, 3, 'done'],
    [6999, 3, 'done'],
    [7000, 4, 'level.notDown'],
    [4999, 2, 'level.notDown'],
  ])('the province sends %i hundredths (%i stars) back: %s', async (hundredths, star, outcome) => {
    const { dossierId } = await sentUp()
    await resultAt(world, province, dossierId, { hundredths, star })
    expect(await code(actIn(world, 'provinceOffice', (ctx) => returnDown(ctx, dossierId, { note: '', reason: '' })))).toBe(outcome)
  })

  test('at exactly 50 the text is open: a person decides, with a reason that stays', async () => {
    const { dossierId } = await sentUp()
    await resultAt(world, province, dossierId, { hundredths: 5000, star: 3 })
    const back = (reason: string) => actIn(world, 'provinceOffice', (ctx) => returnDown(ctx, dossierId, { note: '', reason }))
    expect(await code(back(''))).toBe('invalid')
    await back('Hiểu "trên 50" là từ 50.')
    const transfer = await db().selectFrom('transfer').selectAll().where('way', '=', 'down').executeTakeFirstOrThrow()
    expect(transfer).toMatchObject({ ground: 'result', choice: null, note: 'Hiểu "trên 50" là từ 50.' })
  })

  test('the district recognises three stars on the province’s result by its own decision and certificate', async () => {
    const { dossierId, provinceResult } = await sentBack()
    expect(await noticesOf('districtOffice')).toContain('level.cameBack')
    const choose = () =>
      actIn(world, 'districtOffice', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'recogniseOnThatResult', reason: 'Đủ 3 sao.' }))
    await choose()
    expect(await code(choose())).toBe('stateConflict')
    expect(await rowOf(dossierId)).toMatchObject({ state: 'concluded', roundId: district.roundId, decidingResultId: provinceResult })
    const decisionId = await decided('district', 'recognition', provinceResult)
    const certificate = await db().selectFrom('certificate').selectAll().where('dossierId', '=', dossierId).executeTakeFirstOrThrow()
    expect(certificate).toMatchObject({
      star: 3,
      decisionId,
      productCode: `24-218-${world.communeCode}-01-2023`,
      provinceCode: BAC_GIANG,
    })
    expect(certificate.snapshot).toMatchObject({ decision: { issuer: 'Chủ tịch Ủy ban nhân dân huyện Lục Nam' } })
    const { findings } = await examine({ db: db(), files: services.files }, { quick: true })
    // The fixture's frozen texts and results carry made-up hashes; everything else must hold.
    const madeUp = ['snapshot-hash', 'result-basis-and-mean']
    expect(findings.map((finding) => finding.name).filter((name) => !madeUp.includes(name))).toEqual([])
  })

  test('the district assesses again: its own result gives way and stays on record, a new one may be closed', async () => {
    const { dossierId, districtResult } = await sentBack()
    await actIn(world, 'districtOffice', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'reassess', reason: 'Chấm lại.' }))
    expect(await rowOf(dossierId)).toMatchObject({ state: 'proposed', authority: LUC_NAM })
    const old = await db().selectFrom('result').selectAll().where('id', '=', districtResult).executeTakeFirstOrThrow()
    expect(old).toMatchObject({ state: 'superseded', supersededReason: 'Đánh giá lại sau khi hồ sơ được chuyển về: Chấm lại.' })
    const again = await resultAt(world, district, dossierId, { hundredths: 6800, star: 3 })
    await decided('district', 'recognition', again)
    expect((await rowOf(dossierId)).state).toBe('recognised')
  })

  test('what the province found and the district may not recognise is answered by the district’s letter', async () => {
    const { dossierId, provinceResult } = await sentBack(5000, 2)
    await actIn(world, 'districtOffice', (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'letter', reason: 'Chưa đạt 3 sao.' }))
    await actIn(world, 'districtOffice', (ctx) => issueLetter(ctx, provinceResult, { ...issuing, advice: 'Hoàn thiện bao bì.' }))
    expect((await rowOf(dossierId)).state).toBe('notRecognised')
  })

  test('only the office of the dossier’s desk moves it; who has no business there learns nothing', async () => {
    const { dossierId } = await sentBack()
    const choose = (person: DistrictPerson) =>
      code(actIn(world, person, (ctx) => chooseOnReturn(ctx, dossierId, { choice: 'reassess', reason: 'Thử.' })))
    expect(await choose('districtAdvisor')).toBe('forbidden')
    for (const person of ['provinceOffice', 'neighbourOffice', 'producer', 'communeOfficer', 'provinceAdmin', 'districtSeat1'] as const)
      expect(await choose(person)).toBe('notFound')
  })

  test('two presses at once: one chooses, the other is told', async () => {
    const { dossierId } = await sentBack()
    const choose = (choice: string) =>
      code(actIn(world, 'districtOffice', (ctx) => chooseOnReturn(ctx, dossierId, { choice, reason: 'Cùng lúc.' })))
    expect((await Promise.all([choose('reassess'), choose('recogniseOnThatResult')])).toSorted()).toEqual(['done', 'stateConflict'])
  })
})
