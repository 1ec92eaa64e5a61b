import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPglite } from './open.ts'
import { Statements } from './pglite-statements.ts'

let pglite: PGlite
let statements: Statements
const prepared = async () => (await pglite.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements')).rows[0]?.n

beforeAll(async () => {
  pglite = await openPglite({})
  statements = new Statements(pglite)
  await pglite.exec(`
    create table thing (id text primary key, kind text not null, n int, big bigint, day date, at timestamptz, share numeric, ok boolean, tags text[], data jsonb);
    create unique index one_open on thing (kind) where ok;
  `)
})
afterAll(() => pglite.close())

const row = [
  'a',
  'tím',
  3,
  9_007_199_254_740_991n,
  '2026-11-30',
  new Date('2026-11-30T01:02:03Z'),
  '12.50',
  true,
  ['x', 'y,"z'],
  '{"a":[1,null]}',
]

test('every type goes in and comes back as the engine’s own query has it, null too', async () => {
  const insert = 'insert into thing values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)'
  expect((await statements.ask(insert, row)).affectedRows).toBe(1)
  expect((await statements.ask(insert, ['b', 'nâu', null, null, null, null, null, null, null, null])).affectedRows).toBe(1)
  const all = 'select * from thing where id <> $1 order by id'
  const ours = await statements.ask(all, [''])
  expect(ours.rows).toEqual((await pglite.query(all, [''])).rows)
  expect(ours.rows[0]).toMatchObject({
    big: Number.MAX_SAFE_INTEGER,
    day: '2026-11-30',
    share: '12.50',
    tags: ['x', 'y,"z'],
    data: { a: [1, null] },
  })
  expect((await statements.ask('update thing set n = n + 1', [])).affectedRows).toBe(2)
  for (const text of ['select * from thing', 'create table other (id text)'])
    expect((await statements.ask(text, [])).affectedRows, text).toBeUndefined()
})

test('a refused value leaves the statement fit for the next, inside a transaction and out of it', async () => {
  const insert = 'insert into thing (id, kind) values ($1, $2)'
  await statements.ask(insert, ['c', 'đỏ'])
  await expect(statements.ask(insert, ['c', 'đỏ'])).rejects.toMatchObject({ code: '23505' })
  await statements.ask('begin', [])
  await expect(statements.ask(insert, ['c', 'đỏ'])).rejects.toMatchObject({ code: '23505' })
  await expect(statements.ask('select 1 as one', [])).rejects.toMatchObject({ code: '25P02' })
  await statements.ask('rollback', [])
  expect((await statements.ask(insert, ['d', 'đỏ'])).affectedRows).toBe(1)
  await expect(statements.ask('select nothing from nowhere', [])).rejects.toMatchObject({ code: '42P01' })
})

test('a migration that changes what a text gives costs one refusal, not every one after it', async () => {
  const all = 'select * from thing where id = $1'
  await statements.ask(all, ['a'])
  await pglite.exec('alter table thing add column later text')
  await expect(statements.ask(all, ['a'])).rejects.toMatchObject({ code: '0A000' })
  expect((await statements.ask(all, ['a'])).rows).toMatchObject([{ id: 'a', later: null }])
})

test('a partial unique index is found however often it is asked for', async () => {
  const again = 'insert into thing (id, kind, ok) values ($1, $2, true) on conflict (kind) where ok = $3 do nothing'
  const asked = async (id: string) => (await statements.ask(again.replace('ok = $3', 'ok'), [id, 'tím'])).affectedRows
  for (let time = 0; time < 8; time++) expect(await asked(`p${time}`)).toBe(0)
  for (let time = 0; time < 8; time++) expect((await statements.ask(again, [`q${time}`, 'tím', true])).affectedRows).toBe(0)
})

test('no more than four hundred are kept; those asked again stay', async () => {
  const first = 'select 0 as first'
  for (let at = 0; at < 900; at++) {
    await statements.ask(first, [])
    expect((await statements.ask<{ n: number }>(`select ${at} as n`, [])).rows).toEqual([{ n: at }])
  }
  expect(await prepared()).toBe(400)
  const { rows } = await pglite.query('select 1 from pg_prepared_statements where statement = $1', [first])
  expect(rows).toHaveLength(1)
})
