// Former answers across decisions, by rows as they stand in rules/correspondence: 1048 → 148 and 148 → 26/2026.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { criteriaOf, findCriterion, pointsOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { storedCertificate } from '../certificate/certificate.fixture.ts'
import { confirmFormer, takeFormerPapers } from './change.actions.ts'
import { startDossier } from './dossier.actions.ts'
import { dossierFacts } from './dossier.facts.ts'
import { draftDossier, placeDossier } from './dossier.fixture.ts'
import { freezeSubmission } from './filing.ts'
import { formerHints } from './former.ts'
import { buildSnapshot } from './snapshot.build.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())
const db = () => services.database.db
const as = <T>(verb: Parameters<typeof actAs<T>>[2]) => actAs(world, 'producer', verb)

/** A dossier filed under an older decision: its top option everywhere but where `answers` says otherwise; papers on `proved`. */
async function filedUnder(packId: string, setNo: number, answers: Record<string, number>, proved: string) {
  const pack = services.regulations.get(packId)
  const form = formOf(pack, setNo)
  const draft = await draftDossier(world, { name: `Sản phẩm theo ${packId}` })
  await db().deleteFrom('dossierAnswer').where('dossierId', '=', draft.dossierId).execute()
  await db().deleteFrom('dossierEvidence').where('dossierId', '=', draft.dossierId).execute()
  await db()
    .insertInto('dossierEvidence')
    .values({
      id: newId(),
      dossierId: draft.dossierId,
      criterion: proved,
      paperId: draft.paperIds[0] ?? '',
      addedAt: services.clock.now(),
    })
    .execute()
  for (const [table, id] of [
    ['dossier', draft.dossierId],
    ['product', draft.productId],
  ] as const)
    await db().updateTable(table).set({ regulationId: packId, setNo }).where('id', '=', id).execute()
  await db().updateTable('dossier').set({ regulationHash: pack.hash }).where('id', '=', draft.dossierId).execute()
  await db()
    .insertInto('dossierAnswer')
    .values(
      criteriaOf(form).map(({ criterion }) => ({
        dossierId: draft.dossierId,
        criterion: criterion.code,
        option: answers[criterion.code] ?? criterion.options.length,
        updatedAt: services.clock.now(),
      })),
    )
    .execute()
  await as(async (ctx) => freezeSubmission(ctx, await dossierFacts(ctx.tx, ctx.regulations, draft.dossierId)))
  await placeDossier(world, draft.dossierId, 'recognised')
  return draft
}

describe('from 148 to 26/2026, set 9', () => {
  const answers = { '1.b': 2, '1.c': 3, '3.c': 1, '4.a': 1, '4.c': 2, '8.a': 3, '8.b': 3, '2.b': 0 }
  let dossierId = ''
  beforeAll(async () => {
    const former = await filedUnder('qd-148-2023', 9, answers, '3.c')
    const certificate = await storedCertificate(world, {
      issuedOn: '2024-01-01',
      lastValidOn: addDays(plainDateOf(services.clock.now()), 150),
    })
    await db()
      .updateTable('certificate')
      .set({ productId: former.productId, dossierId: former.dossierId })
      .where('id', '=', certificate.id)
      .execute()
    dossierId = await as((ctx) => startDossier(ctx, former.productId, 'renewal'))
  })
  const facts = () => dossierFacts(db(), services.regulations, dossierId)
  const hintOf = async (code: string) =>
    (await formerHints(db(), services.regulations, await facts())).find((one) => one.criterion === code)

  test.each([
    ['same', '1.2', { kind: 'same', near: 2, evidenceFrom: ['1.b'] }],
    ['none reached stays none reached', '2.2', { kind: 'same', near: 0, evidenceFrom: ['2.b'] }],
    ['wider', '1.3', { kind: 'wider', near: 3, evidenceFrom: ['1.c'] }],
    ['narrower, under another option number', '3.3', { kind: 'narrower', near: 2, evidenceFrom: ['3.c'] }],
    ['narrower, two old options on one: the lower', '4.3', { kind: 'narrower', near: 1, evidenceFrom: ['4.c'] }],
    ['narrower, an option nothing follows from', '4.1', { kind: 'narrower', near: null, evidenceFrom: ['4.a'] }],
    ['two criteria merged, one of them saying nothing', '8', { kind: 'merged', near: null, evidenceFrom: ['8.a', '8.b'] }],
    ['new', '2.4', { kind: null, status: 'new', near: null, former: [], evidenceFrom: [] }],
  ])('%s: %s', async (_what, code, expected) => {
    expect(await hintOf(code)).toMatchObject({ ...expected, regulation: '148/QĐ-TTg', basis: 'claimed' })
  })

  test('each criterion of the new form has one hint, none from what was dropped, and no points anywhere', async () => {
    const { form } = await facts()
    const hints = await formerHints(db(), services.regulations, await facts())
    expect(hints.map((hint) => hint.criterion)).toEqual(criteriaOf(form).map(({ criterion }) => criterion.code))
    expect(hints.flatMap((hint) => hint.evidenceFrom)).not.toContain('3.đ')
    expect(JSON.stringify(hints)).not.toMatch(/points/i)
    expect((await facts()).answers.size).toBe(0)
  })

  test('confirmed, it counts by the new form alone; its papers come only when they are taken', async () => {
    const before = buildSnapshot(await facts(), services.clock.now())
    expect(before.totals.total).toBe(0)
    await as((ctx) => confirmFormer(ctx, dossierId, '3.3', 2, 0))
    const { form } = await facts()
    const [old, fresh] = [
      findCriterion(formOf(services.regulations.get('qd-148-2023'), 9), '3.c')?.criterion,
      findCriterion(form, '3.3')?.criterion,
    ]
    // The same words are worth other points in the two decisions, so that a carried figure would show.
    expect(old && pointsOf(old, 1)).not.toBe(fresh && pointsOf(fresh, 2))
    const after = buildSnapshot(await facts(), services.clock.now())
    expect(after.totals.total).toBe(fresh && pointsOf(fresh, 2))
    expect(after.answers).toMatchObject([{ criterion: '3.3', option: 2, origin: 'former', paperIds: [] }])
    expect(await as((ctx) => takeFormerPapers(ctx, dossierId, '3.3'))).toBe(1)
    expect(buildSnapshot(await facts(), services.clock.now()).answers[0]?.paperIds.length).toBe(1)
  })
})

