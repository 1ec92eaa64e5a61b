import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, HAU_LOC, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { draftDossier, placeDossier } from '../dossier/dossier.fixture.ts'
import { noticeText } from '../people/notice.store.ts'
import { followProducer, heirOf } from './following.actions.ts'
import { passDuties, previewPassing } from './passing.actions.ts'
import { unitBook, type UnitBook } from './unit-book.ts'
import { changesSince2025, readUnits } from './units.data.ts'

let book: UnitBook
let services: TestServices
let world: World
beforeAll(async () => {
  const { units, successions } = await readUnits()
  book = unitBook(units, successions, changesSince2025())
  services = await testServices()
})
beforeEach(async () => {
  await emptied(services)
  services.clock.set('2026-09-15T02:00:00Z')
  world = await makeWorld(services)
})
afterAll(() => services.close())

describe('the heir of a commune that ends', () => {
  const old = (code: string, provinceCode: string) => ({ era: 'e2023' as const, code, provinceCode })
  const now = (code: string) => ({ era: 'e2025' as const, code })
  const codeOf = (fullName: string, provinceCode: string) =>
    book.all.find((unit) => unit.era === 'e2023' && unit.fullName === fullName && unit.provinceCode === provinceCode)?.code ?? ''

  test('merged: the one unit its land went to, whatever successor is named', () => {
    const heir = heirOf(book, old(codeOf('Phường Quảng Cư', '38'), '38'), '2025-07-01', { successor: now(HAU_LOC), divided: false })
    expect(heir?.code).toBe(SAM_SON)
  })

  test('split: nobody, a person says', () => {
    expect(heirOf(book, old('15772', '38'), '2025-07-01', { successor: now(SAM_SON), divided: false })).toBeNull()
  })

  test('a chain of two changes is followed to its end, but never into another province', () => {
    // Lộc Ninh of Bình Phước became xã Lộc Ninh of Đồng Nai, and a ward on 30/4/2026.
    const place = old(codeOf('Thị trấn Lộc Ninh', '70'), '70')
    expect(heirOf(book, { ...place, provinceCode: '75' }, '2026-05-04', { successor: null, divided: false })?.fullName).toBe(
      'Phường Lộc Ninh',
    )
    expect(heirOf(book, place, '2026-05-04', { successor: null, divided: false })).toBeNull()
  })

  test('a change nobody has entered yet: whole to the successor named, unless it was divided', () => {
    const place = { ...now(SAM_SON), provinceCode: '38' }
    expect(heirOf(book, place, '2026-10-01', { successor: now(HAU_LOC), divided: false })?.code).toBe(HAU_LOC)
    expect(heirOf(book, place, '2026-10-01', { successor: now(HAU_LOC), divided: true })).toBeNull()
    expect(heirOf(book, place, '2026-10-01', { successor: null, divided: false })).toBeNull()
  })
})

describe('when the body of a commune is ended', () => {
  const asked = (over: object = {}) => ({
    bodyId: world.bodies.samSon,
    successorId: world.bodies.hauLoc,
    lastDay: '14/09/2026',
    reason: 'Nghị quyết sắp xếp',
    ...over,
  })
  const placeOf = async (table: 'producer' | 'dossier', id: string) =>
    (await services.database.db.selectFrom(table).select('communeCode').where('id', '=', id).executeTakeFirstOrThrow()).communeCode

  test('its producers and open dossiers follow, each with a line in the ledger; what has ended stays; the preview says so first', async () => {
    const open = await draftDossier(world, { name: 'Đang giải quyết' })
    const done = await draftDossier(world, { name: 'Đã công nhận' })
    await placeDossier(world, done.dossierId, 'recognised')
    const before = await previewPassing(services.database.db, '38', asked())
    expect(before.following).toMatchObject({ dossiers: 1, unit: { code: HAU_LOC } })
    await actAs(world, 'admin', (ctx) => passDuties(ctx, asked()))
    expect(await placeOf('producer', world.producers.own)).toBe(HAU_LOC)
    expect(await placeOf('dossier', open.dossierId)).toBe(HAU_LOC)
    expect(await placeOf('dossier', done.dossierId)).toBe(SAM_SON)
    const lines = await services.database.db
      .selectFrom('auditEntry')
      .select('subjectId')
      .where('verb', '=', 'dossier.unitFollowed')
      .execute()
    expect(lines.map((line) => line.subjectId)).toEqual([open.dossierId])
    const told = await services.database.db
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'producer.unitFollowed')
      .where('subjectId', '=', world.producers.own)
      .execute()
    expect(told.map((notice) => notice.accountId)).toEqual([world.accounts.producer])
    expect(noticeText(told[0]!, 'vi')).toContain('Hậu Lộc')
  })

  test('a divided one leaves them to a person; the new address of a producer then takes its open dossiers along', async () => {
    const open = await draftDossier(world, { name: 'Chờ người quyết định' })
    await actAs(world, 'admin', (ctx) => passDuties(ctx, asked({ divided: '1' })))
    expect(await placeOf('producer', world.producers.own)).toBe(SAM_SON)
    expect(await placeOf('dossier', open.dossierId)).toBe(SAM_SON)
    await moveTo(HAU_LOC)
    expect(await placeOf('dossier', open.dossierId)).toBe(HAU_LOC)
  })

  test('a producer that moves between communes that stand leaves its dossiers where they were filed', async () => {
    const open = await draftDossier(world, { name: 'Chủ thể chuyển nơi ở' })
    await moveTo(HAU_LOC)
    expect(await placeOf('dossier', open.dossierId)).toBe(SAM_SON)
  })

  async function moveTo(code: string): Promise<void> {
    await actAs(world, 'producer', async (ctx) => {
      await ctx.tx.updateTable('producer').set({ communeCode: code }).where('id', '=', world.producers.own).execute()
      await followProducer(ctx, { id: world.producers.own, provinceCode: '38' }, { era: 'e2025', code: SAM_SON }, { era: 'e2025', code })
    })
  }
})
