// The demo desk's plan of the year, modelled on the plan of 2021 under Decision 26/2026, issued, with work reported by several bodies. All invented.
import { formatDate } from '#/platform/text/format.ts'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { act, type Services } from '../context.ts'
import { readPlanFile } from '../programme-plan/plan-file.ts'
import { loadPlan } from '../programme-plan/load.actions.ts'
import { submitPlan } from '../programme-plan/plan.actions.ts'
import { issuePlan } from '../task/issue.actions.ts'
import { reportWork } from '../task/task.actions.ts'
import { listWorks } from '../task/task.store.ts'
import type { DemoPeople } from './people.ts'
import { demoPlanText } from './plan.text.ts'
import { daysAgo } from './walk.ts'

export async function makePlan(services: Services, people: DemoPeople): Promise<void> {
  const today = plainDateOf(services.clock.now())
  const file = readPlanFile(demoPlanText(today.slice(0, 4)), 'demo')
  const office = await people.as('office')
  const { planId } = await act(daysAgo(services, 110), office, (ctx) => loadPlan(ctx, file))
  await act(daysAgo(services, 109), office, (ctx) => submitPlan(ctx, planId))
  const leader = await people.as('leader')
  const issuing = {
    numberKind: 'next',
    reserved: '',
    irregular: '',
    issuedOn: formatDate(addDays(today, -108)),
    signerName: file.signer.name,
    signerPost: file.signer.post.join('\n'),
  }
  await act(daysAgo(services, 108), leader, (ctx) => issuePlan(ctx, planId, issuing))
  await report(services, people, 'bodyOfficer', 30, [
    {
      state: 'doing',
      percent: '60',
      content: 'Đã tổ chức hai phiên chợ, còn một phiên trong quý tới.',
      difficulties: 'Chủ thể miền núi đi lại xa.',
    },
    { state: 'done', content: 'Đã đưa 12 sản phẩm vào ba siêu thị.' },
  ])
  await report(services, people, 'communeOfficer', 20, [{ state: 'done', content: 'Đã rà soát 9 sản phẩm tiềm năng, 4 chủ thể đăng ký.' }])
  await report(services, people, 'office', 10, [{ state: 'doing', percent: '50', content: 'Đã mở một trong hai lớp tập huấn.' }])
}

/** Reports on the first works of a person, one after the other. */
async function report(
  services: Services,
  people: DemoPeople,
  key: string,
  days: number,
  inputs: readonly { state: string; percent?: string; content: string; difficulties?: string }[],
): Promise<void> {
  const actor = await people.as(key)
  const query = {
    search: '',
    state: null,
    part: null,
    when: null,
    month: null,
    familyId: null,
    body: null,
    sort: 'due',
    page: 1,
    perPage: inputs.length,
  } as const
  const { rows } = await listWorks(services.database.db, actor, 'own', query, plainDateOf(services.clock.now()))
  for (const [index, row] of rows.entries()) {
    const input = inputs[index]
    if (input) await act(daysAgo(services, days), actor, (ctx) => reportWork(ctx, row.id, input, { files: [], version: 1 }))
  }
}