describe('from 1048 to 148, set 10 to set 9', () => {
  const answers = { '4.2': 4, '4.1': 4, '6.3': 3, '1.5': 5, '10': 2, '5.3': 0 }
  let hints: Awaited<ReturnType<typeof formerHints>> = []
  beforeAll(async () => {
    const former = await filedUnder('qd-1048-2019', 10, answers, '4.2')
    const pack = services.regulations.get('qd-148-2023')
    const { dossier } = await dossierFacts(db(), services.regulations, former.dossierId)
    hints = await formerHints(db(), services.regulations, {
      dossier: { ...dossier, previousDossierId: former.dossierId },
      pack,
      form: formOf(pack, 9),
    })
  })

  test.each([
    ['same', '4.b', { kind: 'same', near: 4, evidenceFrom: ['4.2'] }],
    ['wider', '6.c', { kind: 'wider', near: 3, evidenceFrom: ['6.3'] }],
    ['none reached stays none reached', '5.c', { kind: 'wider', near: 0 }],
    ['two old options on one', '4.a', { kind: 'narrower', near: 3 }],
    ['an option nothing follows from', '1.đ', { kind: 'narrower', near: null, former: [expect.objectContaining({ option: 5 })] }],
    ['under another code', '11', { kind: 'narrower', near: 1, evidenceFrom: ['10'] }],
    ['new', '10', { status: 'new', kind: null, near: null, evidenceFrom: [] }],
  ])('%s: %s', (_what, code, expected) => {
    expect(hints.find((hint) => hint.criterion === code)).toMatchObject({ ...expected, regulation: '1048/QĐ-TTg' })
  })

  test('nothing of a dropped criterion, and no points', () => {
    for (const code of ['3.2', '6.6']) expect(hints.flatMap((hint) => hint.evidenceFrom)).not.toContain(code)
    expect(JSON.stringify(hints)).not.toMatch(/points/i)
  })

  test('a set that does not lead to the present one gives no hint; through two decisions it is read by both tables', async () => {
    const former = await filedUnder('qd-1048-2019', 10, {}, '4.2')
    const { dossier } = await dossierFacts(db(), services.regulations, former.dossierId)
    const towards = (id: string, set: number) => {
      const pack = services.regulations.get(id)
      const later = { ...dossier, previousDossierId: former.dossierId }
      return formerHints(db(), services.regulations, { dossier: later, pack, form: formOf(pack, set) })
    }
    expect(await towards('qd-148-2023', 10)).toEqual([])
    expect(await towards('qd-26-2026', 10)).toEqual([])
    const hints = await towards('qd-26-2026', 9)
    expect(hints.length).toBeGreaterThan(15)
    expect(JSON.stringify(hints)).not.toMatch(/points/)
  })
})
