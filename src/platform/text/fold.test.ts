import { assert, constantFrom, property, sample, string } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { migrate } from '#/platform/database/migrate.ts'
import { fromPglite, openPglite, type OpenDatabase } from '#/platform/database/open.ts'

import { escapeLike, fold, foldedWords, matchesWords } from './fold.ts'

test.each([
  ['Nước mắm', 'nuoc mam'],
  ['hoà', fold('hòa')],
  ['Thanh Hoá', 'thanh hoa'],
  ['ĐẮK LẮK', 'dak lak'],
  ['Ðắk Lắk', 'dak lak'],
  ['  Xã\u00a0 Quảng\tChính \n', 'xa quang chinh'],
  ['Nghệ An'.normalize('NFD'), 'nghe an'],
  ['Chè  Ỷ  Ỵ ƯỠNG Ộ', 'che y y uong o'],
  ['', ''],
])('%j folds to %j', (typed, folded) => {
  expect(fold(typed)).toBe(folded)
})

test('folding twice changes nothing', () => {
  assert(property(string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
})

test.each([
  ['nuoc mam', 'nước mắm ba làng', true],
  ['mam nuoc', 'nước mắm ba làng', true],
  ['nuoc cham', 'nước mắm ba làng', false],
  ['àng', 'nước mắm ba làng', false],
  ['', 'bất kỳ', true],
  ['lang-2', 'Ba Làng (2 sao)', true],
])('searching %j in %j finds it: %j', (query, text, found) => {
  expect(matchesWords(query, fold(text))).toBe(found)
})

test('a query keeps at most twelve words and no signs', () => {
  expect(foldedWords("Nước mắm'; drop table -- %_")).toEqual(['nuoc', 'mam', 'drop', 'table'])
  expect(foldedWords('a '.repeat(100))).toHaveLength(12)
  expect(escapeLike('50%_a\\b')).toBe('50\\%\\_a\\\\b')
})

describe('the database folds as the program does', () => {
  let db: OpenDatabase
  beforeAll(async () => {
    db = fromPglite(await openPglite({}))
    await migrate(db)
  })
  afterAll(() => db.close())

  async function foldInDatabase(texts: string[]): Promise<string[]> {
    const result = await db.run(
      `select f_fold(t) as folded from json_array_elements_text($1::json) with ordinality as e(t, n) order by n`,
      [JSON.stringify(texts)],
    )
    return (result.rows as { folded: string }[]).map((row) => row.folded)
  }

  test('on every letter up to U+1FFF, composed and decomposed', async () => {
    const letters: string[] = []
    for (let code = 1; code < 0x2000; code += 1) letters.push(`a${String.fromCodePoint(code)}B`)
    const texts = [...letters, ...letters.map((letter) => letter.normalize('NFD'))]
    // Letters newer than the server's Unicode tables may normalise differently; none of them is Vietnamese.
    expect(await foldInDatabase(texts)).toEqual(texts.map(fold))
  })

  test('on random Vietnamese phrases with odd spaces', async () => {
    const sign = constantFrom(...'aăâeêioôơuưyđĐẰẮẲẴẶẦẤẨẪẬỀẾỂỄỆÌÍỈĨỊỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ%_\'"\\ \u00a0\t\u200b\u0301\u0323*✓😀')
    const phrases = sample(string({ unit: sign, maxLength: 30 }), { numRuns: 1500, seed: 26 })
    expect(await foldInDatabase(phrases)).toEqual(phrases.map(fold))
  })

  test('and may stand in an index', async () => {
    await db.run('create table thing (name text); create index on thing (f_fold(name));')
  })
})
