import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { reader } from '../context.ts'
import { concludedDossier, storedCertificate } from './certificate.fixture.ts'
import { certificateByCode } from './certificate.public.store.ts'
import { issueDecision, prepareDecision } from './decision.actions.ts'
import type { IssuingForm } from './decision-input.ts'
import { issueLetter } from './letter.actions.ts'
import { buildMinistryPack, recordSentToMinistry } from './ministry.actions.ts'
import { cancelReserved, reserveNumber } from './number-register.actions.ts'
import { signedKinds } from '../document/signed-kinds.ts'
import { clerkPapers, countClerkPapers, signedCopies, type ClerkFilter } from './register.store.ts'
import { attachSignedCopy } from './signed-copy.actions.ts'
import { withdrawCertificate } from './withdrawal.actions.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-12-22T03:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

const form: IssuingForm & { advice: string } = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '22/12/2026',
  signerName: 'Nguyễn Minh Khôi',
  signerPost: 'CHÁNH VĂN PHÒNG',
  advice: 'Hoàn thiện nhãn hàng hóa.',
}
const stateOf = async (id: string) =>
  (await reader(services).selectFrom('dossier').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

describe('the result letter', () => {
  const letter = (resultId: string, person: 'office' | 'leader' | 'clerk' | 'producer' = 'office') =>
    actAs(world, person, (ctx) => issueLetter(ctx, resultId, form))

  it('answers two stars without a decision; the dossier is then not recognised', async () => {
    const one = await concludedDossier(world, { star: 2, pointsStar: 4 })
    const { number } = await letter(one.resultId)
    expect(number).toMatch(/\/TB-VPĐP$/)
    expect(await stateOf(one.dossierId)).toBe('notRecognised')
    await expect(letter(one.resultId)).rejects.toMatchObject({ code: 'stateConflict' })
  })

  it('answers an ended assessment and leaves it ended', async () => {
    const one = await concludedDossier(world, {
      outcome: 'eliminated',
      basis: { ending: { ruleText: 'Nguyên liệu nhập khẩu toàn bộ', reason: 'theo hồ sơ' } },
    })
    await letter(one.resultId)
    expect(await stateOf(one.dossierId)).toBe('ended')
  })

  it('is refused for a product that must be recognised, and to other roles', async () => {
    const good = await concludedDossier(world)
    await expect(letter(good.resultId)).rejects.toMatchObject({ code: 'decision.wrongRoute' })
    const low = await concludedDossier(world, { star: 1, pointsStar: 1 })
    await expect(letter(low.resultId, 'leader')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(letter(low.resultId, 'producer')).rejects.toMatchObject({ code: 'notFound' })
    await expect(letter('rubbish')).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the pack for the ministry', () => {
  it('waits for the approval, names what is missing and why, and is sent once', async () => {
    const one = await concludedDossier(world, { star: 4, pointsStar: 5, meanPrinted: '91.29' })
    const build = () => actAs(world, 'office', (ctx) => buildMinistryPack(ctx, one.resultId))
    await expect(build()).rejects.toMatchObject({ code: 'ministry.notApproved' })
    const decision = await actAs(world, 'office', (ctx) =>
      prepareDecision(ctx, { kind: 'approval', title: 'Phê duyệt', resultIds: [one.resultId] }),
    )
    await actAs(world, 'leader', (ctx) => issueDecision(ctx, decision, form, 1))
    const packId = await build()
    const pack = await reader(services).selectFrom('ministryPack').selectAll().where('id', '=', packId).executeTakeFirstOrThrow()
    const manifest = pack.manifest as { files: { path: string }[]; missing: { paper: string; reason: string }[] }
    expect(manifest.files.map((file) => file.path)).toEqual([
      expect.stringMatching(/^01 - .*\.pdf$/),
      expect.stringMatching(/^02 - .*\.pdf$/),
    ])
    expect(manifest.missing.map((entry) => entry.paper)).toEqual(
      expect.arrayContaining(['Báo cáo của Tổ tư vấn', 'Báo cáo của Hội đồng cấp tỉnh', 'Sản phẩm mẫu: 05 đơn vị']),
    )
    expect(manifest.missing.every((entry) => entry.reason !== '')).toBe(true)
    expect((await services.files.read(pack.sha256)).length).toBeGreaterThan(1000)
    const send = () => actAs(world, 'office', (ctx) => recordSentToMinistry(ctx, packId))
    await send()
    expect(await stateOf(one.dossierId)).toBe('sentToMinistry')
    await expect(send()).rejects.toMatchObject({ code: 'stateConflict' })
    await expect(build()).rejects.toMatchObject({ code: 'stateConflict' })
  })
})

describe('the signed scan', () => {
  const pdf = new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  )
  const issued = async () => {
    services.clock.set('2026-12-22T03:00:00Z')
    const one = await concludedDossier(world)
    const id = await actAs(world, 'office', (ctx) =>
      prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [one.resultId] }),
    )
    return (await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, form, 1))).documentId
  }
  const attach = (documentId: string, person: 'clerk' | 'office' | 'leader' = 'clerk', over: object = {}) =>
    actAs(world, person, (ctx) =>
      attachSignedCopy(ctx, documentId, { bytes: pdf, name: 'quyet-dinh.pdf', differs: false, note: '', ...over }),
    )

  it('is attached by the clerk and by nobody else; the paper itself stays as it was', async () => {
    const documentId = await issued()
    const before = await reader(services).selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow()
    const copyId = await attach(documentId)
    expect(await attach(documentId)).toBe(copyId)
    for (const person of ['office', 'leader'] as const) await expect(attach(documentId, person)).rejects.toMatchObject({ code: 'notFound' })
    expect(await reader(services).selectFrom('document').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow()).toEqual(before)
  })

  it('is looked for only on papers someone signs: those without one first, found by words, counted by kind', async () => {
    const waiting = await issued()
    const scanned = await issued()
    await attach(scanned)
    const read = (filter: ClerkFilter, over: object = {}) =>
      clerkPapers(reader(services), { authority: '38', words: '', filter, page: 1, size: 200, ...over })
    const ids = async (filter: ClerkFilter, over: object = {}) => (await read(filter, over)).map((paper) => paper.id)
    expect(await ids('waiting')).toContain(waiting)
    expect(await ids('waiting')).not.toContain(scanned)
    expect(await ids('attached')).toContain(scanned)
    const both = await read(null)
    const firstScanned = both.findIndex((paper) => paper.copies > 0)
    expect(both.slice(firstScanned).every((paper) => paper.copies > 0)).toBe(true)
    expect(both.every((paper) => signedKinds.includes(paper.kind))).toBe(true)
    const counts = await countClerkPapers(reader(services), { authority: '38', words: '' })
    expect([counts.waiting, counts.attached]).toEqual([(await ids('waiting')).length, (await ids('attached')).length])
    expect(await ids(null, { words: 'không có văn bản nào như vậy' })).toEqual([])
    expect(await ids(null, { authority: '01' })).toEqual([])
    // A paper nobody signs never waits for a scan.
    const [paper] = both
    await services.database.db
      .updateTable('document')
      .set({ kind: 'filingReceipt' })
      .where('id', '=', paper?.id ?? '')
      .execute()
    expect(await ids(null)).not.toContain(paper?.id)
  })

  it('belongs to the desk of the paper: the province is shown no scans of a certificate another desk issued, and no refusal either', async () => {
    const documentId = await issued()
    await attach(documentId)
    expect(await signedCopies(reader(services), '38', documentId)).toHaveLength(1)
    expect(await signedCopies(reader(services), 'TW', documentId)).toEqual([])
  })

  it('that differs must say how; a file that is no scan is refused', async () => {
    const documentId = await issued()
    await expect(attach(documentId, 'clerk', { differs: true })).rejects.toMatchObject({ fields: { note: expect.anything() } })
    await expect(attach(documentId, 'clerk', { bytes: new TextEncoder().encode('<svg onload=alert(1)>') })).rejects.toMatchObject({
      fields: { file: expect.anything() },
    })
    await expect(attach('x')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is taken up to and including the thirtieth day', async () => {
    const documentId = await issued()
    services.clock.set('2027-01-21T16:59:00Z')
    await expect(attach(documentId)).resolves.toBeTypeOf('string')
    services.clock.set('2027-01-21T17:00:00Z')
    await expect(attach(documentId)).rejects.toMatchObject({ code: 'signedCopy.late' })
    services.clock.set('2026-12-22T03:00:00Z')
  })
})

