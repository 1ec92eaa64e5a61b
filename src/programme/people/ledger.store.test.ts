import { afterAll, beforeAll, expect, test } from 'vitest'
import { append } from '#/platform/audit/ledger.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { listLedger, type LedgerFilter } from './ledger.store.ts'

let services: TestServices
const everything: LedgerFilter = { person: '', verb: '', subject: '', from: null, until: null }
beforeAll(async () => {
  services = await testServices()
  const entry = (at: string, actorName: string, verb: string, subjectId: string, provinceCode = '38') => ({
    provinceCode,
    at: new Date(at),
    accountId: 'x',
    actorName,
    verb,
    subjectKind: 'setting',
    subjectId,
    payload: {},
  })
  await services.database.db.transaction().execute(async (tx) => {
    // 23:30 of 14/9 and 00:30 of 15/9 in Vietnam.
    await append(tx, entry('2026-09-14T16:30:00Z', 'Đỗ Minh Tuấn', 'setting.changed', 'a'))
    await append(tx, entry('2026-09-14T17:30:00Z', 'Ngô Đức Anh', 'calendar.changed', 'b'))
    await append(tx, entry('2026-09-16T02:00:00Z', 'Đỗ Minh Tuấn', 'setting.changed', 'b'))
    await append(tx, entry('2026-09-16T02:00:00Z', 'Người Tỉnh Khác', 'setting.changed', 'b', '40'))
  })
}, 60_000)
afterAll(() => services.close())

const seqs = async (filter: Partial<LedgerFilter>, page = { before: null as number | null, limit: 10 }) =>
  (await listLedger(services.database.db, '38', { ...everything, ...filter }, page)).map((row) => row.seq)

test.each<[string, Partial<LedgerFilter>, number[]]>([
  ['all of the province, newest first', {}, [3, 2, 1]],
  ['a person by words without accents', { person: 'do minh' }, [3, 1]],
  ['a verb by its beginning', { verb: 'setting' }, [3, 1]],
  ['an object', { subject: 'b' }, [3, 2]],
  ['days as Vietnam counts them', { from: '2026-09-15', until: '2026-09-15' }, [2]],
  ['up to a day, itself counted', { until: '2026-09-14' }, [1]],
  ['a wildcard is only a sign', { person: '%' }, []],
])('%s', async (_what, filter, wanted) => {
  expect(await seqs(filter)).toEqual(wanted)
})

test('the next page goes on below the last row, whatever was written meanwhile', async () => {
  expect(await seqs({}, { before: null, limit: 2 })).toEqual([3, 2])
  expect(await seqs({}, { before: 2, limit: 2 })).toEqual([1])
})
