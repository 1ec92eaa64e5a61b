// Drafts that are complete and not filed, named to their producers and to the office before a round's cut-off.
import { provinceOf } from '../people/authority.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { plainDateOf, daysBetween, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { setupActor } from '../people/people.actions.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import type { Regulations } from '../regulations.ts'
import { dossierFacts } from './dossier.facts.ts'
import { taskList } from './dossier.ts'

export const REMIND_JOB = 'remind-unfiled'
/** Days before the cut-off on which the producer is told. The nearest one due is sent, earlier ones missed are not made up. */
export const REMIND_BEFORE = [30, 15, 7, 3, 1] as const

export type UnfiledScope = { provinceCode: string; producerIds?: readonly string[]; communeCodes?: readonly string[] }
export type Unfiled = {
  dossierId: string
  productName: string
  producerId: string
  producerName: string
  communeCode: string
  updatedAt: Date
}

/** Drafts with nothing left that blocks filing, longest waiting first. Completeness is judged by the same task list the producer sees. */
export async function unfiledComplete(db: Db | Tx, regulations: Regulations, scope: UnfiledScope): Promise<Unfiled[]> {
  let query = db
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .innerJoin('producer', 'producer.id', 'dossier.producerId')
    .select([
      'dossier.id',
      'dossier.producerId',
      'dossier.communeCode',
      'dossier.updatedAt',
      'product.name as productName',
      'producer.name as producerName',
    ])
    .where('dossier.provinceCode', '=', scope.provinceCode)
    .where('dossier.state', '=', 'draft')
    // A form has at least 20 criteria: drafts hardly begun need not be read whole.
    .where((where) =>
      where(
        where
          .selectFrom('dossierAnswer')
          .whereRef('dossierAnswer.dossierId', '=', 'dossier.id')
          .select((answer) => answer.fn.countAll<number>().as('n')),
        '>=',
        15,
      ),
    )
    .orderBy('dossier.updatedAt')
  if (scope.producerIds)
    query = query.where(
      'dossier.producerId',
      'in',
      [...scope.producerIds, ''].filter((id) => id !== ''),
    )
  if (scope.communeCodes) query = query.where('dossier.communeCode', 'in', [...scope.communeCodes])
  if (scope.producerIds?.length === 0 || scope.communeCodes?.length === 0) return []
  const found: Unfiled[] = []
  for (const row of await query.execute()) {
    if (!taskList(await dossierFacts(db, regulations, row.id)).ready) continue
    const { id, productName, producerId, producerName, communeCode, updatedAt } = row
    found.push({ dossierId: id, productName, producerId, producerName, communeCode, updatedAt })
  }
  return found
}

/** Which of the days before the cut-off is due today; null when none is. Pure. */
export function reminderDue(today: PlainDate, cutOff: PlainDate): number | null {
  const left = daysBetween(today, cutOff)
  if (left < 0) return null
  return [...REMIND_BEFORE].reverse().find((days) => left <= days) ?? null
}

/**
 * Tells producers and the office, once per dossier, round and reminder day, however often the job is delivered. Returns how many drafts
 * were named.
 */
export async function remindUnfiled(services: Services): Promise<number> {
  const { database, regulations, clock, config } = services
  const today = plainDateOf(clock.now())
  const rounds = await database.db
    .selectFrom('round')
    .select(['id', 'name', 'authority', 'proposalsDueOn'])
    .where('state', '=', 'open')
    .where('proposalsDueOn', '>=', today)
    .execute()
  let named = 0
  for (const round of rounds) {
    const days = reminderDue(today, round.proposalsDueOn)
    if (days === null) continue
    const drafts = await unfiledComplete(database.db, regulations, { provinceCode: provinceOf(round.authority) })
    await act(services, setupActor(config.provinceCode), async (ctx) => {
      for (const draft of drafts) await tellProducer(ctx, draft, round, days)
      if (drafts.length > 0) await tellOffice(ctx, drafts.length, round, days)
    })
    named += drafts.length
  }
  return named
}

type Cut = { id: string; name: string; authority: string; proposalsDueOn: PlainDate }

async function tellProducer(ctx: Ctx, draft: Unfiled, round: Cut, days: number): Promise<void> {
  const accounts = await accountsWithRole(
    ctx.tx,
    'producer',
    { authority: provinceOf(round.authority), producerId: draft.producerId },
    ctx.now,
  )
  await notify(ctx, accounts, {
    kind: 'dossier.unfiled',
    dedupe: `${draft.dossierId}:${round.id}:${days}`,
    subjectKind: 'dossier',
    subjectId: draft.dossierId,
    link: `/ho-so/${draft.dossierId}`,
    params: { product: draft.productName, round: round.name, due: formatDate(round.proposalsDueOn) },
  })
}

async function tellOffice(ctx: Ctx, count: number, round: Cut, days: number): Promise<void> {
  const accounts = await accountsWithRole(ctx.tx, 'office', { authority: round.authority }, ctx.now)
  await notify(ctx, accounts, {
    kind: 'dossier.unfiledCount',
    dedupe: `${round.id}:${days}`,
    subjectKind: 'round',
    subjectId: round.id,
    link: `/tinh/dot/${round.id}`,
    params: { count: String(count), round: round.name, due: formatDate(round.proposalsDueOn) },
  })
}
