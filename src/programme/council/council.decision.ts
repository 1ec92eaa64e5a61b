// The decision that establishes a council: its number, its paper, stored as issued.
import { committeeKinds } from '../people/authority.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { takeIrregularNumber, takeNumber } from '../document/numbers.ts'
import { Fields } from '../fields.ts'
import { renderCouncilDecision } from '../paperwork/council-decision.ts'
import { found } from '../refuse.ts'
import type { SeatFact } from './council.ts'
import { roleWords } from './council.messages.ts'

/** The series the numbers are taken from; a body's register of ordinary decisions is another one. */
export const COUNCIL_SERIES = 'QĐ-HĐOCOP'

/** `number` empty: the next of the series. A typed one ("12", "12a", "12/QĐ-UBND") is entered as given elsewhere. */
export type DecisionInput = { number: unknown; date: unknown; signer: unknown; signerPost: unknown }

type Council = { id: string; name: string; authority: string; termFrom: string; termTo: string }

export async function issueCouncilDecision(
  ctx: Ctx,
  council: Council,
  seats: readonly SeatFact[],
  input: DecisionInput,
): Promise<{ documentId: string; number: string; date: string }> {
  const form = new Fields(input)
  const typed = form.text('number', { max: 40 })
  const signedOn = form.date('date', { required: true })
  const signer = form.text('signer', { max: 120, required: true })
  const post = form.text('signerPost', { max: 120, required: true })
  const parsed = /^(\d{1,5})([a-zđ]{0,2})(?:\/(.{1,30}))?$/iu.exec(typed)
  if (typed !== '' && !parsed) form.say('number', { vi: 'Ghi số dạng 12, 12a hoặc 12/QĐ-UBND.', en: 'Write 12, 12a or 12/QĐ-UBND.' })
  const { date } = form.done({ date: signedOn })

  const issuer = found(
    await ctx.tx
      .selectFrom('body')
      .selectAll()
      .where('authority', '=', council.authority)
      .where('kind', 'in', committeeKinds)
      .executeTakeFirst(),
  )
  const symbol = parsed?.[3] ?? COUNCIL_SERIES
  const series = { bodyId: issuer.id, kind: symbol, year: Number(date.slice(0, 4)) }
  const print = (number: number, suffix = '') => `${String(number).padStart(2, '0')}${suffix}/${symbol}`
  const taken = parsed
    ? await takeIrregularNumber(ctx, series, {
        number: Number(parsed[1]),
        suffix: parsed[2] ?? '',
        printed: print(Number(parsed[1]), parsed[2] ?? ''),
      })
    : await takeNumber(ctx, series, print)

  const bodies = await ctx.tx.selectFrom('body').select(['id', 'name']).where('authority', '=', council.authority).execute()
  const place = placeOfCommittee(issuer.name)
  const regulation = ctx.regulations.current.regulation
  const paper = renderCouncilDecision({
    createdAt: ctx.now.toISOString(),
    demo: ctx.config.demo,
    letterhead: { body: issuer.name, number: taken.printed.split('/')[0] ?? null, symbol, place, date },
    council: council.name,
    authority: `Chủ tịch ${issuer.name}`,
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      `Căn cứ Quyết định số ${regulation.number} ${regulation.title.vi}`,
      'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường',
    ],
    term: `từ ngày ${formatDate(council.termFrom)} đến hết ngày ${formatDate(council.termTo)}`,
    members: seats.map((seat) => ({
      name: seat.name,
      post: seat.post,
      body: bodies.find((body) => body.id === seat.bodyId)?.name ?? '',
      role: roleWords[seat.role].vi,
      voting: seat.voting,
    })),
    duties: [
      'Đánh giá, phân hạng sản phẩm OCOP cấp tỉnh theo bộ tiêu chí và quy chế hoạt động của Hội đồng.',
      'Khai báo xung đột lợi ích trước khi mở từng hồ sơ; thành viên có xung đột không tham gia đánh giá hồ sơ đó.',
      'Báo cáo Chủ tịch Ủy ban nhân dân tỉnh kết quả đánh giá, phân hạng.',
    ],
    support: 'Hội đồng có Tổ giúp việc do cơ quan điều phối Chương trình OCOP cấp tỉnh cử; kinh phí theo quy định hiện hành.',
    implementers:
      'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Thủ trưởng các cơ quan liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    recipients: ['Như Điều thi hành', 'Bộ Nông nghiệp và Môi trường (để báo cáo)'],
    archive: 'VT, NNMT',
    signature: { capacity: [post.toLocaleUpperCase('vi')], name: signer },
  })
  const documentId = await storeDocument(ctx, {
    authority: council.authority,
    bodyId: issuer.id,
    kind: 'councilDecision',
    subjectKind: 'council',
    subjectId: council.id,
    title: `Quyết định thành lập ${council.name}`,
    numberEntryId: taken.entryId,
    number: taken.printed,
    issuedOn: date,
    signer,
    file: paper,
  })
  return { documentId, number: taken.printed, date }
}
