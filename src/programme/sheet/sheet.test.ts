// A sheet of bodies, from the file to the register: preview, confirmation, races, rights; and no matrix of cells that breaks it.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { newId } from '#/platform/database/id.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { addBody } from '../body/body.actions.ts'
import { broken } from '../doctor/doctor.ts'
import { bodyInvariants } from '../doctor/invariants.body.ts'
import { sheetKind } from './kinds.ts'
import { cancelSheet, checkSheet, confirmSheet } from './sheet.actions.ts'
import { csv, merge, workbook } from './sheet.fixture.ts'
import { lastSheetBatches, sheetBatchById, sheetRowsOf } from './sheet.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())
beforeEach(async () => {
  await services.database.run(`delete from sheet_row; delete from sheet_batch; delete from body where short_name like 'T%'`)
})

const head = ['Tên cơ quan, đơn vị', 'Tên viết tắt', 'Loại']
const fresh = ['Hội Nông dân tỉnh', 'T1', 'Hội']
const check = async (rows: readonly (readonly string[])[], person: Person = 'office', bytes = csv([head, ...rows])) =>
  (await actAs(world, person, (ctx) => checkSheet(ctx, 'co-quan', null, { name: 'C:\\bang.csv', bytes }))).id
const confirm = (id: string, person: Person = 'office') => actAs(world, person, (ctx) => confirmSheet(ctx, id))
const rowsOf = async (id: string) =>
  (await sheetRowsOf(db(), id, { outcome: null, page: 1, size: null })).map((row) => [
    row.line,
    row.outcome,
    ...row.reasons.map((reason) => `${reason.column}: ${reason.vi}`),
  ])
const bodies = async () =>
  (await db().selectFrom('body').select(['name', 'shortName', 'kind']).where('shortName', 'like', 'T%').orderBy('shortName').execute()).map(
    (row) => Object.values(row),
  )

describe('from the file to the register', () => {
  test('a preview writes nothing; confirming writes the good rows, keeps the bad ones, and says which record a row became', async () => {
    const id = await check([fresh, ['Sở Công Thương', 'T2', 'Sở'], ['Sở Y tế', 'SYT', 'sở, ban, NGÀNH, phòng'], ['Đài', '', 'xưởng']])
    expect(await rowsOf(id)).toEqual([
      [2, 'new'],
      [3, 'changed'],
      [4, 'unchanged'],
      [5, 'bad', 'shortName: Cần điền ô này.'],
    ])
    expect(await bodies()).toEqual([])
    expect(await confirm(id)).toEqual({ new: 1, changed: 1, unchanged: 1, bad: 1 })
    expect(await bodies()).toEqual([
      ['Hội Nông dân tỉnh', 'T1', 'association'],
      ['Sở Công Thương', 'T2', 'department'],
    ])
    const records = await db().selectFrom('sheetRow').select('recordId').where('batchId', '=', id).orderBy('ordinal').execute()
    expect(records[1]?.recordId).toBe(world.bodies.departments[1])
    expect(records.map((row) => row.recordId === null)).toEqual([false, false, true, true])
    expect(await sheetBatchById(db(), id)).toMatchObject({ fileName: 'bang.csv', state: 'done', reading: { headLine: 1, left: [] } })
    expect((await verifyLedger(db())).faults).toEqual([])
    await db().updateTable('body').set({ shortName: 'SCT' }).where('id', '=', world.bodies.departments[1]).execute()
  })

  test('merged rows, a row given twice, a kind nobody knows and the name of a committee are told; the rest goes in', async () => {
    const bytes = await workbook(
      [
        ['DANH SÁCH'],
        head,
        ['Hội A', 'T1', 'Hội'],
        [null, 'T2', 'Hội'],
        ['Hội B', 'T3', 'Hội'],
        ['hội  b', 'T4', 'Hội'],
        ['Hội C', 'T5', 'Câu lạc bộ'],
        ['Ủy ban nhân dân tỉnh Thanh Hóa', 'T6', 'Sở'],
      ],
      [merge(0, 0, 0, 2), merge(2, 0, 3, 0)],
    )
    const id = await check([], 'admin', bytes)
    expect((await rowsOf(id)).map((row) => row.slice(0, 2))).toEqual([
      [3, 'bad'],
      [4, 'bad'],
      [5, 'new'],
      [6, 'bad'],
      [7, 'bad'],
      [8, 'bad'],
    ])
    const said = JSON.stringify(await rowsOf(id))
    for (const part of ['Ô gộp A3:A4', 'Trùng với dòng 5', 'kind: Không có loại này', 'UBND cấp tỉnh: lập cùng cấp'])
      expect(said).toContain(part)
    expect(await confirm(id, 'admin')).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 5 })
    expect(await bodies()).toEqual([['Hội B', 'T3', 'association']])
  })

  test('rows are judged again at confirmation: what came meanwhile is not written twice', async () => {
    const id = await check([fresh, ['Hội Phụ nữ', 'T2', 'Hội']])
    await actAs(world, 'admin', (ctx) => addBody(ctx, { name: 'hội nông dân TỈNH', shortName: 'T1', kind: 'association' }))
    expect(await confirm(id)).toEqual({ new: 1, changed: 0, unchanged: 1, bad: 0 })
    expect((await rowsOf(id)).map((row) => row[1])).toEqual(['unchanged', 'new'])
    expect((await bodies()).map(([, short]) => short)).toEqual(['T1', 'T2'])
  })

  test('formulas and HTML are text, kept as typed', async () => {
    const id = await check([['=cmd()|<script>', 'T1', 'Khác']])
    await confirm(id)
    expect(await bodies()).toEqual([['=cmd()|<script>', 'T1', 'other']])
  })
})

