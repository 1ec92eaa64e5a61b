// Reports from the public of the demo province: two of one product in their case, one answered, one new. All invented.
import { act, type Services } from '../context.ts'
import { joinCase, tellHolder } from '../public-report/case.actions.ts'
import { fileReport } from '../public-report/file.actions.ts'
import { answerReport, assignReport } from '../public-report/public-report.actions.ts'
import type { ReportInput } from '../public-report/public-report.ts'
import type { DemoPeople } from './people.ts'
import { daysAgo } from './walk.ts'

export async function makePublicReports(services: Services, people: DemoPeople): Promise<void> {
  const [office, trader] = [await people.as('office'), await people.as('bodyOfficer')]
  const certified = await services.database.db
    .selectFrom('certificate')
    .select('productId')
    .where('state', '=', 'valid')
    .where('dossierId', 'is not', null)
    .orderBy('issuedOn')
    .limit(1)
    .executeTakeFirst()
  const send = async (ago: number, input: ReportInput, ofBody = false): Promise<string> => {
    const sender = { address: `demo ${ago}`, actor: ofBody ? trader : null, photos: async () => [] }
    const code = await fileReport(daysAgo(services, ago), { ...input, ...(ofBody ? { asBody: '1' } : {}) }, sender)
    const { id } = await services.database.db.selectFrom('publicReport').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    return id
  }
  const product = certified?.productId ?? ''
  const about = 'Mắm đóng chai bán ở chợ'
  const first = await send(24, {
    topic: 'label',
    words: 'Chai mua ở chợ không ghi hạn sử dụng, tem in mờ không quét được.',
    product,
    about,
    seenWhere: 'Chợ Cột Đỏ',
    contactName: 'Nguyễn Thị Hoa',
    contactPhone: '0912 000 333',
  })
  const second = await send(15, { topic: 'quality', words: 'Lô mới có mùi lạ so với các lần mua trước.', product, about }, true)
  if (certified) {
    const caseId = await act(daysAgo(services, 12), office, (ctx) => joinCase(ctx, first))
    await act(daysAgo(services, 12), office, (ctx) => joinCase(ctx, second))
    await act(daysAgo(services, 10), office, (ctx) =>
      tellHolder(ctx, caseId, { words: 'Đề nghị chủ thể rà soát tem, hạn sử dụng trên chai 500 ml và báo lại trong 10 ngày.' }),
    )
  }
  const third = await send(30, {
    topic: 'stars',
    words: 'Cửa hàng treo biển 4 sao cho bánh không có giấy chứng nhận.',
    about: 'Bánh gai, chợ Vườn Hoa',
  })
  await act(daysAgo(services, 25), office, (ctx) => assignReport(ctx, third, { assignee: office.accountId }))
  await act(daysAgo(services, 20), office, (ctx) =>
    answerReport(ctx, third, {
      outcome: 'answered',
      answer: 'Cảm ơn bạn. UBND phường đã nhắc nhở, cửa hàng đã tháo biển. Sản phẩm có giấy chứng nhận tra cứu được ở trang Kiểm tra mã.',
    }),
  )
  await send(2, { topic: 'ended', words: 'Trang bán hàng vẫn để hình 3 sao dù tra cứu báo hết hạn.', about: 'Trang bán hàng trên mạng' })
}
