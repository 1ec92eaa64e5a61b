// Money of the demo province: this year's lines modelled on a plan's seven (seed S2:107-119), a few entries through approval, one support contract
// with a milestone filed, one list of rewards decided. All invented.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { approveEntry, enterMoney, type TypedKind } from '../money/entry.actions.ts'
import { addLine, addSource } from '../money/line.actions.ts'
import type { EntryInput } from '../money/money.input.ts'
import type { ItemCategory, SourceKind } from '../money/money.ts'
import { decideRewardList, draftRewardList, payRewards } from '../reward/list.actions.ts'
import { addPolicy, approvePolicy } from '../reward/policy.actions.ts'
import { addMilestone, approveSupport, askSupport, signSupport } from '../support/support.actions.ts'
import { fileMilestone } from '../support/milestone.actions.ts'
import type { DemoPeople } from './people.ts'
import { MAIN_PRODUCER } from './stories.ts'
import { daysAgo } from './walk.ts'

const million = 1_000_000

/** [title, category, millions planned, source, millions given] */
const lines: readonly (readonly [string, ItemCategory, number, SourceKind, number])[] = [
  ['Công tác đánh giá, phân hạng', 'assessment', 200, 'province', 200],
  ['Tập huấn, tuyên truyền', 'training', 200, 'central', 150],
  ['Xúc tiến thương mại, giới thiệu sản phẩm', 'promotion', 580, 'province', 400],
  ['Hỗ trợ điểm giới thiệu và bán sản phẩm', 'salesPoint', 600, 'central', 300],
  ['Tư vấn phát triển sản phẩm, xây dựng hồ sơ', 'advice', 300, 'central', 300],
  ['Chuẩn hóa, nâng cấp sản phẩm: nhãn, bao bì, kiểm nghiệm, tem', 'upgrading', 500, 'central', 500],
  ['Thưởng sản phẩm đạt hạng sao', 'reward', 600, 'province', 600],
]

export async function makeMoney(services: Services, people: DemoPeople): Promise<void> {
  const [office, leader, producer] = [await people.as('office'), await people.as('leader'), await people.as('producer')]
  const today = plainDateOf(services.clock.now())
  const year = today.slice(0, 4)
  const on = <T>(days: number, actor: typeof office, verb: (ctx: Ctx) => Promise<T>) => act(daysAgo(services, days), actor, verb)
  const day = (ago: number) => formatDate(addDays(today, -ago))
  const enter = async (days: number, lineId: string, kind: TypedKind, input: EntryInput, approve = true): Promise<string> => {
    const id = await on(days, office, (ctx) => enterMoney(ctx, lineId, kind, { onDay: day(days), ...input }))
    if (approve) await on(days, leader, (ctx) => approveEntry(ctx, id))
    return id
  }
  const sources = {
    central: await on(60, office, (ctx) => addSource(ctx, { kind: 'central', name: `Sự nghiệp Chương trình nông thôn mới năm ${year}` })),
    province: await on(60, office, (ctx) => addSource(ctx, { kind: 'province', name: 'Ngân sách tỉnh' })),
  }
  const made = new Map<ItemCategory, { lineId: string; sourceId: string }>()
  for (const [title, itemCategory, planned, from, given] of lines) {
    const sourceId = from === 'central' ? sources.central : sources.province
    const lineId = await on(60, office, (ctx) => addLine(ctx, { title, year, itemCategory, planned: String(planned * million) }))
    await enter(55, lineId, 'allocation', { sourceId, amount: String(given * million), decisionNumber: `118/QĐ-UBND` })
    made.set(itemCategory, { lineId, sourceId })
  }
  const at = (category: ItemCategory) => made.get(category) ?? { lineId: '', sourceId: '' }
  const promotion = at('promotion')
  const fair = { sourceId: promotion.sourceId, payee: 'Công ty Cổ phần Hội chợ Lam Kinh' }
  const commitment = await enter(40, promotion.lineId, 'commitment', { ...fair, amount: '180.000.000', decisionNumber: '21/HĐ-VPĐP' })
  await enter(20, promotion.lineId, 'disbursement', { ...fair, amount: '90.000.000', answersId: commitment })
  await enter(2, promotion.lineId, 'disbursement', { ...fair, amount: '60.000.000', answersId: commitment }, false)

  const { id: producerId } = await services.database.db
    .selectFrom('producer')
    .select('id')
    .where('name', '=', MAIN_PRODUCER)
    .executeTakeFirstOrThrow()
  await makeSupport()
  await makeRewards()

  async function makeSupport(): Promise<void> {
    const ask = { item: 'packaging', detail: 'Thiết kế, in hộp quà và nhãn chai mới.', asked: '80.000.000', ownShare: '30.000.000' }
    const id = await on(45, producer, (ctx) => askSupport(ctx, producerId, ask))
    await on(42, leader, (ctx) => approveSupport(ctx, id, { approved: '60.000.000', ...at('upgrading'), twinReason: '' }))
    const milestone = (title: string, due: number, amount: string, retained: string, evidenceAsked: string) =>
      on(41, office, (ctx) => addMilestone(ctx, id, { title, dueOn: formatDate(addDays(today, due)), amount, retained, evidenceAsked }))
    const design = await milestone('Duyệt mẫu thiết kế', 5, '20.000.000', '', '')
    await milestone('In và nghiệm thu', 40, '40.000.000', '4.000.000', 'Hóa đơn, biên bản nghiệm thu')
    await on(38, office, (ctx) => signSupport(ctx, id, { number: '33/HĐ-VPĐP', signedOn: day(38) }))
    const commitmentOf = await services.database.db
      .selectFrom('moneyEntry')
      .select('id')
      .where('contractId', '=', id)
      .executeTakeFirstOrThrow()
    await on(37, leader, (ctx) => approveEntry(ctx, commitmentOf.id))
    await on(3, producer, (ctx) => fileMilestone(ctx, id, design, { note: 'Đã chọn mẫu hộp đan cói, nhãn song ngữ.' }, []))
  }

  async function makeRewards(): Promise<void> {
    const policy = {
      title: 'Thưởng sản phẩm OCOP đạt hạng sao',
      decisionNumber: 'Nghị quyết về chính sách thưởng sản phẩm OCOP (số liệu trình diễn)',
      validFrom: `01/01/${Number(year) - 1}`,
      star3: '10.000.000',
      star4: '20.000.000',
      star5: '100.000.000',
      upgrade: 'difference',
      renewal: 'none',
    }
    const policyId = await on(50, office, (ctx) => addPolicy(ctx, policy))
    await on(49, leader, (ctx) => approvePolicy(ctx, policyId))
    const title = `Thưởng sản phẩm được công nhận đến ngày ${day(0)}`
    const input = { policyId, title, from: `01/01/${Number(year) - 1}`, to: day(0), ...at('reward') }
    const listId = await on(0, office, (ctx) => draftRewardList(ctx, input))
    const form = {
      numberKind: 'next',
      reserved: '',
      irregular: '',
      issuedOn: day(0),
      signerName: 'Nguyễn Minh Khôi',
      signerPost: 'PHÓ CHỦ TỊCH',
    }
    await on(0, leader, (ctx) => decideRewardList(ctx, listId, form))
    await on(0, office, (ctx) => payRewards(ctx, listId))
  }
}
