import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { writeExcel } from '#/platform/documents/excel.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'

import { act, type Ctx } from '../context.ts'
import { setupActor } from '../people/people.actions.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import { batchById, rowsOf } from './batch.store.ts'
import { columns, type Cells } from './columns.ts'
import { cancelImport, checkImport, confirmImport, resumeImport } from './import.actions.ts'
import { importCommand } from './import.cli.ts'
import { csvOf, manyRows, sample } from './import.fixture.ts'
import { gazetteer } from './place.ts'
import { assignUnit, keepSeparate, leaveUnknown, mergeInto, rejectRow } from './question.actions.ts'
import { openQuestions } from './question.store.ts'
import { importJob, runImport, writePiece } from './run.ts'

let services: TestServices
const actor = setupActor('38')
const as = <T>(verb: (ctx: Ctx) => Promise<T>) => act(services, actor, verb)

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())
beforeEach(async () => {
  await services.database.run(
    'delete from import_question; delete from past_source_row; delete from past_recognition; delete from import_row; delete from import_batch',
  )
})

async function bringIn(rows: readonly Partial<Cells>[]) {
  const { id } = await as((ctx) => checkImport(ctx, { name: 'cu.csv', bytes: csvOf(rows) }))
  await as((ctx) => confirmImport(ctx, id, { enqueue: false }))
  await runImport(services, actor, id)
  return (await batchById(services.database.db, id))!
}

const records = () => services.database.db.selectFrom('pastRecognition').selectAll().orderBy('line').execute()
const questions = async () => (await openQuestions(services.database.db, '38', { kind: null, page: 1, size: 50 })).rows

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!isAppError(error)) throw error ?? new Error('nothing was refused')
  return [error.code, ...Object.values(error.fields).map((words) => words.vi)].join(' · ')
}

describe('what a row becomes', () => {
  test('a row goes in as printed: its unit of that time, where it is today, the source’s grade, and nothing that was not said', async () => {
    await bringIn([{ star: '', decision_date: '', score: '' }])
    expect((await records())[0]).toMatchObject({
      product: 'Nước mắm Vạn Triều',
      unitEra: 'e2023',
      nowCommuneCode: '16531',
      nowProvinceCode: '38',
      star: null,
      score: null,
      decisionDate: null,
      grade: 'press',
      recognised: true,
    })
  })

  test('the same file again, and the same row twice, change nothing', async () => {
    const first = await bringIn([{}, {}])
    expect(first.written).toEqual({ new: 1, unchanged: 1, changed: 0, person: 0, bad: 0 })
    const again = await bringIn([{}, {}])
    expect(again.written).toEqual({ new: 0, unchanged: 2, changed: 0, person: 0, bad: 0 })
    expect(await records()).toHaveLength(1)
  })

  test('a cell that became known is filled in; an empty one erases nothing', async () => {
    await bringIn([{ score: '' }])
    const batch = await bringIn([{ score: '82,5', authority: '' }])
    expect(batch.written.changed).toBe(1)
    expect((await records())[0]).toMatchObject({ score: '82.50', authority: 'UBND tỉnh Thanh Hóa', version: 2 })
  })

  test('a status before recognition is kept as printed and is no recognition', async () => {
    await bringIn([{ status: 'proposed to centre (5 star potential)' }, { id: 'T2', product: 'Mắm tép', status: '' }])
    expect((await records()).map((row) => row.recognised)).toEqual([false, null])
  })

  test('bad rows are told with line, column and reason, and the good ones go in', async () => {
    const batch = await bringIn([
      { id: '1', decision_date: '31/02/2021' },
      { id: '2', product: '' },
      { id: '3', star: 'bốn' },
      { id: '4', year: '2099' },
      { id: '5', product: 'Chè lam' },
      { id: '6', new_commune_code: '16531a' },
    ])
    expect(batch.written).toMatchObject({ new: 1, bad: 5 })
    const bad = await rowsOf(services.database.db, batch, { outcome: 'bad', page: 1, size: 10 })
    expect(bad.map((row) => [row.line, row.reasons[0]?.column])).toEqual([
      [2, 'decision_date'],
      [3, 'product'],
      [4, 'star'],
      [5, 'year'],
      [7, 'new_commune_code'],
    ])
    expect(bad[0]?.reasons[0]?.vi).toBe('Ngày “31/02/2021” không có trong lịch.')
  })

  test('HTML and formulas are text: kept as typed, run nowhere', async () => {
    await bringIn([{ product: '=cmd()|<script>alert(1)</script>' }])
    expect((await records())[0]?.product).toBe('=cmd()|<script>alert(1)</script>')
  })
})

