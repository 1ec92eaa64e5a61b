// One agenda item as one member (or the office) may see it: the way to the sheet first, the pack only once it was opened.
import type { Db } from '#/platform/database/open.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { flagsOf, type Flag } from '../commune/flags.ts'
import { opinionText, readOpinions, reportContents } from '../commune/report.ts'
import type { Snapshot } from '../dossier/snapshot.ts'
import type { Actor } from '../people/actor.ts'
import { labTestsOf, type LabLine } from '../lab-test/lab-test.store.ts'
import { recordedVisits, type RecordedVisit } from '../visit/visit.store.ts'
import type { Regulations } from '../regulations.ts'
import { found, mustSee } from '../refuse.ts'
import { filedSnapshot } from './conflict.store.ts'
import { currentSheet, progressOf, type ItemFacts, type ItemState } from './council.ts'
import { itemFacts, itemsOfMeeting, ownSheets, sheetStates, type StoredSheet } from './council.store.ts'
import { showsFirstBallots } from './first-ballots.view.ts'
import { ballotsOver, isWritten } from './opinion.ts'
import { rights, type Rights } from './rights.ts'
import { sumsOf, type SheetSums } from './sheet.ts'
import { formOfItem, type ItemForm } from './sheet.store.ts'

export type ItemView =
  | { kind: 'recused'; meetingId: string; ordinal: number }
  | {
      kind: 'item'
      itemId: string
      meetingId: string
      councilId: string
      ordinal: number
      /** Slots on the agenda, recused ones among them. */
      of: number
      state: ItemState
      meetingState: ItemFacts['meeting']['state']
      withdrawn: boolean
      /** Only where the council is asked in writing: the last day for ballots. */
      ballot: { dueOn: string; over: boolean } | null
      mine: Rights
      declaredAt: Date | null
      progress: { final: number; of: number }
      product: string
      producer: string
      commune: string
      set: Snapshot['set']
      /** Null until the member pressed "Mở hồ sơ". */
      pack: ItemPack | null
      own: OwnSheet | null
      /** The ballots of a written opinion came before this item, and this person may read them now. */
      firstBallots: boolean
      /** Criteria reopened to this member, when the item is being reconciled. */
      scope: string[]
      before: string | null
      after: string | null
    }

export type ItemPack = {
  form: ItemForm['form']
  cases: ItemForm['cases']
  snapshot: PackSnapshot
  report: {
    signedOn: string | null
    conclusion: string
    contents: { id: string; title: { vi: string; en: string }; criteria: string[]; text: string }[]
    photos: { id: string; caption: string }[]
  } | null
  notes: { criterion: string; remark: string; bringToCouncil: boolean }[]
  advisorySummary: string | null
  /** The issued report as a paper; null where it was issued before papers were made of it. */
  advisoryPaper: string | null
  flags: Flag[]
  /** Field visits on record and laboratory results received: evidence, worth no points by themselves. */
  visits: RecordedVisit[]
  tests: LabLine[]
  samples: { required: number; handed: number; received: number | null; receivedAt: Date | null } | null
}
/** The filed dossier without the head's sensitive data: the council has no need of it (mẫu 02 prints what the criterion asks). */
export type PackSnapshot = Omit<Snapshot, 'producerPrivate'>

export type OwnSheet = {
  sheet: Omit<StoredSheet, 'id' | 'memberId'>
  first: Pick<StoredSheet, 'answers' | 'pass'> | null
  sums: SheetSums
  finalSheets: number
}

