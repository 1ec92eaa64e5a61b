// Parameters that many product indicators take, and what they mean in SQL over `g`.
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { productGroupIds, productGroups, type ProductGroup } from './product-group.ts'

/** `star`: at least so many ("từ 3 sao trở lên") · `stars`: exactly these. */
export const starParams = { star: z.int().min(3).max(5).optional(), stars: z.array(z.int().min(3).max(5)).optional() }
export const groupParam = z.enum(productGroupIds).optional()

export function ofStars({ star, stars }: { star?: number | undefined; stars?: number[] | undefined }): RawBuilder<boolean> {
  const least = star === undefined ? sql<boolean>`true` : sql<boolean>`g.star >= ${star}`
  return stars === undefined || stars.length === 0 ? least : sql<boolean>`${least} and g.star in (${sql.join(stars)})`
}

export function ofGroup(asked: ProductGroup | undefined): RawBuilder<boolean> {
  return asked === undefined ? sql<boolean>`true` : sql<boolean>`g.sector in (${sql.join(productGroups[asked])})`
}
