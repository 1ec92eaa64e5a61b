// Who reads which figures. Pure: the scope of every page and call is taken from here, never from the address.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { CENTRAL, provinceOf } from '../people/authority.ts'
import { communesOf, hasRole, serves, type Actor } from '../people/actor.ts'
import { eraOf } from '../units/units.ts'
import type { Frame, Indicator, IndicatorRow } from './indicator.ts'

export type FigureReader = {
  authority: string
  /** Null at the ministry's desk: it chooses a province. */
  provinceCode: string | null
  districtCode: string | null
  /** Of people of a commune: nothing of another commune is shown. */
  communeCode: string | null
  /** `desk`: office, leader, advisor · `commune` · `body`: people of another body of the desk. */
  kind: 'desk' | 'commune' | 'body'
  /** Facts of persons: the office that answers for them. */
  personal: boolean
}

/** The scope of the actor's figures; null for whom none are. */
export function figureReader(actor: Actor): FigureReader | null {
  const { authority } = actor
  const desk = {
    authority,
    provinceCode: authority === CENTRAL ? null : provinceOf(authority),
    districtCode: authority.split('.')[1] ?? null,
  }
  if (serves(actor, authority, 'office', 'leader', 'advisor'))
    return { ...desk, communeCode: null, kind: 'desk', personal: serves(actor, authority, 'office') }
  const communeCode = communesOf(actor)[0]
  if (communeCode !== undefined)
    return {
      authority: actor.provinceCode,
      provinceCode: actor.provinceCode,
      districtCode: null,
      communeCode,
      kind: 'commune',
      personal: false,
    }
  if (hasRole(actor, 'bodyOfficer')) return { ...desk, communeCode: null, kind: 'body', personal: false }
  return null
}

/** The reader's frame over some days. `communeCode` narrows it where the reader may choose; a person of a commune has their own. */
export function frameOf(
  reader: FigureReader,
  asked: { from: PlainDate; to: PlainDate; communeCode?: string | null; provinceCode?: string | null },
): Frame {
  const provinceCode = reader.provinceCode ?? asked.provinceCode ?? ''
  return {
    authority: reader.provinceCode === null ? provinceCode : reader.authority,
    provinceCode,
    districtCode: reader.districtCode,
    communeCode: reader.communeCode ?? asked.communeCode ?? null,
    era: eraOf(asked.to),
    from: asked.from,
    to: asked.to,
  }
}

/** Whether a frame lies in the reader's own place: what a verb asks before it hands over rows. */
export function reaches(reader: FigureReader, frame: Frame): boolean {
  if (reader.kind === 'commune') return frame.provinceCode === reader.provinceCode && frame.communeCode === reader.communeCode
  if (reader.provinceCode === null) return true
  return (
    frame.provinceCode === reader.provinceCode &&
    (reader.districtCode === null || frame.districtCode === reader.districtCode) &&
    (frame.authority === reader.authority || frame.authority.startsWith(`${reader.authority}.`))
  )
}

/** Whether the reader may open the rows behind a figure: facts of persons are the office's, work of the desk its own. */
export function readsRows(reader: FigureReader, of: Pick<Indicator, 'rows'>): boolean {
  if (of.rows === 'personal') return reader.personal
  return of.rows === 'open' || reader.kind !== 'body'
}

/** Records that any reader may open; the others are linked for the desk that keeps them. */
const open: readonly string[] = ['certificate', 'pastRecognition', 'unit', 'group']

/** A row as the reader gets it: without a link that would not open. */
export function rowFor(reader: FigureReader, row: IndicatorRow): IndicatorRow {
  return reader.kind === 'desk' || open.includes(row.subjectKind) ? row : { ...row, href: null }
}

/** Which units a frame's figures are told by: communes today and inside a district, districts of a province that has them. */
export function levelOfParts(frame: Frame): 'commune' | 'district' {
  return frame.era === 'e2025' || frame.districtCode !== null ? 'commune' : 'district'
}

/** Below this many, a figure of facts of persons could name one (Luật 91/2025/QH15); the office reads it all the same. */
export const FEW = 3

/** "ít hơn 3" instead of the number. Ratios too: with the denominator beside it, the percentage tells the count. */
export function hidesSmall(reader: FigureReader, of: Pick<Indicator, 'rows'>, numerator: number): boolean {
  return of.rows === 'personal' && !reader.personal && numerator < FEW
}
