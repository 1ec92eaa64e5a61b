// What the form of a record offers to choose from.
import type { Db, Tx } from '#/platform/database/open.ts'
import { provinceOf } from '#/programme/people/authority.ts'
import { references, unitFields, type Description, type RecordRow, type Values } from '#/programme/register/register.ts'
import { candidateText, suggestions, textOfReference } from '#/programme/register/resolve.ts'
import { deskOf, enteredFor } from '#/programme/register/rights.ts'
import { CURRENT_ERA } from '#/programme/units/units.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import type { SignedInPage } from '../page.server.ts'

/** More than a person scrolls through is typed, with suggestions. */
const LIST_MOST = 40
const SUGGESTED_MOST = 1000

/** By column. `list`: few, chosen from a list; else typed. The same name is offered once: what tells two apart is in it. */
export type Offers = Record<string, { list: boolean; texts: string[] }>

export async function offersFor({ db, actor }: Pick<SignedInPage, 'db' | 'actor'>, register: Description): Promise<Offers> {
  const authority = deskOf(actor)
  const entered = enteredFor(actor, register, authority)
  const offers: Offers = {}
  for (const field of references(register)) {
    const found = await suggestions(db, field.to, authority, entered, SUGGESTED_MOST)
    offers[field.column] = offer(found.map(candidateText))
  }
  if (unitFields(register).length > 0)
    offers['communeCode'] = offer(await communeNames(db, provinceOf(authority), entered?.communes ?? null))
  return offers
}

function offer(texts: readonly string[]): Offers[string] {
  const once = [...new Set(texts)]
  return { list: once.length <= LIST_MOST, texts: once }
}

async function communeNames(db: Db, provinceCode: string, own: readonly string[] | null): Promise<string[]> {
  const units = await unitsOfProvince(db as Tx, CURRENT_ERA, provinceCode)
  return units.filter((unit) => own === null || own.includes(unit.code)).map((unit) => unit.fullName)
}

/** A record as its form shows it: each name as it would be typed again, under `<column>Text`. */
export async function typedRow(db: Db, register: Description, row: RecordRow): Promise<Values> {
  const texts: Record<string, string> = {}
  for (const field of references(register)) {
    const id = row[field.column]
    if (typeof id === 'string') texts[`${field.column}Text`] = await textOfReference(db, field.to, row.authority, id)
  }
  if (row['communeCodeName']) texts['communeCodeText'] = String(row['communeCodeName'])
  return { ...row, ...texts }
}
