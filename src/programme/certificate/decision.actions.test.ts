import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { noticeText } from '../people/notice.store.ts'
import { cancelNumber, takeNumber } from '../document/numbers.ts'
import { concludedDossier } from './certificate.fixture.ts'
import { certificateByCode } from './certificate.public.store.ts'
import { cancelDecision, issueDecision, prepareDecision } from './decision.actions.ts'
import type { IssuingForm } from './decision-input.ts'
import { DECISION_SYMBOL } from './decision-paper.ts'
import { decisionById, waitingResults } from './decision.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const form = (over: Partial<IssuingForm> = {}): IssuingForm => ({
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '22/12/2026',
  signerName: 'Nguyễn Minh Khôi',
  signerPost: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  ...over,
})
const draft = (resultIds: string[], kind: 'recognition' | 'approval' = 'recognition') =>
  actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind, title: 'Về việc công nhận sản phẩm đạt hạng sao OCOP', resultIds }))
const issue = (id: string, over: Partial<IssuingForm> = {}, version = 1) =>
  actAs(world, 'leader', (ctx) => issueDecision(ctx, id, form(over), version))
const dossierState = async (id: string) =>
  (await services.database.db.selectFrom('dossier').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const certificatesOf = (productId: string) =>
  services.database.db.selectFrom('certificate').selectAll().where('productId', '=', productId).orderBy('createdAt').orderBy('id').execute()

describe('issuing a recognition decision', () => {
  it('gives the number, the certificate with its code and term, the papers and the new state at once', async () => {
    const one = await concludedDossier(world)
    const id = await draft([one.resultId])
    const { number } = await issue(id)
    expect(number).toMatch(/^\d+\/QĐ-UBND$/)
    expect(await dossierState(one.dossierId)).toBe('recognised')
    const [certificate] = await certificatesOf(one.productId)
    expect(certificate).toMatchObject({ star: 4, issuedOn: '2026-12-22', lastValidOn: '2029-12-22', state: 'valid' })
    expect(certificate?.productCode).toMatch(/^38-16531-\d{2,}-2026$/)
    const papers = await services.database.db
      .selectFrom('document')
      .select('kind')
      .where('kind', 'in', ['recognitionDecision', 'certificate'])
      .execute()
    expect(papers.map((paper) => paper.kind).sort()).toEqual(['certificate', 'recognitionDecision'])
    const shown = await certificateByCode(services.database.db, certificate?.verifyCode ?? '')
    expect(shown?.snapshot).toMatchObject({
      decision: { number, issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa' },
      place: { commune: 'phường Sầm Sơn' },
    })
    expect(JSON.stringify(shown)).not.toContain('Trần Văn Vạn')
  })

  it('tells the producer and both desks of its commune, in words, once', async () => {
    const one = await concludedDossier(world)
    await issue(await draft([one.resultId]))
    const told = await services.database.db
      .selectFrom('notice')
      .selectAll()
      .where('subjectId', '=', one.dossierId)
      .where('kind', 'in', ['recognised', 'recognisedInCommune'])
      .execute()
    const { producer, communeOfficer, communeLeader } = world.accounts
    expect(new Set(told.map((notice) => notice.accountId))).toEqual(new Set([producer, communeOfficer, communeLeader]))
    expect(told).toHaveLength(3)
    for (const notice of told) expect(noticeText(notice, 'vi')).toMatch(/công nhận 4 sao theo Quyết định số \d+\/QĐ-UBND/)
  })

  it('is done once: the second press is told that it is issued, and nothing is made twice', async () => {
    const one = await concludedDossier(world)
    const id = await draft([one.resultId])
    await issue(id)
    await expect(issue(id, {}, 2)).rejects.toMatchObject({ code: 'stateConflict' })
    expect(await certificatesOf(one.productId)).toHaveLength(1)
  })

  it('by two leaders at the same moment gives one decision', async () => {
    const one = await concludedDossier(world)
    const id = await draft([one.resultId])
    const outcomes = await Promise.allSettled([issue(id), issue(id)])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await certificatesOf(one.productId)).toHaveLength(1)
  })

  it('of two decisions at the same moment gives two numbers and two serials of the commune', async () => {
    const [one, two] = [await concludedDossier(world), await concludedDossier(world)]
    const ids = [await draft([one.resultId]), await draft([two.resultId])]
    const issued = await Promise.all(ids.map((id) => issue(id)))
    expect(new Set(issued.map((each) => each.number)).size).toBe(2)
    const codes = [...(await certificatesOf(one.productId)), ...(await certificatesOf(two.productId))].map((row) => row.productCode)
    expect(new Set(codes).size).toBe(2)
  })

  it.each(['office', 'producer', 'communeLeader', 'clerk', 'admin', 'seat1'] as const)('is refused to %s', async (person) => {
    const one = await concludedDossier(world)
    const id = await draft([one.resultId])
    await expect(actAs(world, person, (ctx) => issueDecision(ctx, id, form(), 1))).rejects.toMatchObject({ code: /forbidden|notFound/ })
    expect(await dossierState(one.dossierId)).toBe('concluded')
  })

  it('of another province does not exist', async () => {
    const one = await concludedDossier(world)
    const id = await draft([one.resultId])
    await expect(actAs(world, 'otherProvinceOffice', (ctx) => cancelDecision(ctx, id, 'x'))).rejects.toMatchObject({ code: 'notFound' })
    await expect(issue('../../etc/passwd')).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([
    ['issuedOn', { issuedOn: '31/02/2026' }],
    ['issuedOn', { issuedOn: '23/12/2026' }],
    ['issuedOn', { issuedOn: '21/12/2026' }],
    ['signerName', { signerName: ' ' }],
    ['signerPost', { signerPost: '' }],
    ['irregular', { numberKind: 'irregular', irregular: '12/QĐ' }],
    ['numberKind', { numberKind: '' }],
  ])('names the field %s of %o and issues nothing', async (field, over) => {
    const one = await concludedDossier(world)
    const id = await draft([one.resultId])
    await expect(issue(id, over)).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.anything() } })
    expect(await dossierState(one.dossierId)).toBe('concluded')
  })

  it('of a list that changed since it was read is refused', async () => {
    const id = await draft([(await concludedDossier(world)).resultId])
    await expect(issue(id, {}, 7)).rejects.toMatchObject({ code: 'versionConflict' })
  })

  it('ends the product’s certificate in force and points to the new one; the serial stays with the product', async () => {
    const first = await concludedDossier(world, { star: 3, pointsStar: 3 })
    await issue(await draft([first.resultId]))
    const second = await concludedDossier(world, { productId: first.productId, star: 4 })
    await issue(await draft([second.resultId]))
    const rows = await certificatesOf(first.productId)
    const [old, current] = [rows.find((row) => row.star === 3), rows.find((row) => row.star === 4)]
    expect(old).toMatchObject({ state: 'replaced', replacedBy: current?.id })
    expect(current).toMatchObject({ state: 'valid', productCode: old?.productCode })
  })
})

