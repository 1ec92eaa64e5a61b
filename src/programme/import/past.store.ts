/** Recognitions of the past as a list for the public. */
import { sql } from 'kysely'

import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { inProvince, type PastPlace } from './past-place.store.ts'

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

/** A page of the records brought in by a province, by product; words are sought in product and printed place; `place`: only those of a province of an era. */
export async function pastList(
  db: Db | Tx,
  provinceCode: string,
  asked: { words: string; place: PastPlace | null; page: number; size: number },
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
  if (asked.place !== null) query = query.where(inProvince(asked.place))
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
