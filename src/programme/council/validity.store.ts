// Loads the facts a council's validity rests on, and checks them: while it is set up, before a session, for one item.
import { isWorkingDay } from '#/platform/calendar/work-calendar.ts'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { checkComposition, leadDays, visitBeforeScoring, type CompositionCheck } from '#/regulation/composition.ts'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import type { Pack } from '#/regulation/load.ts'
import { levelOf } from '../people/authority.ts'
import { calendarOf } from '../reference.ts'
import type { Regulations } from '../regulations.ts'
import { compositionSettings, seatedMembers, type CouncilComposition, type SeatBody } from './composition.ts'
import type { CouncilRules } from './council.rules.ts'
import type { ItemFacts, PresenceFact, SeatFact } from './council.ts'
import { itemsWithoutSamples, type MeetingRow } from './meeting.store.ts'
import { undeclared } from './validity.ts'
import { visitMissing } from '../visit/visit.store.ts'

export type CouncilRow = {
  authority: string
  regulationId: string | null
  composition: unknown
  rules: unknown
  termFrom: string
  termTo: string
}

/**
 * The newest pack that has a council at the level and has come into force by the day (none yet: the newest that has one), or null: no pack
 * lets this desk assess.
 */
export function packOfLevel(regulations: Regulations, authority: string, day: PlainDate): Pack | null {
  const able = regulations.packs.filter((pack) => levelRule(pack, levelOf(authority))?.role === 'assessment')
  return able.find((pack) => pack.regulation.inForce.from <= day) ?? able[0] ?? null
}

/** The pack a council is set up under; null where none has a council at its level. */
export function packOfCouncil(regulations: Regulations, council: Pick<CouncilRow, 'authority' | 'regulationId' | 'termFrom'>): Pack | null {
  return council.regulationId ? regulations.get(council.regulationId) : packOfLevel(regulations, council.authority, council.termFrom)
}

/** The rules of composition while the council is being set up; no session and no product set yet. */
export async function councilChecks(
  db: Db | Tx,
  regulations: Regulations,
  council: CouncilRow,
  seats: readonly SeatFact[],
): Promise<CompositionCheck[]> {
  const pack = packOfCouncil(regulations, council)
  if (!pack) return []
  const level = levelOf(council.authority)
  return checkComposition(pack, {
    level,
    sets: [],
    members: seatedMembers(seats, await bodiesOfSeats(db, seats), regulations.packs, level),
    termFrom: council.termFrom,
    termTo: council.termTo,
    settings: compositionSettings(council.rules as CouncilRules, (council.composition ?? {}) as CouncilComposition),
  })
}

export type SessionScope = {
  items: readonly ItemFacts[]
  presence: readonly PresenceFact[]
}

/**
 * Every rule for a session with these items and these people in the room. Interpretation: where opinions are taken in writing nobody is in a
 * room, so quorum and declarations are asked when the ballots are counted and not here.
 */
export async function sessionChecks(
  db: Db | Tx,
  regulations: Regulations,
  meeting: MeetingRow,
  { items, presence }: SessionScope,
): Promise<CompositionCheck[]> {
  const pack = regulations.get(meeting.regulationId)
  const level = levelOf(meeting.authority)
  if (levelRule(pack, level)?.role !== 'assessment') return []
  const sets = await setsOfItems(db, items)
  const calendar = await calendarOf(db)
  const on = plainDateOf(meeting.startsAt)
  const mine = new Set(items.map((item) => item.id))
  const exceptSets = pack.regulation.samples.exceptSets
  const checks = checkComposition(pack, {
    level,
    sets: [...new Set(sets.map((entry) => entry.set))].toSorted((a, b) => a - b),
    members: seatedMembers(meeting.seats, await bodiesOfSeats(db, meeting.seats), regulations.packs, level),
    termFrom: meeting.termFrom,
    termTo: meeting.termTo,
    settings: compositionSettings(meeting.rules, meeting.composition),
    session: {
      on,
      present: presence.filter((row) => row.leftAt === null).map((row) => row.memberId),
      undeclared: items.flatMap((item) => undeclared({ ...item, presence }).map((seat) => seat.memberId)),
      leadDays: meeting.releasedAt
        ? leadDays((day) => isWorkingDay(calendar, day), plainDateOf(meeting.releasedAt), on, pack.regulation.councilRules.leadCounting)
        : null,
      withoutSamples: (await itemsWithoutSamples(db, meeting.id, exceptSets)).filter((id) => mine.has(id)),
      withoutVisit: await unvisited(db, regulations, items),
    },
  })
  // Visits are asked of the sets that are visited, and of no others.
  const visited = sets.some((entry) => visitBeforeScoring(pack, entry.set))
  const asked = checks.filter((check) => check.rule !== 'fieldVisit' || visited)
  return meeting.mode === 'writtenOpinion' ? asked.filter((check) => !roomRules.has(check.rule)) : asked
}

const roomRules = new Set<CompositionCheck['rule']>(['quorum', 'quorumChair', 'declared'])
/** Asked again for one item, when its scoring opens and before it closes; quorum of an item is counted after recusals by `quorumOf`. */
const itemRules = new Set<CompositionCheck['rule']>([
  'size',
  'chair',
  'secretary',
  'mandatoryBody',
  'managingBody',
  'samples',
  'fieldVisit',
])

/** The rules for one item as the council stands now: somebody may have left it since the session opened. */
export async function itemChecks(db: Db | Tx, regulations: Regulations, meeting: MeetingRow, item: ItemFacts): Promise<CompositionCheck[]> {
  const checks = await sessionChecks(db, regulations, meeting, { items: [item], presence: item.presence })
  return checks.filter((check) => itemRules.has(check.rule))
}

/** Product sets of the items, by item. */
export async function setsOfItems(
  db: Db | Tx,
  items: readonly Pick<ItemFacts, 'id' | 'dossierId'>[],
): Promise<{ itemId: string; set: number }[]> {
  if (items.length === 0) return []
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'setNo'])
    .where(
      'id',
      'in',
      items.map((item) => item.dossierId),
    )
    .execute()
  return items.flatMap((item) => {
    const row = rows.find((entry) => entry.id === item.dossierId)
    return row ? [{ itemId: item.id, set: row.setNo }] : []
  })
}

async function bodiesOfSeats(db: Db | Tx, seats: readonly SeatFact[]): Promise<SeatBody[]> {
  const ids = seats.flatMap((seat) => (seat.bodyId ? [seat.bodyId] : []))
  return ids.length === 0 ? [] : db.selectFrom('body').select(['id', 'kind', 'name']).where('id', 'in', ids).execute()
}

/** Items whose set is visited before scoring and that nobody has visited yet. */
async function unvisited(db: Db | Tx, regulations: Regulations, items: SessionScope['items']): Promise<string[]> {
  const missing: string[] = []
  for (const item of items) if (await visitMissing(db, regulations, item.id)) missing.push(item.id)
  return missing
}