/** Throws `notFound` for who may not know the slot; a recused person gets its number and nothing else. */
export async function itemFor(db: Db, regulations: Regulations, actor: Actor, itemId: string, now: Date): Promise<ItemView> {
  const item = await itemFacts(db, itemId)
  const mine = rights(actor, item, now)
  mustSee(mine.maySeeSlot)
  if (!mine.mayKnow) return { kind: 'recused', meetingId: item.meeting.id, ordinal: item.ordinal }
  const snapshot = await filedSnapshot(db, item.dossierId)
  const siblings = await itemsOfMeeting(db, item.meeting.id)
  const states = (await sheetStates(db, item.meeting.id)).filter((sheet) => sheet.itemId === itemId)
  const known = siblings.filter((entry) => rights(actor, entry, now).mayKnow)
  const at = known.findIndex((entry) => entry.id === itemId)
  const form = await formOfItem(db, regulations, item)
  return {
    kind: 'item',
    itemId,
    meetingId: item.meeting.id,
    ballot:
      isWritten(item) && typeof item.meeting.opinionDueOn === 'string'
        ? { dueOn: item.meeting.opinionDueOn, over: ballotsOver(item, now) }
        : null,
    councilId: item.councilId,
    ordinal: item.ordinal,
    of: siblings.length,
    state: item.state,
    meetingState: item.meeting.state,
    withdrawn: item.dossierState === 'withdrawn',
    mine,
    declaredAt: item.declarations.find((row) => row.memberId === mine.memberId)?.declaredAt ?? null,
    progress: progressOf(item, states),
    product: snapshot.product.name,
    producer: snapshot.producer.name,
    commune: snapshot.producer.communeName,
    set: snapshot.set,
    pack: mine.mayReadPack ? await packOf(db, regulations, item, snapshot, form, now) : null,
    own: mine.maySeeOwnSheet && mine.memberId !== null ? await ownOf(db, item, mine.memberId, form) : null,
    firstBallots: await showsFirstBallots(db, actor, item, now),
    scope: (item.reconciliation?.scope ?? []).flatMap((row) => (row.memberId === mine.memberId ? [row.criterion] : [])),
    before: known[at - 1]?.id ?? null,
    after: known[at + 1]?.id ?? null,
  }
}

async function packOf(
  db: Db,
  regulations: Regulations,
  item: ItemFacts,
  snapshot: Snapshot,
  itemForm: ItemForm,
  now: Date,
): Promise<ItemPack> {
  const { dossierId } = item
  const { producerPrivate: _private, ...open } = snapshot
  const contents = reportContents(regulations.get(itemForm.regulationId).regulation, itemForm.form)
  const report = await db
    .selectFrom('communeReport')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  const photos = report
    ? await db.selectFrom('communeReportPhoto').select(['id', 'caption']).where('reportId', '=', report.id).orderBy('ordinal').execute()
    : []
  const notes = await db
    .selectFrom('advisoryNote')
    .select(['criterion', 'remark', 'bringToCouncil'])
    .where('dossierId', '=', dossierId)
    .where('authority', '=', item.authority)
    .execute()
  const summary = await db
    .selectFrom('advisoryReport')
    .select(['summary', 'documentId'])
    .where('dossierId', '=', dossierId)
    .where('authority', '=', item.authority)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  const samples = await db
    .selectFrom('sampleHandover')
    .select(['required', 'handed', 'received', 'receivedAt'])
    .where('dossierId', '=', dossierId)
    .where('toAuthority', '=', item.authority)
    .executeTakeFirst()
  const opinions = readOpinions(report?.contents, contents)
  return {
    form: itemForm.form,
    cases: itemForm.cases,
    snapshot: open,
    report: report
      ? {
          signedOn: report.issuedAt === null ? null : plainDateOf(report.issuedAt),
          conclusion: report.conclusion,
          contents: contents.map((content) => ({
            id: content.id,
            title: content.title,
            criteria: content.criteria.map((entry) => entry.code),
            text: opinionText(found(opinions[content.id])),
          })),
          photos,
        }
      : null,
    notes: notes.filter((note) => note.bringToCouncil || note.remark !== ''),
    advisorySummary: summary?.summary ?? null,
    advisoryPaper: summary?.documentId ?? null,
    flags: flagsOf(snapshot, plainDateOf(now), itemForm.form),
    visits: await recordedVisits(db, dossierId),
    tests: (await labTestsOf(db, dossierId)).filter((test) => test.state === 'received'),
    samples: samples ?? null,
  }
}

async function ownOf(db: Db, item: ItemFacts, memberId: string, { form, cases, thresholds }: ItemForm): Promise<OwnSheet | null> {
  const sheets = await ownSheets(db, item.id, memberId)
  const sheet = currentSheet(sheets, memberId)
  if (!sheet) return null
  const { id: _id, memberId: _member, ...rest } = sheet
  const first = sheets.find((entry) => entry.pass === sheet.pass - 1 && entry.state === 'final')
  return {
    sheet: rest,
    first: first ? { answers: first.answers, pass: first.pass } : null,
    sums: sumsOf(form, thresholds, cases, sheet.answers),
    finalSheets: sheets.filter((entry) => entry.state === 'final').length,
  }
}
