// The decision that establishes a council: its number, its paper, stored as issued.
import { levelNames } from '../level/level.words.ts'
import { levelOf } from '../people/authority.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields } from '../fields.ts'
import { renderCouncilDecision } from '../paperwork/council-decision.ts'
import { draftMarkOn, localGovernmentLaw, ministryOn } from '../paperwork/titles.ts'
import type { SeatFact } from './council.ts'
import { roleWords } from './council.messages.ts'
import { COUNCIL_SERIES, numberFault, readNumber, takeOwnNumber } from './council.numbers.ts'

/** `number` empty: the next of the series. A typed one ("12", "12a", "12/QĐ-UBND") is entered as given elsewhere. */
export type DecisionInput = { number: unknown; date: unknown; signer: unknown; signerPost: unknown }

type Council = { id: string; name: string; authority: string; termFrom: string; termTo: string; regulationId: string | null }

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
  const given = readNumber(typed)
  if (given === undefined) form.say('number', numberFault)
  const { date } = form.done({ date: signedOn })

  const taken = await takeOwnNumber(ctx, { authority: council.authority, symbol: COUNCIL_SERIES, date, typed: given ?? null })
  const level = levelOf(council.authority)
  const at = levelNames[level].vi
  const bodies = await ctx.tx.selectFrom('body').select(['id', 'name', 'kind']).where('authority', '=', council.authority).execute()
  const secretaries = String(seats.filter((seat) => seat.role === 'secretary').length).padStart(2, '0')
  const place = placeOfCommittee(taken.bodyName)
  const { regulation } = (council.regulationId ? ctx.regulations.get(council.regulationId) : null) ?? ctx.regulations.current
  const paper = renderCouncilDecision({
    createdAt: ctx.now.toISOString(),
    demo: ctx.config.demo,
    letterhead: { body: taken.bodyName, number: taken.number, symbol: taken.symbol, place, date },
    council: council.name,
    authority: headOf(taken.bodyName),
    bases: [
      localGovernmentLaw(date),
      `Căn cứ Quyết định số ${regulation.number} ${regulation.title.vi}`,
      `Theo đề nghị của ${bodies.find((body) => body.kind === 'ocopOffice')?.name ?? 'cơ quan tham mưu quản lý Chương trình OCOP cùng cấp'}`,
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
      `Đánh giá, phân hạng sản phẩm OCOP ${at} theo bộ tiêu chí và quy chế hoạt động của Hội đồng.`,
      'Khai báo xung đột lợi ích trước khi mở từng hồ sơ; thành viên có xung đột không tham gia đánh giá hồ sơ đó.',
      `Báo cáo ${headOf(taken.bodyName)} kết quả đánh giá, phân hạng.`,
    ],
    support: `Hội đồng có Tổ thư ký giúp việc gồm ${secretaries} người không chấm điểm, do cơ quan điều phối Chương trình OCOP ${at} bảo đảm; kinh phí theo quy định hiện hành.`,
    implementers:
      level === 'province'
        ? 'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Thủ trưởng các cơ quan liên quan và các ông, bà có tên tại Điều 1'
        : 'Thủ trưởng các cơ quan, đơn vị liên quan và các ông, bà có tên tại Điều 1',
    recipients: ['Như Điều 4', ...(level === 'province' ? [`${ministryOn(date)} (để báo cáo)`] : [])],
    archive: `VT, ${draftMarkOn(date)}`,
    signature: { capacity: [post.toLocaleUpperCase('vi')], name: signer },
  })
  const documentId = await storeDocument(ctx, {
    authority: council.authority,
    bodyId: taken.bodyId,
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

/** Who heads a committee or ministry: "Chủ tịch Ủy ban nhân dân huyện Lục Nam", "Bộ trưởng Bộ Nông nghiệp và Môi trường". */
export function headOf(bodyName: string): string {
  return bodyName.startsWith('Bộ ') ? `Bộ trưởng ${bodyName}` : `Chủ tịch ${bodyName}`
}