describe('what the program leaves to a person', () => {
  test('a unit of no list goes in as deep as is certain, and its commune is asked', async () => {
    await bringIn([{ commune: 'xã Không Có', district: 'Hậu Lộc' }])
    const [record] = await records()
    expect(record).toMatchObject({ unitEra: 'e2023' })
    const [question] = await questions()
    expect(question).toMatchObject({ kind: 'unit', why: 'notFound', recordId: record!.id })
    const book = await loadUnitBook(services.database.db)
    const unit = book.all.find((one) => one.era === 'e2023' && one.level === 'commune' && one.parentCode === record!.unitCode)!
    expect(await refusal(as((ctx) => assignUnit(ctx, question!.id, { place: `e2023:${unit.code}`, reason: '' })))).toContain('invalid')
    await as((ctx) => assignUnit(ctx, question!.id, { place: `e2023:${unit.code}`, reason: 'Theo quyết định giấy' }))
    expect((await records())[0]).toMatchObject({ unitCode: unit.code })
    expect(await questions()).toHaveLength(0)
    expect((await bringIn([{ commune: 'xã Không Có', district: 'Hậu Lộc' }])).written.unchanged).toBe(1)
  })

  test('a unit that did not exist on the decision’s day is refused with the reason and what there was', async () => {
    await bringIn([{ commune: 'phường Sầm Sơn', district: '', decision_date: '2025-06-16', year: '2025' }])
    const [question] = await questions()
    expect(question).toMatchObject({ why: 'notOnThatDay' })
    expect(await refusal(as((ctx) => assignUnit(ctx, question!.id, { place: 'e2025:16531', reason: 'x' })))).toContain(
      'Phường Sầm Sơn (16531) có từ ngày 01/07/2025. Trước đó là:',
    )
    await as((ctx) => leaveUnknown(ctx, question!.id, { reason: 'Không tra được' }))
    expect((await records())[0]).toMatchObject({ unitCode: null })
  })

  test('the same product under another decision waits outside until somebody says what it is', async () => {
    await bringIn([{}])
    const renewed = { id: 'T9', decision_no: '1114/QĐ-UBND', decision_date: '2024-04-06', year: '2024', source: 'https://bao.example/2' }
    const batch = await bringIn([renewed])
    expect(batch.written.person).toBe(1)
    expect(await records()).toHaveLength(1)
    const [question] = await questions()
    expect(question).toMatchObject({ kind: 'near', why: 'otherDecision' })
    const id = await as((ctx) => keepSeparate(ctx, question!.id, { reason: 'Đánh giá lại năm 2024' }))
    expect((await records()).map((row) => row.id)).toContain(id)
    expect(await refusal(as((ctx) => rejectRow(ctx, question!.id, { reason: 'x' })))).toContain('stateConflict')
    expect((await bringIn([renewed])).written.unchanged).toBe(1)
  })

  test('a similar name of one producer merges by a person’s word: blanks are filled, what is known stays', async () => {
    await bringIn([{ score: '' }])
    await bringIn([{ id: 'T3', product: 'Nước mắm Vạn Triều 2', star: '5', score: '91', source: 'https://bao.example/3', decision_no: '' }])
    const [question] = await questions()
    expect(question?.why).toBe('similarName')
    const [record] = await records()
    await as((ctx) => mergeInto(ctx, question!.id, { recordId: record!.id, reason: 'Một sản phẩm' }))
    expect((await records())[0]).toMatchObject({ star: 4, score: '91.00' })
    expect(await records()).toHaveLength(1)
  })

  test('two alike names on one decision are two products; a rejected row stays rejected', async () => {
    expect((await bringIn([{}, { id: 'T2', product: 'Nước mắm Vạn Triều 2' }])).written.new).toBe(2)
    await bringIn([{ id: 'T7', decision_no: '99/QĐ-UBND', source: '' }])
    const [question] = await questions()
    await as((ctx) => rejectRow(ctx, question!.id, { reason: 'Gõ nhầm số' }))
    const again = await bringIn([{ id: 'T7', decision_no: '99/QĐ-UBND', source: '' }])
    expect(again.written).toMatchObject({ unchanged: 1, person: 0 })
  })
})