describe('numbers of decisions', () => {
  const reserve = () =>
    actAs(world, 'leader', (ctx) =>
      takeNumber(ctx, { bodyId: world.bodies.province, kind: DECISION_SYMBOL, year: 2026 }, (n) => `${n}/QĐ-UBND`),
    )

  it('may be one reserved before, which is then used up', async () => {
    const held = await reserve()
    const [one, two] = [await concludedDossier(world), await concludedDossier(world)]
    const choice = { numberKind: 'reserved', reserved: held.entryId }
    expect((await issue(await draft([one.resultId]), choice)).number).toBe(held.printed)
    await expect(issue(await draft([two.resultId]), choice)).rejects.toMatchObject({ code: 'number.notReserved' })
  })

  it('that were cancelled are never given again, neither by hand nor in turn', async () => {
    const held = await reserve()
    await actAs(world, 'leader', (ctx) => cancelNumber(ctx, held.entryId, 'ghi nhầm'))
    const id = await draft([(await concludedDossier(world)).resultId])
    await expect(issue(id, { numberKind: 'irregular', irregular: String(held.number) })).rejects.toMatchObject({ code: 'number.taken' })
    await expect(issue(id, { numberKind: 'reserved', reserved: held.entryId })).rejects.toMatchObject({ code: 'number.notReserved' })
    expect((await issue(id)).number).not.toBe(held.printed)
  })

  it('may be irregular, once', async () => {
    const [one, two] = [await concludedDossier(world), await concludedDossier(world)]
    const choice = { numberKind: 'irregular', irregular: '4127a' }
    expect((await issue(await draft([one.resultId]), choice)).number).toBe('4127a/QĐ-UBND')
    await expect(issue(await draft([two.resultId]), choice)).rejects.toMatchObject({ code: 'number.taken' })
  })

  it('of another body’s register cannot be slipped in', async () => {
    const other = await actAs(world, 'leader', (ctx) =>
      takeNumber(ctx, { bodyId: world.bodies.samSon, kind: DECISION_SYMBOL, year: 2026 }, String),
    )
    const id = await draft([(await concludedDossier(world)).resultId])
    await expect(issue(id, { numberKind: 'reserved', reserved: other.entryId })).rejects.toMatchObject({ code: 'number.notReserved' })
  })
})

describe('preparing the list', () => {
  it.each([
    ['two stars', { star: 2, pointsStar: 2 }, 'recognition'],
    ['one star', { star: 1, pointsStar: 1 }, 'recognition'],
    ['90 points and more', { star: 4, pointsStar: 5, meanPrinted: '91.00' }, 'recognition'],
    ['an ended assessment', { outcome: 'eliminated' as const }, 'recognition'],
    ['four stars under 90 points', { star: 4, pointsStar: 4 }, 'approval'],
  ] as const)('refuses %s on the wrong kind of decision', async (_, over, kind) => {
    const one = await concludedDossier(world, over)
    await expect(draft([one.resultId], kind)).rejects.toMatchObject({ code: 'decision.wrongRoute' })
  })

  it('takes a result on one live list only, and gives it back when the draft is given up', async () => {
    const one = await concludedDossier(world)
    const outcomes = await Promise.allSettled([draft([one.resultId]), draft([one.resultId])])
    const won = outcomes.find((outcome) => outcome.status === 'fulfilled')
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    await expect(draft([one.resultId])).rejects.toMatchObject({ code: 'decision.resultTaken' })
    await actAs(world, 'office', (ctx) => cancelDecision(ctx, won?.value ?? '', 'thêm sản phẩm'))
    expect((await waitingResults(services.database.db, '38')).map((row) => row.resultId)).toContain(one.resultId)
    await expect(draft([one.resultId])).resolves.toBeTypeOf('string')
  })

  it('refuses results of nobody and rubbish ids', async () => {
    await expect(draft(['x'])).rejects.toMatchObject({ code: 'decision.resultTaken' })
    await expect(draft([])).rejects.toMatchObject({ code: 'invalid' })
  })

  it('an approval leaves the dossier concluded until it is sent up', async () => {
    const one = await concludedDossier(world, { star: 3, pointsStar: 5, meanPrinted: '92.14' })
    const id = await draft([one.resultId], 'approval')
    await issue(id)
    expect(await dossierState(one.dossierId)).toBe('concluded')
    expect(await certificatesOf(one.productId)).toHaveLength(0)
    expect((await decisionById(services.database.db, '38', id)).documentId).not.toBeNull()
  })
})