describe('pressed twice, late, or cut', () => {
  test('the same batch confirmed twice at once is written once, and the second is told', async () => {
    const id = await check([fresh])
    const ends = await Promise.allSettled([confirm(id), confirm(id, 'admin')])
    expect(ends.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(confirm(id)).rejects.toMatchObject({ code: 'stateConflict' })
    expect(await bodies()).toHaveLength(1)
  })

  test('two files with the same new body, confirmed at once, make one', async () => {
    const [first, second] = [await check([fresh]), await check([fresh, ['Hội Phụ nữ', 'T2', 'Hội']])]
    await Promise.allSettled([confirm(first), confirm(second)])
    expect(await bodies()).toHaveLength(2)
  })

  test('a dropped file is not written any more, a written one is not dropped', async () => {
    const [dropped, written] = [await check([fresh]), await check([fresh])]
    await actAs(world, 'office', (ctx) => cancelSheet(ctx, dropped))
    await expect(confirm(dropped)).rejects.toMatchObject({ code: 'stateConflict' })
    await confirm(written)
    await expect(actAs(world, 'office', (ctx) => cancelSheet(ctx, written))).rejects.toMatchObject({ code: 'stateConflict' })
  })

  test('cut in the middle, nothing is written and the batch is still open', async () => {
    const id = await check([fresh])
    const cut = actAs(world, 'office', async (ctx) => {
      await confirmSheet(ctx, id)
      throw new Error('power cut')
    })
    await expect(cut).rejects.toThrow('power cut')
    expect(await bodies()).toEqual([])
    expect(await sheetBatchById(db(), id)).toMatchObject({ state: 'checked' })
    expect(await confirm(id)).toMatchObject({ new: 1 })
  })

  test('a file with nothing to write is not confirmed', async () => {
    const id = await check([
      ['Sở Y tế', 'SYT', 'Sở'],
      ['', 'T1', 'Hội'],
    ])
    await expect(confirm(id)).rejects.toMatchObject({ code: 'sheet.nothing' })
  })
})

describe('by the wrong person', () => {
  test.each([
    ['leader', 'forbidden'],
    ['bodyOfficer', 'notFound'],
    ['communeOfficer', 'notFound'],
    ['producer', 'notFound'],
  ] as const)('%s brings nothing in: %s', async (person, code) => {
    await expect(check([fresh], person)).rejects.toMatchObject({ code })
    const id = await check([fresh])
    await expect(confirm(id, person)).rejects.toMatchObject({ code })
    await expect(actAs(world, person, (ctx) => cancelSheet(ctx, id))).rejects.toMatchObject({ code })
  })

  test('a batch of another province is not found, nor one that is not there, nor a kind there is none of', async () => {
    const id = await check([fresh])
    for (const [who, batch] of [
      ['otherProvinceOffice', id],
      ['office', newId()],
      ['office', 'x'],
    ] as const)
      await expect(confirm(batch, who)).rejects.toMatchObject({ code: 'notFound' })
    for (const kind of ['toString', '', undefined, 'lo']) expect(() => sheetKind(kind)).toThrow()
    expect(await lastSheetBatches(db(), 'co-quan', '37', null)).toEqual([])
    expect((await lastSheetBatches(db(), 'co-quan', '38', null)).map((batch) => batch.id)).toEqual([id])
  })
})

test('any matrix of cells gives rows or named faults: it never breaks, and never half-writes', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', ...head, 'Hội', 'Sở', 'T1', 'Sở Y tế', 'Hội X', '1', '(2)', '\u0000', '1e999', '#N/A', '=A1'),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const matrix = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
  const place = fc.nat(9)
  const merges = fc.array(fc.tuple(place, place, fc.nat(3), fc.nat(3)), { maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(matrix, merges, fc.boolean(), fc.boolean(), async (rows, ranges, withHead, excel) => {
      const all = withHead ? [head, ...rows] : rows
      const bytes = excel
        ? await workbook(
            all,
            ranges.map(([row, column, down, right]) => merge(row, column, row + down, column + right)),
          )
        : csv(all)
      const before = await bodies()
      try {
        const id = await check([], 'office', bytes)
        const batch = await sheetBatchById(db(), id)
        const found = await sheetRowsOf(db(), id, { outcome: null, page: 1, size: null })
        expect(found.every((row) => (row.outcome === 'bad') === row.reasons.length > 0)).toBe(true)
        expect(await bodies()).toEqual(before)
        const counts = await confirm(id)
        expect(counts).toEqual(batch?.counts)
      } catch (error) {
        if (!isAppError(error)) throw error
        expect(['invalid', 'sheet.nothing']).toContain(error.code)
        expect(await bodies()).toEqual(before)
      } finally {
        await services.database.run(
          `delete from sheet_row; delete from sheet_batch; delete from body where id not in (select body_id from role_grant where body_id is not null)
            and kind in ('association', 'laboratory', 'consultant', 'other')`,
        )
      }
    }),
    { numRuns: 60 },
  )
  for (const invariant of bodyInvariants) expect((await broken(db(), invariant.sql)).count).toBe(0)
})