describe('a whole file', () => {
  test.each([
    ['with a byte order mark', csvOf([{}], { bom: true })],
    ['with semicolons', csvOf([{ product: 'Mắm; tôm, tép' }], { delimiter: ';' })],
    ['with line breaks and quotes in cells', csvOf([{ product: 'Nước "mắm"\nloại 1' }])],
  ])('%s is read', async (_, bytes) => {
    const checked = await as((ctx) => checkImport(ctx, { name: 'a.csv', bytes }))
    expect(checked.expected.new).toBe(1)
  })

  test('from Excel too, where numbers lost their zeros and days are dates', async () => {
    const row = {
      ...sample,
      star: 4,
      new_commune_code: 7603,
      commune: 'Nam Dương',
      district: '',
      province: '',
      producer: 'A',
      decision_date: '2025-10-15',
      year: 2025,
    }
    const bytes = await writeExcel({
      title: 'x',
      createdAt: '2026-01-01T00:00:00Z',
      sheets: [{ name: 'x', columns: columns.map((title) => ({ title, width: 10 })), rows: [columns.map((column) => row[column])] }],
    })
    const { planned } = await as((ctx) => checkImport(ctx, { name: 'a.xlsx', bytes }))
    expect(planned[0]).toMatchObject({ draft: { values: { newCommuneCode: '07603', star: 4, decisionDate: '2025-10-15' } } })
  })

  test.each([
    ['wrong head line', new TextEncoder().encode('ten,sao\na,4\n'), 'Thiếu cột: id, product'],
    ['a column too many', csvOf([], { head: [...columns, 'ghi chu'] }), 'Cột lạ: ghi chu (V1)'],
    ['no rows', csvOf([]), 'chỉ có dòng tiêu đề'],
    ['nothing', new Uint8Array(), 'Chọn tệp'],
    ['another encoding', new Uint8Array([...csvOf([{}]), 0xe1, 0xbb]), 'UTF-8'],
    ['an open quote', new TextEncoder().encode(`${columns.join(',')}\n"a,b`), 'Dòng 2: dấu ngoặc kép'],
    ['a broken workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), 'Excel'],
  ])('%s is refused with the reason, and nothing is kept', async (_, bytes, said) => {
    expect(await refusal(as((ctx) => checkImport(ctx, { name: 'a.csv', bytes })))).toContain(said)
    expect(await services.database.db.selectFrom('importBatch').select('id').execute()).toEqual([])
  })

  test('a run cut in the middle goes on after its last piece: nothing lost, nothing twice', async () => {
    const { id } = await as((ctx) => checkImport(ctx, { name: 'a.csv', bytes: csvOf(manyRows(25)) }))
    await as((ctx) => confirmImport(ctx, id))
    const places = gazetteer(await loadUnitBook(services.database.db))
    await as((ctx) => writePiece(ctx, id, places, 10))
    const cut = as(async (ctx) => {
      await writePiece(ctx, id, places, 10)
      throw new Error('power cut')
    })
    await expect(cut).rejects.toThrow('power cut')
    expect(await batchById(services.database.db, id)).toMatchObject({ rowsDone: 10, state: 'running' })
    expect(await records()).toHaveLength(10)
    await as((ctx) => resumeImport(ctx, id))
    await Promise.all([runImport(services, actor, id), runImport(services, actor, id)])
    expect(await batchById(services.database.db, id)).toMatchObject({ rowsDone: 25, state: 'done', written: { new: 25 } })
    expect(await records()).toHaveLength(25)
  })

  test('a checked file may be dropped; a done one neither dropped nor confirmed again', async () => {
    const { id } = await as((ctx) => checkImport(ctx, { name: 'a.csv', bytes: csvOf([{}]) }))
    await as((ctx) => cancelImport(ctx, id))
    expect(await refusal(as((ctx) => confirmImport(ctx, id)))).toContain('stateConflict')
    expect(await records()).toHaveLength(0)
  })

  test('the past fires nothing: no notice, no certificate; the ledger says what was written', async () => {
    await bringIn([{}])
    const counts = await services.database.run(
      'select (select count(*)::int from notice) as n, (select count(*)::int from certificate) as c',
    )
    expect(counts.rows[0]).toEqual({ n: 0, c: 0 })
    const [record] = await records()
    const entry = await services.database.db
      .selectFrom('auditEntry')
      .select('payload')
      .where('verb', '=', 'import.written')
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    expect(entry?.payload).toMatchObject({ records: [record!.id], rows: [1, 1] })
  })

  test('a job whose person lost the right writes nothing', async () => {
    const { id } = await as((ctx) => checkImport(ctx, { name: 'a.csv', bytes: csvOf([{}]) }))
    await as((ctx) => confirmImport(ctx, id))
    await importJob(services, { batchId: id, accountId: 'gone' })
    expect(await batchById(services.database.db, id)).toMatchObject({ rowsDone: 0, state: 'running' })
  })
})

test('the command refuses what it does not know', async () => {
  const said: string[] = []
  const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) }
  expect(await importCommand(['people', 'x.csv'], io, services)).toBe(2)
  expect(said.join()).toContain('ocop import certificates')
})

test('many rows go in piece by piece with progress, and a second time change nothing', async () => {
  // Two pieces and a half; the bench brings in 20,000.
  const bytes = csvOf(manyRows(2500))
  const { id, expected } = await as((ctx) => checkImport(ctx, { name: 'lon.csv', bytes }))
  expect(expected.new).toBe(2500)
  await as((ctx) => confirmImport(ctx, id, { enqueue: false }))
  const told: number[] = []
  await runImport(services, actor, id, ({ done }) => told.push(done))
  expect(told).toEqual([1000, 2000, 2500])
  expect((await batchById(services.database.db, id))?.written.new).toBe(2500)
  const again = await as((ctx) => checkImport(ctx, { name: 'lon.csv', bytes }))
  expect(again.expected.unchanged).toBe(2500)
})
