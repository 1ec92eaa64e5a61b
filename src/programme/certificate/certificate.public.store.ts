// The public look-up: one query, by the code or by nothing.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { placeToday, unitsToday, type UnitsToday } from './place-today.ts'
import { readCertificateSnapshot, type PublicCertificate } from './public-status.ts'

type Row = Omit<PublicCertificate, 'snapshot' | 'placeToday'> & { snapshot: unknown; unitsToday: UnitsToday }

/** The certificate of a well-formed code, or null. One query. */
export async function certificateByCode(db: Db | Tx, code: string): Promise<PublicCertificate | null> {
  const found = await sql<Row>`
    select c.id, c.verify_code, c.product_code, c.product_id, c.product_name, c.producer_name, c.star, c.issued_on, c.last_valid_on, c.state,
      c.state_ground, c.state_decision, c.state_decision_on, c.review_since, c.photo_sha256 is not null as has_photo, c.demo, c.snapshot,
      ${unitsToday} as units_today,
      case when c.replaced_by is not null then (select n.verify_code from certificate n where n.id = c.replaced_by) end as replaced_by_code
    from certificate c where c.verify_code = ${code}`.execute(db)
  const row = found.rows[0]
  if (!row) return null
  const { unitsToday: units, ...certificate } = row
  const snapshot = readCertificateSnapshot(row.snapshot)
  return { ...certificate, snapshot, placeToday: placeToday(snapshot.place, units) }
}

/** Codes of the certificates that carry a product code, newest first: what a buyer types from a label. At most ten. */
export async function codesOfProductCode(db: Db | Tx, productCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('certificate')
    .select('verifyCode')
    .where('productCode', '=', productCode)
    .orderBy('issuedOn', 'desc')
    .limit(10)
    .execute()
  return rows.map((row) => row.verifyCode)
}

/** The packaging photo a certificate shows; reached through the certificate, never by its hash. */
export async function photoOfCode(db: Db | Tx, code: string): Promise<{ sha256: string; mediaType: string } | null> {
  const row = await db
    .selectFrom('certificate as c')
    .innerJoin('storedFile as f', 'f.sha256', 'c.photoSha256')
    .select(['f.sha256', 'f.mediaType'])
    .where('c.verifyCode', '=', code)
    .executeTakeFirst()
  return row ?? null
}
