// A visit on record, for tests and the demonstration of what comes after it.
import { newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { actAs, type Person, type World } from '#/testing/world.ts'
import { planVisit, recordVisit } from './visit.actions.ts'

/** Plans and records a visit by the verbs, these people going. Returns the visit's id. */
export async function recordedVisit(world: World, dossierId: string, people: readonly Person[] = ['seat3', 'office']): Promise<string> {
  const today = formatDate(plainDateOf(world.services.clock.now()))
  const accounts = people.map((person) => world.accounts[person])
  const id = await actAs(world, 'office', (ctx) => planVisit(ctx, dossierId, { plannedOn: today, place: 'Khu phố 3', note: '' }, accounts))
  const first = await world.services.database.db.selectFrom('fieldVisit').select('version').where('id', '=', id).executeTakeFirstOrThrow()
  await actAs(world, 'office', (ctx) => recordVisit(ctx, id, visitForm(today), { present: accounts, photos: [], version: first.version }))
  return id
}

/** A form of the record that is filled in as it must be. */
export function visitForm(day: string): Record<string, string> {
  return {
    visitedOn: day,
    producerSide: 'Ông Trần Văn Vạn',
    findings: 'Cơ sở đúng như hồ sơ.',
    conclusion: 'Đủ điều kiện chấm điểm.',
    'v.1.1': 'matches',
  }
}

/** A visit straight into the tables where the dossier has no snapshot to print from. */
export async function placedVisit(world: World, dossierId: string, person: Person = 'seat3'): Promise<void> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const [id, documentId] = [newId(), newId()]
  const { sha256 } = await world.services.files.put(new TextEncoder().encode(`biên bản ${id}`))
  await db.insertInto('storedFile').values({ sha256, size: 1, mediaType: 'application/pdf', createdAt: now }).execute()
  await db
    .insertInto('document')
    .values({
      id: documentId,
      authority: '38',
      kind: 'visitRecord',
      subjectKind: 'fieldVisit',
      subjectId: id,
      dossierId,
      title: 'Biên bản',
      state: 'issued',
      sha256,
      mediaType: 'application/pdf',
      fileName: 'bb.pdf',
      createdBy: world.accounts.office,
      createdAt: now,
    })
    .execute()
  await db
    .insertInto('fieldVisit')
    .values({
      id,
      dossierId,
      authority: '38',
      state: 'recorded',
      plannedOn: plainDateOf(now),
      place: 'x',
      visitedOn: plainDateOf(now),
      documentId,
      createdBy: world.accounts.office,
      createdAt: now,
    })
    .execute()
  await db
    .insertInto('fieldVisitMember')
    .values({ visitId: id, accountId: world.accounts[person], name: person, voting: true, present: true })
    .execute()
  await db.insertInto('fieldVisitAnswer').values({ visitId: id, criterion: '1.1', verdict: 'matches' }).execute()
}
