// Every day: requests for supplement whose last day is over. Delivered twice it does nothing the second time; missed days are made up.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { setupActor } from '../people/people.actions.ts'
import { settingOf } from '../setting.ts'
import { resumeClock, stopClock } from './clock.ts'
import { onSilence } from './commune.settings.ts'
import { latestSubmission, type Level } from './submission.store.ts'
import { tellProducer } from './supplement.actions.ts'

export const LAPSE_JOB = 'lapse-supplements'

/** The day is over only when the next one has begun: an answer at 23:59 of the last day counts. Returns how many requests were closed. */
export async function lapseSupplements(services: Services): Promise<number> {
  const today = plainDateOf(services.clock.now())
  const due = await services.database.db
    .selectFrom('supplementRequest')
    .select(['id', 'dossierId'])
    .where('outcome', 'is', null)
    .where('dueOn', '<', today)
    .orderBy('dueOn')
    .execute()
  let closed = 0
  const faults: unknown[] = []
  // One transaction each: a fault in one dossier must not keep the others waiting.
  for (const { id, dossierId } of due) {
    try {
      const done = await act(services, setupActor(services.config.provinceCode), (ctx) => lapseOne(ctx, id, dossierId, today))
      if (done) closed += 1
    } catch (fault) {
      faults.push(fault)
    }
  }
  // Thrown only now, so that the fault is seen and the job is tried again.
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${due.length} requests for supplement could not be closed`)
  return closed
}

async function lapseOne(ctx: Ctx, requestId: string, dossierId: string, today: string): Promise<boolean> {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  const waiting = dossier.state === 'communeSupplement' || dossier.state === 'provinceSupplement'
  if (!waiting) return false
  const taken = await ctx.tx
    .updateTable('supplementRequest')
    .set({ outcome: 'lapsed' })
    .where('id', '=', requestId)
    .where('outcome', 'is', null)
    .where('dueOn', '<', today)
    .returning('level')
    .executeTakeFirst()
  if (!taken) return false
  const level = taken.level as Level
  const { snapshot } = await latestSubmission(ctx.tx, dossierId)
  const goesOn = (await settingOf(ctx.tx, dossier.provinceCode, onSilence)) === 'goOn'
  if (goesOn) {
    await resumeClock(ctx, dossierId)
    await moveDossier(ctx, dossier, level === 'commune' ? 'filed' : 'proposed', 'supplement.passedOver', {
      payload: { request: requestId },
    })
  } else {
    const reason = 'Hết hạn bổ sung hồ sơ mà không có trả lời'
    await stopClock(ctx, dossierId, 'lapsed')
    await moveDossier(ctx, dossier, 'lapsed', 'supplement.lapsed', {
      set: { endedAt: ctx.now, endReason: reason },
      payload: { request: requestId },
    })
  }
  const kind = goesOn ? 'supplement.passedOver' : 'supplement.lapsed'
  const params = { product: snapshot.product.name }
  await tellProducer(ctx, dossier, kind, requestId, params)
  const officers =
    level === 'commune'
      ? await accountsWithRole(ctx.tx, 'communeOfficer', { authority: dossier.provinceCode, communeCode: dossier.communeCode }, ctx.now)
      : await accountsWithRole(ctx.tx, 'office', { authority: dossier.authority }, ctx.now)
  const link = level === 'commune' ? `/xa/ho-so/${dossierId}` : `/tinh/ho-so/${dossierId}`
  await notify(ctx, officers, { kind, dedupe: requestId, subjectKind: 'dossier', subjectId: dossierId, link, params })
  return true
}