describe('withdrawing a certificate', () => {
  const withdraw = (id: string, over: object = {}, version = 1) =>
    actAs(world, 'leader', (ctx) =>
      withdrawCertificate(
        ctx,
        id,
        { ground: 'd', reason: 'Gắn 5 sao lên nhãn', conclusion: '', decisionNumber: '99/QĐ-UBND', decisionDate: '10/01/2027', ...over },
        version,
      ),
    )

  it('is public at once, by ground and decision', async () => {
    services.clock.set('2027-01-15T03:00:00Z')
    const { id, verifyCode } = await storedCertificate(world, { productCode: '38-16531-91-2026' })
    await withdraw(id)
    expect(await certificateByCode(reader(services), verifyCode)).toMatchObject({
      state: 'withdrawn',
      stateGround: 'd',
      stateDecision: '99/QĐ-UBND',
    })
    await expect(withdraw(id, {}, 2)).rejects.toMatchObject({ code: 'certificate.notInForce' })
  })

  it('needs a conclusion for the grounds that say so, a true date, and the leader', async () => {
    services.clock.set('2027-01-15T03:00:00Z')
    const { id } = await storedCertificate(world, { verifyCode: 'ABCDEFGHABCDEFGH', productCode: '38-16531-92-2026' })
    await expect(withdraw(id, { ground: 'c' })).rejects.toMatchObject({ fields: { conclusion: expect.anything() } })
    await expect(withdraw(id, { ground: 'z' })).rejects.toMatchObject({ fields: { ground: expect.anything() } })
    await expect(withdraw(id, { decisionDate: '16/01/2027' })).rejects.toMatchObject({ fields: { decisionDate: expect.anything() } })
    await expect(
      actAs(world, 'office', (ctx) =>
        withdrawCertificate(ctx, id, { ground: 'a', reason: 'x', conclusion: '', decisionNumber: '1', decisionDate: '10/01/2027' }, 1),
      ),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the register of numbers', () => {
  it('holds, cancels with a reason, takes irregular ones, and never gives one twice', async () => {
    const reserve = (irregular = '') =>
      actAs(world, 'clerk', (ctx) => reserveNumber(ctx, { bodyId: world.bodies.province, symbol: 'kh-ubnd', irregular }))
    const first = await reserve()
    expect(first.printed).toBe('01/KH-UBND')
    await actAs(world, 'clerk', (ctx) => cancelReserved(ctx, first.entryId, 'ghi nhầm sổ'))
    expect((await reserve()).printed).toBe('02/KH-UBND')
    expect((await reserve('2a')).printed).toBe('2a/KH-UBND')
    await expect(reserve('1')).rejects.toMatchObject({ code: 'number.taken' })
    await expect(actAs(world, 'clerk', (ctx) => cancelReserved(ctx, first.entryId, 'lần nữa'))).rejects.toMatchObject({
      code: 'number.notReserved',
    })
    await expect(
      actAs(world, 'office', (ctx) => reserveNumber(ctx, { bodyId: world.bodies.province, symbol: 'KH-UBND', irregular: '' })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      actAs(world, 'clerk', (ctx) => reserveNumber(ctx, { bodyId: world.bodies.samSon, symbol: 'KH-UBND', irregular: '' })),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
