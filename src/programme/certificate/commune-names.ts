// Communes of the province with their former names, kept in memory: 166 names that change with a law, read on every search.
import type { Db } from '#/platform/database/open.ts'
import { fold, foldedWords } from '#/platform/text/fold.ts'
import { CURRENT_ERA, inSentence } from '../units/units.ts'

export type CommuneName = {
  code: string
  fullName: string
  folded: string
  /** Former names, each with its district, folded. */ former: { folded: string; shown: string }[]
}

/** Reads the names once for a process; `Db` keeps them as long as it lives. */
export function communeNames(db: Db, provinceCode: string): Promise<CommuneName[]> {
  const kept = names.get(db) ?? new Map<string, Promise<CommuneName[]>>()
  names.set(db, kept)
  let reading = kept.get(provinceCode)
  if (!reading) {
    reading = readNames(db, provinceCode)
    kept.set(provinceCode, reading)
    reading.catch(() => kept.delete(provinceCode))
  }
  return reading
}

const names = new WeakMap<Db, Map<string, Promise<CommuneName[]>>>()

async function readNames(db: Db, provinceCode: string): Promise<CommuneName[]> {
  const units = await db
    .selectFrom('unit')
    .select(['code', 'fullName'])
    .where('era', '=', CURRENT_ERA)
    .where('provinceCode', '=', provinceCode)
    .where('level', '=', 'commune')
    .execute()
  const old = await db
    .selectFrom('unitSuccession as s')
    .innerJoin('unit as u', (join) => join.onRef('u.era', '=', 's.newEra').onRef('u.code', '=', 's.newCode'))
    .select(['s.newCode', 's.oldName', 's.oldDistrict'])
    .where('s.newEra', '=', CURRENT_ERA)
    .where('u.provinceCode', '=', provinceCode)
    .execute()
  const former = Map.groupBy(old, (row) => row.newCode)
  return units
    .map((unit) => ({
      ...unit,
      folded: fold(unit.fullName),
      former: (former.get(unit.code) ?? []).map((row) => ({
        folded: fold([row.oldName, row.oldDistrict].filter(Boolean).join(' ')),
        shown: [row.oldName, row.oldDistrict].flatMap((part) => (part ? [inSentence(part)] : [])).join(', '),
      })),
    }))
    .toSorted((a, b) => a.folded.localeCompare(b.folded))
}

/** Communes of which every typed word begins a word of the present name, or of one former name with its district. Pure. */
export function communesNamed(list: readonly CommuneName[], typed: string): CommuneName[] {
  const words = foldedWords(typed)
  if (words.length === 0) return []
  const fits = (folded: string) => words.every((word) => ` ${folded}`.includes(` ${word}`))
  return list.filter((commune) => fits(commune.folded) || commune.former.some((name) => fits(name.folded)))
}
