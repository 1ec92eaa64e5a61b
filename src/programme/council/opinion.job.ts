// Once a day: reminds members whose ballot is missing, and chair and office of re-assessments whose 45 days are about to end. Each person
// is told once of each last day: a later last day is a new one.
import { daysBetween, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Tx } from '#/platform/database/open.ts'
import type { Services } from '../context.ts'
import { RENEWAL_COUNCIL } from '../dossier/renewal.clock.ts'
import { recusedFrom } from '../dossier/recused.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { settingOf, type SettingRule } from '../setting.ts'
import { chairOfItem, type ItemFacts } from './council.ts'
import { itemsOfMeeting, sheetStates } from './council.store.ts'
import { silentAccounts } from './opinion.ts'
import { ballotReminderDays, clockReminderDays } from './opinion.settings.ts'

export const OPINION_JOB = 'remind-opinions'

type Told = { tx: Tx; now: Date; today: PlainDate }

/** Whether a last day is near by the desk's own setting; each desk is asked once. */
function nearness({ tx, today }: Told, rule: SettingRule<number>): (authority: string, dueOn: PlainDate) => Promise<boolean> {
  const days = new Map<string, number>()
  return async (authority, dueOn) => {
    const before = days.get(authority) ?? (await settingOf(tx, authority, rule))
    days.set(authority, before)
    return daysBetween(today, dueOn) <= before
  }
}

/** Returns how many written opinions and how many clocks were near their end today. */
export async function remindOpinions(services: Services): Promise<{ opinions: number; clocks: number }> {
  const now = services.clock.now()
  return services.database.db.transaction().execute(async (tx) => {
    const told = { tx, now, today: plainDateOf(now) }
    return { opinions: await remindBallots(told), clocks: await remindClocks(told) }
  })
}

/** Names the meeting and no product: a notice may be read over a shoulder. */
async function remindBallots(told: Told): Promise<number> {
  const { tx, today } = told
  const open = await tx
    .selectFrom('opinionSession as o')
    .innerJoin('meeting as m', 'm.id', 'o.meetingId')
    .select(['m.id', 'm.name', 'm.authority', 'o.dueOn'])
    .where('m.state', '=', 'open')
    .where('o.dueOn', '>=', today)
    .orderBy('o.dueOn')
    .execute()
  const isNear = nearness(told, ballotReminderDays)
  let near = 0
  for (const meeting of open) {
    if (!(await isNear(meeting.authority, meeting.dueOn))) continue
    near += 1
    const sheets = await sheetStates(tx, meeting.id)
    const silent = (await itemsOfMeeting(tx, meeting.id)).flatMap((item) =>
      silentAccounts(
        item,
        sheets.filter((sheet) => sheet.itemId === item.id),
      ),
    )
    await notify(told, silent, {
      kind: 'opinion.ballotDue',
      dedupe: `${meeting.id}:${meeting.dueOn}`,
      subjectKind: 'meeting',
      subjectId: meeting.id,
      link: `/hoi-dong/ky-hop/${meeting.id}`,
      params: { meeting: meeting.name, due: formatDate(meeting.dueOn) },
    })
  }
  return near
}

/** Clocks still running and near or past their day; whoever is recused from the dossier hears nothing. */
async function remindClocks(told: Told): Promise<number> {
  const { tx } = told
  const running = await tx
    .selectFrom('dossierClock as k')
    .innerJoin('dossier as d', 'd.id', 'k.dossierId')
    .leftJoin('agendaItem as i', (join) =>
      join.onRef('i.dossierId', '=', 'd.id').on('i.state', 'in', ['waiting', 'scoring', 'scored', 'reconciling']),
    )
    .leftJoin('meeting as m', 'm.id', 'i.meetingId')
    .select(['k.id', 'k.dueOn', 'd.id as dossierId', 'd.authority', 'i.id as itemId', 'm.id as meetingId', 'm.name as meetingName'])
    .where('k.kind', '=', RENEWAL_COUNCIL)
    .where('k.stoppedAt', 'is', null)
    .orderBy('k.dueOn')
    .execute()
  const isNear = nearness(told, clockReminderDays)
  let near = 0
  for (const clock of running) {
    if (!(await isNear(clock.authority, clock.dueOn))) continue
    near += 1
    await remindClock(told, clock)
  }
  return near
}

async function remindClock(
  told: Told,
  clock: {
    id: string
    dueOn: PlainDate
    dossierId: string
    authority: string
    itemId: string | null
    meetingId: string | null
    meetingName: string | null
  },
): Promise<void> {
  const { tx, now } = told
  const due = formatDate(clock.dueOn)
  const notice = { dedupe: `${clock.id}:${clock.dueOn}`, subjectKind: 'dossier', subjectId: clock.dossierId }
  const item = clock.meetingId === null ? undefined : (await itemsOfMeeting(tx, clock.meetingId)).find((entry) => entry.id === clock.itemId)
  const office = await accountsWithRole(tx, 'office', { authority: clock.authority }, now)
  const recused = await recusedFrom(tx, clock.dossierId)
  await notify(
    told,
    office.filter((account) => !recused.includes(account)),
    { ...notice, kind: 'renewal.clockEndingOffice', link: `/tinh/ho-so/${clock.dossierId}`, params: { due } },
  )
  const chair = item === undefined ? null : chairOf(item)
  if (item === undefined || chair === null) return
  await notify(told, [chair], {
    ...notice,
    kind: 'renewal.clockEnding',
    link: `/hoi-dong/ky-hop/${item.meeting.id}`,
    params: { due, item: String(item.ordinal), meeting: clock.meetingName ?? '' },
  })
}

/** A chair knows of the item once its pack is out, not before. */
function chairOf(item: ItemFacts): string | null {
  return item.meeting.releasedAt === null ? null : (chairOfItem(item)?.accountId ?? null)
}
