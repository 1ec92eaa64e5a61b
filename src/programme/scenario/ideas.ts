// Steps 2–4 of the cycle as a plan orders them: ideas countersigned and selected, the list that goes up, business plans approved.
import { addDays } from '#/platform/calendar/plain-date.ts'
import { judgeIdea, openCall, planCall, sendIdeaList } from '../idea/call.actions.ts'
import { addIdea, confirmIdea, submitIdea } from '../idea/idea.actions.ts'
import { approvePlan, receivePlan, savePlan, startPlan, submitPlan } from '../idea/plan.actions.ts'
import type { PlanInput } from '../idea/plan.ts'
import { COMMUNE_LEADER, officeOf, PRODUCER } from './cast.ts'
import { printed } from './fill.ts'
import { issuing } from './press.ts'
import { known, type Run } from './running.ts'
import type { StepOf } from './step.schema.ts'

/** A call with its ideas, each sent, countersigned and judged on its day, and the list that carries them up. */
export async function gatherIdeas(run: Run, step: StepOf<'ideas'>): Promise<void> {
  const { cast } = run
  const desk = cast.desk(step.desk)
  const office = officeOf(desk)
  const callId = await cast.on(step.opensOn, office, async (ctx) => {
    const id = await planCall(ctx, { name: step.name, opensOn: printed(step.opensOn), closesOn: printed(step.closesOn), guidance: '' })
    await openCall(ctx, id)
    return id
  })
  for (const idea of step.ideas) {
    const producerId = known(run.producers.get(idea.producer), `no producer ${idea.producer}`)
    const id = await cast.on(step.sentOn, PRODUCER, async (ctx) => {
      const ideaId = await addIdea(ctx, producerId, {
        kind: 'new',
        name: idea.name,
        setNo: String(idea.set),
        content: `${idea.name}: làm từ nguyên liệu trong vùng.`,
        materials: 'Nguyên liệu mua của các hộ trong xã.',
        labour: '12 lao động, trong đó 10 người địa phương.',
        market: 'Bán trong tỉnh, khách du lịch.',
        workersTotal: '12',
        workersLocal: '10',
        investment: '450.000.000',
        priorities: ['deepProcessing'],
      })
      await submitIdea(ctx, ideaId, { callId, declared: true })
      return ideaId
    })
    run.ideas.set(idea.key, id)
    await cast.on(step.confirmedOn, COMMUNE_LEADER, (ctx) => confirmIdea(ctx, id, { remark: '' }))
    await cast.on(step.judgedOn, office, (ctx) => judgeIdea(ctx, id, { outcome: idea.outcome, reason: idea.reason }))
  }
  await cast.on(step.listedOn, office, (ctx) => sendIdeaList(ctx, callId, issuing(step.listedOn, desk.people.office, desk.officePost)))
  const rows = await run.services.database.db
    .selectFrom('idea')
    .select(['id', 'state', 'regulationId'])
    .where('listedCallId', '=', callId)
    .execute()
  for (const idea of step.ideas) {
    const row = rows.find((one) => one.id === run.ideas.get(idea.key))
    run.checks.push({
      source: idea.source,
      what: `idea ${idea.key} stands on the list as ${idea.outcome}, under the plan's pack`,
      expected: { state: idea.outcome, regulationId: run.scenario.pack },
      actual: { state: row?.state ?? null, regulationId: row?.regulationId ?? null },
    })
  }
}

/** Writes the business plan of each idea, sends it and has it approved by the office's paper. */
export async function writePlans(run: Run, step: StepOf<'businessPlan'>): Promise<void> {
  const { cast } = run
  const desk = cast.desk(step.desk)
  for (const key of step.ideas) {
    const ideaId = known(run.ideas.get(key), `no idea ${key}`)
    const planId = await cast.on(step.sentOn, PRODUCER, async (ctx) => {
      const id = await startPlan(ctx, ideaId)
      await savePlan(ctx, id, planFrom(step.sentOn), 1)
      await submitPlan(ctx, id)
      return id
    })
    run.plans.set(key, planId)
    await cast.on(step.approvedOn, officeOf(desk), async (ctx) => {
      await receivePlan(ctx, planId)
      await approvePlan(ctx, planId, {
        ...issuing(step.approvedOn, desk.people.office, desk.officePost),
        reason: 'Phương án khả thi, đủ nguồn vốn.',
      })
    })
    const row = await run.services.database.db.selectFrom('businessPlan').select('state').where('id', '=', planId).executeTakeFirst()
    run.checks.push({ source: step.source, what: `business plan of ${key}`, expected: 'approved', actual: row?.state ?? null })
  }
}

function planFrom(day: string): PlanInput {
  const year = Number(day.slice(0, 4))
  return {
    goals: 'Hoàn thiện sản phẩm, tham gia đánh giá trong năm.',
    outputUnit: 'kg',
    materials: 'Nguyên liệu mua của các hộ trong xã, có hợp đồng.',
    workforce: 'Tổ chế biến 8 người, tổ đóng gói 4 người.',
    market: 'Thêm đại lý trong tỉnh.',
    quality: 'Công bố chất lượng, nhãn mới.',
    workersTotal: '12',
    workersLocal: '10',
    investmentTotal: '450000000',
    years: [
      { year: String(year), volume: '6000', revenue: '900.000.000' },
      { year: String(year + 1), volume: '9000', revenue: '1.350.000.000' },
    ],
    sources: { own: '300.000.000', loan: '150.000.000' },
    milestones: [{ title: 'Công bố chất lượng', dueOn: printed(addDays(day, 60)) }],
  }
}
