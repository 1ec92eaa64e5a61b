// What the database adds to the packs of rules/, and keeping the content of a pack that is about to be pinned.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { contentHash, deepFreeze, type Pack } from '#/regulation/load.ts'
import type { Wording } from '#/regulation/wording.schema.ts'
import type { ShelfRows } from './shelf.ts'

/** Reads what was kept, published and worded here. A kept content that no longer gives its hash is left out: the doctor tells of it. */
export async function shelfRows(db: Db, shipped: readonly Pack[]): Promise<ShelfRows> {
  const kept = await db
    .selectFrom('regulationContent')
    .select(['hash', 'regulationId', 'regulation', 'forms'])
    .where(
      'hash',
      'not in',
      shipped.map((pack) => pack.hash),
    )
    .execute()
  const published = await db
    .selectFrom('regulationRevision')
    .select(['publishedId', 'publishedHash', 'effectiveFrom'])
    .where('state', '=', 'published')
    .execute()
  const wordings = await db.selectFrom('wordingRevision').select(['regulationId', 'ordinal', 'hash', 'wording']).execute()
  return {
    shipped,
    kept: kept.map(readContent).filter((pack) => contentHash(pack.regulation, pack.forms) === pack.hash),
    published: published.map((row) => ({ id: row.publishedId ?? '', hash: row.publishedHash ?? '', from: row.effectiveFrom ?? '' })),
    wordings: wordings.map((row) => ({ ...row, wording: row.wording as Wording | null })),
  }
}

/** A stored content as a pack, frozen. */
export function readContent(row: { hash: string; regulationId: string; regulation: unknown; forms: unknown }): Pack {
  const regulation = row.regulation as Pack['regulation']
  return deepFreeze({ id: row.regulationId, hash: row.hash, regulation, forms: row.forms as Pack['forms'] })
}

/** A value for a `json` column, in the order its keys have. */
export function orderedJson<T>(value: T) {
  return sql<T & string>`${JSON.stringify(value)}::json`
}

/**
 * Keeps the whole content of a pack by its hash; nothing when it is kept already. `bare` must wear no words of the gazette: those have rows of
 * their own.
 */
export async function keepContent(tx: Tx, bare: Pack, now: Date): Promise<void> {
  if (bare.wording) throw new Error(`content of ${bare.id} is kept without words over it`)
  const known = await tx.selectFrom('regulationContent').select('hash').where('hash', '=', bare.hash).executeTakeFirst()
  if (known) return
  await tx
    .insertInto('regulationContent')
    .values({
      hash: bare.hash,
      regulationId: bare.id,
      regulation: orderedJson(bare.regulation),
      forms: orderedJson(bare.forms),
      keptAt: now,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** Every content kept, as stored, for the doctor and for comparing. */
export async function contentOf(db: Db | Tx, hash: string): Promise<Pack | null> {
  const row = await db.selectFrom('regulationContent').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row ? readContent(row) : null
}
