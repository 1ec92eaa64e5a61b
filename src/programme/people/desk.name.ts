// What a desk is called in the head of its pages: the province, a district of it, the ministry.
import type { Db } from '#/platform/database/open.ts'
import { inSentence, type Era } from '../units/units.ts'
import { CENTRAL, levelOf, provinceOf } from './authority.ts'

/** `short`: "Thanh Hóa"; `full`: "tỉnh Thanh Hóa". A district and the ministry have one name for both. */
export type DeskName = { short: string; full: string }

const kept = new WeakMap<Db, Map<string, DeskName>>()

/** Asked by every page: names of units never change within an era, so each is read once; the ministry's is that of its body and read each time. */
export async function deskName(db: Db, authority: string, era: Era): Promise<DeskName> {
  const known = kept.get(db) ?? new Map<string, DeskName>()
  kept.set(db, known)
  const key = `${era} ${authority}`
  const name = known.get(key) ?? (await readName(db, authority, era))
  if (name && authority !== CENTRAL) known.set(key, name)
  return name ?? { short: authority, full: authority }
}

async function readName(db: Db, authority: string, era: Era): Promise<DeskName | null> {
  const level = levelOf(authority)
  if (level === 'central') {
    const body = await db
      .selectFrom('body')
      .select('name')
      .where('authority', '=', authority)
      .where('kind', '=', 'ministry')
      .executeTakeFirst()
    return body ? { short: body.name, full: body.name } : null
  }
  // Districts were of the era before, and provinces ended with it: a desk of a unit that has ended keeps its name.
  const query = db.selectFrom('unit').select(['name', 'fullName']).where('level', '=', level)
  const unit = await (
    level === 'district'
      ? query.where('era', '=', 'e2023').where('code', '=', authority.slice(provinceOf(authority).length + 1))
      : query.where('era', 'in', [era, 'e2023']).where('code', '=', authority)
  )
    .orderBy('era', 'desc')
    .executeTakeFirst()
  if (!unit) return null
  const full = inSentence(unit.fullName)
  return { short: level === 'district' ? full : unit.name, full }
}
