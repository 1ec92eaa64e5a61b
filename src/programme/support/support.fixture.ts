// Support for tests, walked through the verbs: asked by the producer, approved by the leader, signed, its commitment approved.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { actAs, type World } from '#/testing/world.ts'
import { paperFile } from '../document/incoming.ts'
import { approveEntry } from '../money/entry.actions.ts'
import { fundedLine } from '../money/money.fixture.ts'
import { fileMilestone, judgeMilestone, releaseMilestone } from './milestone.actions.ts'
import { addMilestone, approveSupport, askSupport, signSupport } from './support.actions.ts'

const million = 1_000_000
const todayOf = (world: World) => plainDateOf(world.services.clock.now())

export const askInput = { item: 'label', detail: 'Thiết kế nhãn, đăng ký nhãn hiệu.', asked: '30.000.000', ownShare: '10.000.000' }

export async function askedSupport(world: World, over: Record<string, string> = {}): Promise<string> {
  return actAs(world, 'producer', (ctx) => askSupport(ctx, world.producers.own, { ...askInput, ...over }))
}

export type Contract = { id: string; lineId: string; sourceId: string; milestones: [string, string] }

/** Approved for 20 million of 30 asked, in two milestones of 12 (2 held back) and 8. */
export async function approvedSupport(world: World, over: Record<string, string> = {}): Promise<Contract> {
  const place = await fundedLine(world, 100 * million, { title: 'Hỗ trợ nâng cấp sản phẩm' })
  const id = await askedSupport(world, over)
  await actAs(world, 'leader', (ctx) =>
    approveSupport(ctx, id, { approved: '20.000.000', ...place, twinReason: 'Việc khác của cùng nội dung.' }),
  )
  const add = (title: string, days: number, amount: string, retained: string) =>
    actAs(world, 'office', (ctx) =>
      addMilestone(ctx, id, {
        title,
        evidenceAsked: 'Hóa đơn, biên bản nghiệm thu',
        dueOn: formatDate(addDays(todayOf(world), days)),
        amount,
        retained,
      }),
    )
  return {
    id,
    ...place,
    milestones: [await add('In nhãn', 30, '12000000', '2000000'), await add('Báo cáo bán hàng tháng', 60, '8000000', '0')],
  }
}

export async function runningSupport(world: World, over: Record<string, string> = {}): Promise<Contract> {
  const contract = await approvedSupport(world, over)
  const signedOn = formatDate(todayOf(world))
  await actAs(world, 'office', (ctx) => signSupport(ctx, contract.id, { number: '05/HĐ-VPĐP', signedOn }))
  await approveWaiting(world, contract.id)
  return contract
}

/** Approves, as the leader, whatever waits of the contract. */
export async function approveWaiting(world: World, contractId: string): Promise<void> {
  const waiting = await world.services.database.db
    .selectFrom('moneyEntry')
    .select('id')
    .where('contractId', '=', contractId)
    .where('state', '=', 'entered')
    .execute()
  for (const { id } of waiting) await actAs(world, 'leader', (ctx) => approveEntry(ctx, id))
}

export async function filedMilestone(world: World, contract: Contract, milestoneId: string): Promise<void> {
  const file = await paperFile(onePagePdf(''), 'Hóa đơn.pdf')
  await actAs(world, 'producer', (ctx) => fileMilestone(ctx, contract.id, milestoneId, { note: 'Đã in 5.000 nhãn.' }, [file]))
}

/** Filed, accepted, its payment entered; with `approve`, paid. */
export async function releasedMilestone(world: World, contract: Contract, milestoneId: string, approve = true): Promise<void> {
  await filedMilestone(world, contract, milestoneId)
  await actAs(world, 'office', (ctx) => judgeMilestone(ctx, contract.id, milestoneId, { verdict: 'accepted', remark: '' }))
  await actAs(world, 'office', (ctx) => releaseMilestone(ctx, contract.id, milestoneId))
  if (approve) await approveWaiting(world, contract.id)
}
