// The certificate a product holds, and where it came from.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { HeldCertificate } from './later.ts'

export type Held = HeldCertificate & {
  dossierId: string | null
  regulationId: string
  setNo: number | null
  productCode: string
  issuedOn: string
  provinceCode: string
}

/** The newest certificate of the product that still stands or has merely run out; null when there is none. */
export async function heldCertificate(db: Db | Tx, productId: string): Promise<Held | null> {
  const row = await db
    .selectFrom('certificate')
    .select(['id', 'star', 'lastValidOn', 'dossierId', 'regulationId', 'setNo', 'productCode', 'issuedOn', 'provinceCode'])
    .where('productId', '=', productId)
    .where('state', '=', 'valid')
    .orderBy('issuedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
