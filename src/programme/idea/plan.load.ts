// A plan with its rows: years, sources, milestones. Read by verbs, pages and papers alike.
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { planRights, runsCalls } from './idea.policy.ts'
import type { MilestoneState, PlanState } from './idea.workflow.ts'
import { sources as sourceOrder, type PlanFields, type PlanPart, type Source } from './plan.ts'

/** The rows of a plan in their order: years, sources as named in the list, milestones as written. */
export async function planRows(db: Db | Tx, planId: string) {
  const years = await db.selectFrom('planYear').select(['year', 'volume', 'revenue']).where('planId', '=', planId).orderBy('year').execute()
  const amounts = await db.selectFrom('planSource').select(['source', 'amount']).where('planId', '=', planId).execute()
  const milestones = await db.selectFrom('planMilestone').selectAll().where('planId', '=', planId).orderBy('ordinal').execute()
  const sources = amounts
    .map((row) => ({ source: row.source as Source, amount: row.amount }))
    .toSorted((a, b) => sourceOrder.indexOf(a.source) - sourceOrder.indexOf(b.source))
  return { years, sources, milestones: milestones.map((row) => ({ ...row, state: row.state as MilestoneState })) }
}

type PlanRow = Omit<PlanFields, 'years' | 'sources' | 'milestones'>

export function fieldsOf(plan: PlanRow, rows: Pick<PlanFields, 'years' | 'sources' | 'milestones'>): PlanFields {
  const { goals, outputUnit, materials, workforce, market, quality, workersTotal, workersLocal, investmentTotal } = plan
  const { years, sources, milestones } = rows
  return {
    goals,
    outputUnit,
    materials,
    workforce,
    market,
    quality,
    workersTotal,
    workersLocal,
    investmentTotal,
    years: [...years],
    sources: [...sources],
    milestones: milestones.map(({ title, dueOn }) => ({ title, dueOn })),
  }
}

export type PlanFile = Awaited<ReturnType<typeof planFor>>

/** A plan as `actor` may see it: its rows, evidence, reports, what was asked to be changed, the dossiers that started from it. */
export async function planFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('businessPlan')
          .innerJoin('idea', 'idea.id', 'businessPlan.ideaId')
          .innerJoin('producer', 'producer.id', 'businessPlan.producerId')
          .leftJoin('unit', (join) => join.onRef('unit.era', '=', 'idea.unitEra').onRef('unit.code', '=', 'idea.communeCode'))
          .leftJoin('document', 'document.id', 'businessPlan.approvalDocumentId')
          .selectAll('businessPlan')
          .select([
            'idea.name',
            'idea.setNo',
            'idea.regulationId',
            'idea.productId',
            'producer.name as producerName',
            'unit.fullName as communeName',
            'document.number as approvalNumber',
          ])
          .where('businessPlan.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const plan = { ...row, state: row.state as PlanState }
  const rights = planRights(actor, plan)
  mustSee(rights.see)
  const rows = await planRows(db, plan.id)
  const papers = await db
    .selectFrom('planMilestonePaper')
    .innerJoin('planMilestone', 'planMilestone.id', 'planMilestonePaper.milestoneId')
    .innerJoin('paper', 'paper.id', 'planMilestonePaper.paperId')
    .leftJoin('paperFile', (join) =>
      join
        .onRef('paperFile.paperId', '=', 'paper.id')
        .onRef('paperFile.uploadedAt', '<=', 'planMilestone.reportedAt')
        .on('paperFile.removedAt', 'is', null),
    )
    .select([
      'planMilestonePaper.milestoneId',
      'paper.id as paperId',
      'paper.title',
      'paper.number',
      'paperFile.id as fileId',
      'paperFile.fileName',
    ])
    .where('planMilestone.planId', '=', plan.id)
    .orderBy('planMilestonePaper.addedAt')
    .execute()
  const reports = await db.selectFrom('planReport').selectAll().where('planId', '=', plan.id).orderBy('year').orderBy('half').execute()
  const asked = await db
    .selectFrom('planReturn')
    .selectAll()
    .where('planId', '=', plan.id)
    .where('answeredAt', 'is', null)
    .orderBy('id')
    .execute()
  const dossiers = rights.owner
    ? await db
        .selectFrom('dossierOrigin')
        .innerJoin('dossier', 'dossier.id', 'dossierOrigin.dossierId')
        .select(['dossier.id', 'dossier.state'])
        .where('dossierOrigin.planId', '=', plan.id)
        .orderBy('dossier.createdAt')
        .execute()
    : []
  return {
    plan,
    rights,
    ...rows,
    papers,
    reports: reports.map((report) => ({ ...report, half: report.half as 1 | 2 })),
    asked: asked.map((one) => ({ ...one, part: one.part as PlanPart })),
    dossiers,
    office: runsCalls(actor, plan.provinceCode),
  }
}
