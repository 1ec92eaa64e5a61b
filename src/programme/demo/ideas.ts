// Ideas and business plans of the demo province: a call that has ended with its list, plans on their way, and a call open now. All invented.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { judgeIdea, openCall, planCall, sendIdeaList } from '../idea/call.actions.ts'
import { addIdea, confirmIdea, returnIdea, submitIdea } from '../idea/idea.actions.ts'
import type { IdeaInput } from '../idea/idea.ts'
import { approvePlan, receivePlan, savePlan, startPlan, submitPlan } from '../idea/plan.actions.ts'
import { confirmMilestone, reportMilestone } from '../idea/progress.actions.ts'
import type { DemoPeople } from './people.ts'
import { MAIN_PRODUCER } from './stories.ts'
import { daysAgo } from './walk.ts'

const base: Omit<IdeaInput, 'name' | 'content' | 'investment'> = {
  kind: 'new',
  setNo: '9',
  materials: 'Cá cơm than, tép biển mua của 60 hộ đi biển trong phường và phường bên.',
  labour: 'Dùng 18 lao động đang có, tuyển thêm 6 người địa phương.',
  workersTotal: '24',
  workersLocal: '20',
  market: 'Cửa hàng trong tỉnh, khách du lịch Sầm Sơn, ba đại lý ở Hà Nội.',
  priorities: ['deepProcessing', 'culture'],
}

/** [name, description, đồng, outcome of the selection] of the call that has ended. */
const past = [
  ['Nước mắm nhĩ ủ chum Vạn Triều', 'Nước mắm ủ chum đất 24 tháng, đóng chai nhỏ làm quà.', '1.250.000.000', 'selected'],
  ['Mắm ruốc sấy Vạn Triều', 'Ruốc sấy lạnh, gói nhỏ ăn liền.', '680.000.000', 'selected'],
  ['Ruốc bông cá thu Vạn Triều', 'Ruốc bông từ cá thu, đóng lọ.', '420.000.000', 'later'],
] as const

