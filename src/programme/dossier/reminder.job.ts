// Tells producers, communes and the desk that has the duty that a certificate is about to end.
import { addDays, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, audit, type Ctx, type Services } from '../context.ts'
import { CENTRAL, levelOf, type AssessingLevel } from '../people/authority.ts'
import { setupActor } from '../people/people.actions.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import type { Regulations } from '../regulations.ts'
import { finalStates } from './dossier.workflow.ts'
import { REMINDER_DAYS, reminderSteps, type ReminderStep } from './reminder.ts'

export const EXPIRY_JOB = 'remind-expiry'

export type Ending = {
  id: string
  productId: string
  producerId: string
  provinceCode: string
  communeCode: string
  productName: string
  lastValidOn: PlainDate
  /** The desk that issued it; null for a recognition of the past whose desk the program does not know. */
  issuedBy: string | null
}

/** The desk that has the duty of notice on `today`: the one that issued it, or the one its duties passed to (QĐ 1489; district → province). */
export function noticeDesk(
  regulations: Pick<Regulations, 'dutyHolder'>,
  ending: Pick<Ending, 'issuedBy' | 'provinceCode'>,
  today: PlainDate,
): string {
  if (ending.issuedBy === null) return ending.provinceCode
  const level: AssessingLevel = levelOf(ending.issuedBy)
  const holder = regulations.dutyHolder(level, 'expiryNotice', today)
  if (holder === level) return level === 'province' ? ending.provinceCode : ending.issuedBy
  return holder === 'central' ? CENTRAL : ending.provinceCode
}

/**
 * Sends what is due, once per certificate and step however often the job is delivered. Each certificate is its own transaction, so that a
 * cut loses nothing and repeats nothing. Returns how many reminders went out.
 */
export async function remindExpiry(services: Services): Promise<number> {
  const { database, regulations, clock, config } = services
  const today = plainDateOf(clock.now())
  const rows: Ending[] = await database.db
    .selectFrom('certificate as c')
    .leftJoin('recognitionDecision as d', 'd.id', 'c.decisionId')
    .select([
      'c.id',
      'c.productId',
      'c.producerId',
      'c.provinceCode',
      'c.communeCode',
      'c.productName',
      'c.lastValidOn',
      'd.authority as issuedBy',
    ])
    .where('c.state', '=', 'valid')
    .where('c.lastValidOn', '>=', today)
    .where('c.lastValidOn', '<=', addDays(today, Math.max(...REMINDER_DAYS)))
    .orderBy('c.lastValidOn')
    .orderBy('c.id')
    .execute()
  let sent = 0
  for (const ending of rows) {
    const desk = noticeDesk(regulations, ending, today)
    sent += await act(services, setupActor(config.provinceCode), (ctx) => remindOne(ctx, ending, desk, today))
  }
  return sent
}

async function remindOne(ctx: Ctx, ending: Ending, desk: string, today: PlainDate): Promise<number> {
  await ctx.tx.selectFrom('certificate').select('id').where('id', '=', ending.id).forUpdate().executeTakeFirstOrThrow()
  const done = await ctx.tx.selectFrom('certificateReminder').select('days').where('certificateId', '=', ending.id).execute()
  const renewal = await ctx.tx
    .selectFrom('dossier')
    .select('id')
    .where('productId', '=', ending.productId)
    .where('kind', '=', 'renewal')
    .where('filedAt', 'is not', null)
    .where('state', 'not in', [...finalStates])
    .executeTakeFirst()
  const steps = reminderSteps(ending.lastValidOn, today, new Set(done.map((row) => row.days)), renewal !== undefined)
  let sent = 0
  for (const step of steps) {
    const recipients = step.outcome === 'skipped' ? 0 : await tell(ctx, ending, desk, step)
    if (step.outcome !== 'skipped') sent += 1
    await ctx.tx
      .insertInto('certificateReminder')
      .values({ certificateId: ending.id, ...step, authority: desk, recipients, at: ctx.now })
      .execute()
    await audit(ctx, {
      verb: 'certificate.reminded',
      subjectKind: 'certificate',
      subjectId: ending.id,
      authority: ending.provinceCode,
      payload: { ...step, desk, recipients },
    })
  }
  return sent
}

async function tell(ctx: Ctx, ending: Ending, desk: string, step: ReminderStep): Promise<number> {
  const { provinceCode, communeCode, producerId } = ending
  const producer = await accountsWithRole(ctx.tx, 'producer', { authority: provinceCode, producerId }, ctx.now)
  const commune = await accountsWithRole(ctx.tx, 'communeOfficer', { authority: provinceCode, communeCode }, ctx.now)
  const office = await accountsWithRole(ctx.tx, 'office', { authority: desk }, ctx.now)
  const notice = {
    dedupe: `${ending.id}:${step.days}`,
    subjectKind: 'certificate',
    subjectId: ending.id,
    params: {
      product: ending.productName,
      until: formatDate(ending.lastValidOn),
      from: formatDate(addDays(ending.lastValidOn, -180)),
      to: formatDate(addDays(ending.lastValidOn, -120)),
    },
  }
  await notify(ctx, producer, { ...notice, kind: 'certificate.ending', link: `/san-pham-cua-toi/${ending.productId}` })
  await notify(ctx, [...commune, ...office], { ...notice, kind: 'certificate.endingOfOthers', link: '/thong-bao' })
  return new Set([...producer, ...commune, ...office]).size
}
