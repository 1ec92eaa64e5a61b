// The công văn that goes with a dossier between levels: stored once, with the next number of the desk's register.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import { letterheadOf, officeOf, paperRegulation, producerOfPaper, productOfPaper } from '../commune/commune.papers.ts'
import { latestSubmission } from '../commune/submission.store.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { takeNumber } from '../document/numbers.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { levelOf } from '../people/authority.ts'
import { bodiesOf } from '../people/bodies.store.ts'
import { renderTransferLetter } from '../paperwork/transfer-letter.ts'
import type { StoredResult } from './level.load.ts'
import { levelNames } from './level.words.ts'

type Transfer = {
  transferId: string
  to: string
  way: 'up' | 'down'
  result: StoredResult | null
  approval: { number: string | null; issuedOn: string | null } | null
  samples: number
  note: string
}

const SYMBOL = 'CV-OCOP'
const two = (number: number) => String(number).padStart(2, '0')

export async function storeTransferLetter(ctx: Ctx, dossier: DossierRow, transfer: Transfer): Promise<string> {
  const today = plainDateOf(ctx.now)
  const { snapshot } = await latestSubmission(ctx.tx, dossier.id)
  const from = await officeOf(ctx.tx, dossier.authority)
  const { committee, office } = await bodiesOf(ctx.tx, transfer.to)
  const sender = await bodiesOf(ctx.tx, dossier.authority)
  const { regulation } = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const taken = await takeNumber(
    ctx,
    { bodyId: from.id, kind: SYMBOL, year: Number(today.slice(0, 4)) },
    (number) => `${two(number)}/${SYMBOL}`,
  )
  const receiver = committee?.name ?? office?.name ?? ''
  const council = `Hội đồng đánh giá, phân hạng sản phẩm OCOP ${levelNames[levelOf(dossier.authority)].vi}`
  const up = transfer.way === 'up'
  const about = up
    ? 'chuyển hồ sơ, sản phẩm mẫu đề nghị đánh giá, phân hạng sản phẩm OCOP'
    : 'chuyển trả hồ sơ đánh giá, phân hạng sản phẩm OCOP'
  return storeDocument(ctx, {
    authority: dossier.authority,
    bodyId: from.id,
    kind: 'transferLetter',
    subjectKind: 'transfer',
    subjectId: transfer.transferId,
    dossierId: dossier.id,
    title: `${up ? 'Chuyển hồ sơ lên' : 'Chuyển trả hồ sơ'}: ${snapshot.product.name}`,
    numberEntryId: taken.entryId,
    number: taken.printed,
    issuedOn: today,
    signer: ctx.actor.name,
    file: renderTransferLetter({
      createdAt: ctx.now.toISOString(),
      demo: dossier.demo,
      letterhead: letterheadOf({ ...from, parent: sender.committee?.name }, { symbol: SYMBOL, number: two(taken.number), date: today }),
      title: up ? 'Công văn chuyển hồ sơ' : 'Công văn chuyển trả hồ sơ',
      about,
      addressees: [receiver],
      regulation: paperRegulation(regulation),
      opening: up
        ? `${council} đã đánh giá sản phẩm dưới đây; đề nghị ${receiver} tiếp nhận, tổ chức đánh giá, phân hạng theo thẩm quyền:`
        : transfer.result
          ? `${council} đã đánh giá sản phẩm dưới đây; kết quả thuộc thẩm quyền xem xét của ${receiver}:`
          : `hồ sơ sản phẩm dưới đây chưa hợp lệ; đề nghị ${receiver} hoàn thiện và đánh giá theo thẩm quyền:`,
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      result: resultWords(transfer.result),
      ground: groundWords(transfer, council),
      enclosures: up
        ? [
            'Hồ sơ sản phẩm của chủ thể và báo cáo đánh giá của UBND cấp xã',
            'Biên bản, bảng tổng hợp điểm và phiếu đánh giá của Hội đồng',
            ...(transfer.samples > 0 ? [`${two(transfer.samples)} mẫu sản phẩm`] : []),
          ]
        : [],
      note: transfer.note,
      closingLine: `Trân trọng đề nghị ${receiver} xem xét, thực hiện`,
      recipients: ['Như trên', 'Chủ thể sản phẩm (để biết)'],
      archive: 'VT, OCOP',
      signature: { capacity: ['THỦ TRƯỞNG CƠ QUAN'], name: ctx.actor.name },
    }),
  })
}

function resultWords(result: StoredResult | null): string {
  if (!result) return 'hồ sơ chưa hợp lệ'
  if (result.outcome !== 'scored') return 'không được xếp hạng'
  return `${(result.meanPrinted ?? '').replace('.', ',')} điểm, ${result.star} sao`
}

function groundWords({ approval, result }: Transfer, council: string): string {
  if (approval?.number && approval.issuedOn) return `Quyết định số ${approval.number} ${dateInWords(approval.issuedOn)}`
  return result ? `Kết quả của ${council} chốt ${dateInWords(plainDateOf(result.closedAt))}` : 'Kiểm tra hồ sơ khi tiếp nhận'
}
