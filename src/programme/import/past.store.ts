/** Recognitions of the past as lists: for the public and for counts by land. */
import { sql } from 'kysely'

import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'

import { membersOf, type Place, type UnitBook } from '../units/unit-book.ts'

export type PastListed = {
  id: string
  product: string
  producer: string | null
  commune: string | null
  district: string | null
  province: string | null
  nowCommune: string | null
  star: number | null
  year: number | null
  decisionNo: string | null
  decisionDate: string | null
  authority: string | null
  status: string | null
  recognised: boolean | null
  grade: string | null
  source: string | null
}

/** A page of the records brought in by a province, by product; words are sought in product and printed place. */
export async function pastList(
  db: Db | Tx,
  provinceCode: string,
  asked: { words: string; page: number; size: number },
): Promise<{ total: number; rows: PastListed[] }> {
  const words = foldedWords(asked.words)
  let query = db.selectFrom('pastRecognition as r').where('r.provinceCode', '=', provinceCode)
  for (const word of words) {
    const like = `%${escapeLike(word)}%`
    query = query.where((where) =>
      where.or([
        where('r.productFolded', 'like', like),
        sql<boolean>`f_fold(concat_ws(' ', r.commune, r.district, r.province, r.decision_no)) like ${like}`,
      ]),
    )
  }
  const { n } = await query.select((select) => select.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await query
    .leftJoin('unit as u', (join) => join.onRef('u.code', '=', 'r.nowCommuneCode').on('u.era', '=', 'e2025'))
    .select([
      'r.id',
      'r.product',
      'r.producer',
      'r.commune',
      'r.district',
      'r.province',
      'u.fullName as nowCommune',
      'r.star',
      'r.year',
      'r.decisionNo',
      'r.decisionDate',
      'r.authority',
      'r.status',
      'r.recognised',
      'r.grade',
      'r.source',
    ])
    .orderBy('r.productFolded')
    .orderBy('r.id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return { total: Number(n), rows }
}

export type LandCount = { whole: number; partly: number }

/**
 * How many recognitions lie on a unit's land, whichever era each record's place is of: right for tỉnh Bình Phước of old and for thành phố
 * Đồng Nai. `partly`: of communes split across its border, told apart and never added.
 */
export async function countOnLand(db: Db | Tx, book: UnitBook, provinceCode: string, place: Place): Promise<LandCount> {
  const { whole, partly } = membersOf(book, place)
  const rows = await db
    .selectFrom('pastRecognition')
    .select(['unitEra', 'unitCode', (select) => select.fn.countAll<number>().as('n')])
    .where('provinceCode', '=', provinceCode)
    .where('unitCode', 'is not', null)
    .where('recognised', '=', true)
    .groupBy(['unitEra', 'unitCode'])
    .execute()
  const count = (keys: ReadonlySet<string>) =>
    rows.filter((row) => keys.has(`${row.unitEra}:${row.unitCode}`)).reduce((sum, row) => sum + Number(row.n), 0)
  return { whole: count(whole), partly: count(partly) }
}