export async function makeIdeas(services: Services, people: DemoPeople): Promise<void> {
  const producer = await people.as('producer')
  const leader = await people.as('communeLeader')
  const officer = await people.as('communeOfficer')
  const office = await people.as('office')
  const { id: producerId } = await services.database.db
    .selectFrom('producer')
    .select('id')
    .where('name', '=', MAIN_PRODUCER)
    .executeTakeFirstOrThrow()
  const today = plainDateOf(services.clock.now())
  const on = <T>(days: number, actor: typeof office, verb: (ctx: Ctx) => Promise<T>) => act(daysAgo(services, days), actor, verb)
  const issuing = (days: number) => ({
    numberKind: 'next',
    reserved: '',
    irregular: '',
    issuedOn: formatDate(addDays(today, -days)),
    signerName: 'Phạm Quốc Hưng',
    signerPost: 'CHÁNH VĂN PHÒNG',
  })
  const call = async (name: string, from: number, to: number, days: number): Promise<string> => {
    const input = {
      name,
      opensOn: formatDate(addDays(today, from)),
      closesOn: formatDate(addDays(today, to)),
      guidance: 'Ưu tiên sản phẩm chế biến sâu, gắn vùng nguyên liệu.',
    }
    const id = await on(days, office, (ctx) => planCall(ctx, input))
    await on(days, office, (ctx) => openCall(ctx, id))
    return id
  }
  const send = async (days: number, callId: string, name: string, content: string, investment: string): Promise<string> => {
    const id = await on(days, producer, (ctx) => addIdea(ctx, producerId, { ...base, name, content, investment }))
    await on(days, producer, (ctx) => submitIdea(ctx, id, { callId, declared: true }))
    return id
  }

  const ended = await call('Nhận ý tưởng sản phẩm, đợt đầu', -100, -75, 101)
  const ids: string[] = []
  for (const [name, content, investment, outcome] of past) {
    const id = await send(95, ended, name, content, investment)
    await on(90, leader, (ctx) => confirmIdea(ctx, id, { remark: 'Nghề có lâu đời, nguyên liệu tại chỗ.' }))
    await on(73, office, (ctx) =>
      judgeIdea(ctx, id, {
        outcome,
        reason: outcome === 'selected' ? 'Khả thi, nguyên liệu tại chỗ, có thị trường.' : 'Cần làm rõ nguồn cá thu.',
      }),
    )
    ids.push(id)
  }
  await on(70, office, (ctx) => sendIdeaList(ctx, ended, issuing(70)))
  await makePlans(ids)

  const running = await call('Nhận ý tưởng sản phẩm, đợt hai', -10, 20, 11)
  await send(6, running, 'Muối ớt cá cơm Vạn Triều', 'Muối ớt xay với cá cơm khô, hũ 80 g.', '150.000.000')
  const confirmed = await send(5, running, 'Bộ quà mắm Sầm Sơn', 'Hộp quà ba loại mắm, vỏ đan cói.', '300.000.000')
  await on(3, leader, (ctx) => confirmIdea(ctx, confirmed, { remark: '' }))
  const returned = await send(4, running, 'Tour làng mắm', 'Tham quan nhà ủ, tự tay rút nước mắm nhĩ.', '900.000.000')
  await on(2, officer, (ctx) => returnIdea(ctx, returned, { reason: 'Chọn lại bộ sản phẩm: dịch vụ du lịch không thuộc bộ 9.' }))

  async function makePlans([first = '', second = '']: readonly string[]): Promise<void> {
    const year = Number(today.slice(0, 4))
    const plan = (total: string, own: string, loan: string) => ({
      goals: 'Đạt 4 sao, bán 12.000 lít năm thứ hai.',
      outputUnit: 'lít',
      materials: 'Ký hợp đồng mua cá với 60 hộ.',
      workforce: 'Tổ ủ 10 người, tổ đóng chai 8 người, tổ bán hàng 6 người.',
      workersTotal: '24',
      workersLocal: '20',
      market: 'Thêm 10 đại lý ngoài tỉnh, bán trên sàn thương mại điện tử.',
      quality: 'Công bố chất lượng, nhãn mới, tem truy xuất.',
      investmentTotal: total,
      sources: { own, loan },
      years: [
        { year: String(year), volume: '6000', revenue: '960.000.000' },
        { year: String(year + 1), volume: '12000', revenue: '1.980.000.000' },
      ],
      milestones: [
        { title: 'Mua 40 chum, xây nhà ủ', dueOn: formatDate(addDays(today, -15)) },
        { title: 'Kiểm nghiệm, công bố chất lượng', dueOn: formatDate(addDays(today, -3)) },
        { title: 'In nhãn, mở bán', dueOn: formatDate(addDays(today, 45)) },
      ],
    })
    const written = async (ideaId: string, days: number, input: ReturnType<typeof plan>) => {
      const id = await on(days, producer, (ctx) => startPlan(ctx, ideaId))
      await on(days, producer, (ctx) => savePlan(ctx, id, input, 1))
      await on(days, producer, (ctx) => submitPlan(ctx, id))
      return id
    }
    const approved = await written(first, 60, plan('1.250.000.000', '750.000.000', '500.000.000'))
    await on(58, office, (ctx) => receivePlan(ctx, approved))
    await on(50, office, (ctx) => approvePlan(ctx, approved, { ...issuing(50), reason: 'Phương án khả thi, đủ nguồn vốn.' }))
    const milestone = await services.database.db
      .selectFrom('planMilestone')
      .select('id')
      .where('planId', '=', approved)
      .where('ordinal', '=', 1)
      .executeTakeFirstOrThrow()
    await on(18, producer, (ctx) =>
      reportMilestone(ctx, approved, milestone.id, { state: 'done', report: 'Đã mua 40 chum, nhà ủ 120 m².' }),
    )
    await on(16, officer, (ctx) => confirmMilestone(ctx, approved, milestone.id, { remark: 'Đã xem tại chỗ.' }))
    await written(second, 40, plan('680.000.000', '380.000.000', '300.000.000'))
  }
}
