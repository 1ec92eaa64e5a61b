import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { readExcel } from '#/platform/documents/excel.ts'
import { renderAdvisoryReport } from './advisory-report.ts'
import { renderAnnex } from './annex.ts'
import { renderCertificate } from './certificate.ts'
import { renderCommuneProposal, renderCommuneReport, renderSampleHandover, renderSupplementRequest } from './commune-papers.ts'
import { renderCouncilDecision } from './council-decision.ts'
import { renderFilingReceipt } from './filing-receipt.ts'
import { renderMemberSheet } from './member-sheet.ts'
import { renderMinutes } from './minutes.ts'
import * as sample from './paper-samples.ts'
import type { Paper } from './paper.ts'
import { renderProofSheet } from './proof-sheet.ts'
import { renderRegistrationSlip } from './registration-slip.ts'
import { renderMinistrySubmission, renderRecognitionDecision, renderResultLetter } from './result-papers.ts'
import { renderSelfAssessment } from './self-assessment.ts'
import { renderSummaryTable, summaryWorkbook } from './summary-table.ts'

type Page = { width: number; height: number; text: string; right: number; bottom: number }

/** Pages with their size in millimetres, their text, and how far to the right and down (mm from the left and top) words reach. */
async function pagesOf(paper: Paper): Promise<Page[]> {
  const pdf = await getDocumentProxy(paper.bytes.slice())
  const { text } = await extractText(pdf, { mergePages: false })
  const mm = (points: number) => (points / 72) * 25.4
  return Promise.all(
    text.map(async (pageText, index) => {
      const page = await pdf.getPage(index + 1)
      const [, , width, height] = page.view as [number, number, number, number]
      const { items } = await page.getTextContent()
      const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
      return {
        width: Math.round(mm(width)),
        height: Math.round(mm(height)),
        text: pageText.normalize('NFC').replace(/\s+/g, ' '),
        right: Math.max(
          0,
          ...words.map((item) => mm((item.transform[4] as number) + (Math.abs(item.transform[1] as number) < 0.01 ? item.width : 0))),
        ),
        bottom: mm(height) - Math.min(height, ...words.map((item) => item.transform[5] as number)) * (25.4 / 72),
      }
    }),
  )
}
const whole = (pages: Page[]) => pages.map((page) => page.text).join(' ')

const papers: [string, () => Paper, 'portrait' | 'landscape', string[]][] = [
  [
    'phiếu đăng ký',
    () => renderRegistrationSlip(sample.registrationSlip),
    'portrait',
    ['PHIẾU ĐĂNG KÝ', 'Sầm Sơn, ngày 05 tháng 10 năm 2026', '6. Điện thoại', '05/PĐK-38-16531-2026', 'DỮ LIỆU TRÌNH DIỄN'],
  ],
  [
    'báo cáo tự đánh giá',
    () => renderSelfAssessment(sample.selfAssessment),
    'portrait',
    [
      '74/100 điểm',
      'hạng 4 sao',
      'sản phẩm 38-16531-0007-2023',
      'Ghi nhật ký từng mẻ',
      'Không thay đổi',
      'Cá cơm mua của 14 tàu',
      '5.3',
      'IV. KẾ HOẠCH',
      'SHA-256 4f1c09be',
    ],
  ],
  [
    'giấy tiếp nhận',
    () => renderFilingReceipt(sample.filingReceipt),
    'portrait',
    ['15:42:17 ngày 05/10/2026', '26/10/2026', 'HS-38-16531-0005-2026'],
  ],
  [
    'báo cáo của xã',
    () => renderCommuneReport(sample.communeReport),
    'portrait',
    ['Số: 07/BC-UBND', '4. Trí tuệ, bản sắc địa phương', 'TM. ỦY BAN NHÂN DÂN', 'Nơi nhận:'],
  ],
  [
    'báo cáo của Tổ tư vấn',
    () => renderAdvisoryReport(sample.advisoryReport),
    'portrait',
    [
      'Số: 09/BC-TTV',
      'nộp lần 2 ngày 15/10/2026',
      'Đề nghị Hội đồng xem xét.',
      'Chưa xem xét.',
      'chốt ngày 01/12/2026',
      'thay thế Báo cáo số 05/BC-TTV',
      'TM. TỔ TƯ VẤN',
    ],
  ],
  [
    'văn bản đề nghị',
    () => renderCommuneProposal(sample.communeProposal),
    'portrait',
    ['V/v đề nghị', '02 sản phẩm', 'không', 'Lê Thị Hòa'],
  ],
  [
    'thông báo bổ sung',
    () => renderSupplementRequest(sample.supplementRequest),
    'portrait',
    ['đến hết ngày 15/10/2026', 'còn lại 13 ngày làm việc', 'Trang 3 mờ'],
  ],
  ['biên bản giao nhận mẫu', () => renderSampleHandover(sample.sampleHandover), 'portrait', ['09 giờ 05 phút', '5 chai', 'VT-0926']],
  [
    'quyết định thành lập Hội đồng',
    () => renderCouncilDecision(sample.councilDecision),
    'portrait',
    ['QUYẾT ĐỊNH:', 'Điều 4.', 'gồm 5 thành viên', 'Kèm theo Quyết định số 1205/QĐ-UBND ngày 05 tháng 02 năm 2026'],
  ],
  [
    'phiếu của thành viên',
    () => renderMemberSheet(sample.memberSheet),
    'portrait',
    ['Sau thảo luận. Lần đầu: Rất đặc sắc (5 điểm)', 'Tổng điểm: 74/100 điểm (lần đầu 75 điểm)'],
  ],
  [
    'bảng tổng hợp điểm',
    () => renderSummaryTable(sample.summaryTable),
    'landscape',
    ['Trịnh Văn Khải', 'Trung bình', '519/7', '74,14', '4 sao'],
  ],
  [
    'biên bản họp',
    () => renderMinutes(sample.minutes),
    'portrait',
    ['Số: 03/BB-HĐ', 'có mặt 7', 'cuộc họp hợp lệ', '71,29 (499/7)', 'tán thành 7', 'hợp đồng tư vấn'],
  ],
  [
    'bản giải trình hạng sao',
    () => renderProofSheet(sample.proofSheet),
    'portrait',
    ['Vì sao là 4 sao, chưa phải 5 sao', '= 499/7', 'Thiếu 18,71 điểm', 'đạt 14/14 tiêu chí', '7 (cần 3 điểm; 6/7 phiếu)', 'qd-26-2026'],
  ],
  [
    'quyết định công nhận',
    () => renderRecognitionDecision(sample.recognitionDecision),
    'portrait',
    ['01 sản phẩm hạng 4 sao và 02 sản phẩm hạng 3 sao', '22/12/2029', 'KT. CHỦ TỊCH', '38-16531-05-2026'],
  ],
  [
    'thông báo kết quả',
    () => renderResultLetter(sample.resultLetter),
    'portrait',
    ['44,43 điểm, đạt 2 sao', 'không thuộc diện ban hành quyết định', '0,29/3'],
  ],
  ['công văn gửi bộ', () => renderMinistrySubmission(sample.ministrySubmission), 'portrait', ['91,43', 'histamin', '19021/UBND-NNMT']],
  [
    'giấy chứng nhận',
    () => renderCertificate(sample.certificate),
    'landscape',
    ['GIẤY CHỨNG NHẬN', '4 SAO', '38-16531-05-2026', 'đến hết ngày 22/12/2029', 'Chai thủy tinh 500 ml', 'DỮ LIỆU TRÌNH DIỄN'],
  ],
  ['phụ lục đính chính', () => renderAnnex(sample.annex), 'portrait', ['Phụ lục đính chính số 01', 'Sở Khoa học và Công nghệ', '71']],
]

describe('every paper', () => {
  test.each(papers)('%s is A4, says what it must and stays inside its margins', async (_name, render, orientation, sentences) => {
    const paper = render()
    const pages = await pagesOf(paper)
    const text = whole(pages)
    for (const sentence of sentences) expect(text).toContain(sentence)
    expect(paper.name).toMatch(/\.pdf$/)
    for (const page of pages) {
      expect([page.width, page.height]).toEqual(orientation === 'portrait' ? [210, 297] : [297, 210])
      expect(page.right).toBeLessThanOrEqual(page.width - 14.5)
    }
  })

  test.each(papers)('%s with names of 200 characters, with and without gaps, runs over no edge', async (name, render) => {
    const original = render()
    expect(original.bytes.length).toBeGreaterThan(1000)
    for (const long of ['Nước mắm cốt nhĩ Vạn Triều thượng hạng '.repeat(6).slice(0, 200).trim(), 'Ế'.repeat(200)]) {
      const pages = await pagesOf(lengthened(name, long))
      for (const page of pages) expect(page.right).toBeLessThanOrEqual(page.width - 14.5)
    }
  })
})

/** The same paper with every occurrence of the product's and producer's name replaced by a long one. */
function lengthened(name: string, long: string): Paper {
  const stretch = <T>(data: T): T =>
    JSON.parse(
      JSON.stringify(data)
        .replaceAll('Nước mắm cốt nhĩ Vạn Triều', long)
        .replaceAll('Hợp tác xã Nước mắm Vạn Triều', long)
        .replaceAll('Hà Thị Yến', long),
    ) as T
  const again: Record<string, () => Paper> = {
    'phiếu đăng ký': () => renderRegistrationSlip(stretch(sample.registrationSlip)),
    'báo cáo tự đánh giá': () => renderSelfAssessment(stretch(sample.selfAssessment)),
    'giấy tiếp nhận': () => renderFilingReceipt(stretch(sample.filingReceipt)),
    'báo cáo của xã': () => renderCommuneReport({ ...stretch({ ...sample.communeReport, photos: [] }), photos: [] }),
    'báo cáo của Tổ tư vấn': () => renderAdvisoryReport(stretch(sample.advisoryReport)),
    'văn bản đề nghị': () => renderCommuneProposal(stretch(sample.communeProposal)),
    'thông báo bổ sung': () => renderSupplementRequest(stretch(sample.supplementRequest)),
    'biên bản giao nhận mẫu': () => renderSampleHandover(stretch(sample.sampleHandover)),
    'quyết định thành lập Hội đồng': () => renderCouncilDecision(stretch(sample.councilDecision)),
    'phiếu của thành viên': () => renderMemberSheet(stretch(sample.memberSheet)),
    'bảng tổng hợp điểm': () => renderSummaryTable(stretch(sample.summaryTable)),
    'biên bản họp': () => renderMinutes(stretch(sample.minutes)),
    'bản giải trình hạng sao': () => renderProofSheet(stretch(sample.proofSheet)),
    'quyết định công nhận': () => renderRecognitionDecision(stretch(sample.recognitionDecision)),
    'thông báo kết quả': () => renderResultLetter(stretch(sample.resultLetter)),
    'công văn gửi bộ': () => renderMinistrySubmission(stretch(sample.ministrySubmission)),
    'giấy chứng nhận': () => renderCertificate(stretch(sample.certificate)),
    'phụ lục đính chính': () => renderAnnex(stretch(sample.annex)),
  }
  return again[name]?.() ?? { name: '', mediaType: '', bytes: new Uint8Array() }
}

describe('page counts', () => {
  test.each([3, 4, 5])('a certificate of %d stars is one page, also with long names', async (star) => {
    const long = 'Nước mắm cốt nhĩ thượng hạng '.repeat(7)
    const address = 'Tổ dân phố Trung Kỳ, đường Bờ Kè số 12, '.repeat(5)
    expect(await pagesOf(renderCertificate({ ...sample.certificate, star }))).toHaveLength(1)
    expect(
      await pagesOf(renderCertificate({ ...sample.certificate, star, product: long, producer: long, address, packs: long })),
    ).toHaveLength(1)
  })

  test('the proof sheet is one page with 35 gates at each star and 40 members', async () => {
    const gates = [3, 4, 5].map((star) => ({
      star,
      gates: Array.from({ length: 35 }, (_, i) => ({
        criterion: `${Math.floor(i / 5) + 1}.${(i % 5) + 1}`,
        needed: 3,
        meeting: i % 40,
        sheets: 40,
        met: i % 40 > 20,
      })),
    }))
    const members = Array.from({ length: 40 }, (_, i) => ({ name: `Nguyễn Hoàng Thành viên ${i}`, total: 60 + (i % 9) }))
    const pages = await pagesOf(
      renderProofSheet({ ...sample.proofSheet, gates, members, endings: ['Bị loại: giả mạo hồ sơ. Lý do: '.concat('x '.repeat(300))] }),
    )
    expect(pages).toHaveLength(1)
    expect(pages[0]?.bottom).toBeLessThan(297 - 15)
    expect(pages[0]?.text).toContain('Ai có cùng các phiếu')
  })

  test('a council of 40 members and 35 criteria still has its summary table', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `Nguyễn Thị Hoàng Phương ${i + 1}`)
    const [first] = sample.PARTS
    const parts = [{ ...first!, rows: Array.from({ length: 35 }, (_, i) => ({ ...first!.rows[i % 15]!, code: `${i + 1}` })) }]
    const pages = await pagesOf(renderSummaryTable(sample.summaryOf(names, parts)))
    const text = whole(pages)
    for (const name of names) expect(text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
    for (const page of pages) expect(page.right).toBeLessThanOrEqual(297 - 14.5)
  })
})

describe('layout of NĐ 30/2020', () => {
  test('page numbers are hidden on the first page and an annex counts its own', async () => {
    const members = Array.from({ length: 60 }, () => sample.councilDecision.members[2]!)
    const pages = await pagesOf(renderCouncilDecision({ ...sample.councilDecision, members }))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    expect(pages[0]?.text).not.toMatch(/^1 /)
    expect(pages[1]?.text).toMatch(/^Phụ lục/)
    expect(pages[2]?.text).toMatch(/^2 /)
  })

  test('legal bases end with semicolons and the last with a full stop; recipients likewise', async () => {
    const text = whole(await pagesOf(renderRecognitionDecision(sample.recognitionDecision)))
    expect(text).toContain('ngày 16 tháng 6 năm 2025;')
    expect(text).toContain('cấp tỉnh. QUYẾT ĐỊNH:')
    expect(text).toContain('- Như Điều 4; - Bộ Nông nghiệp và Môi trường;')
    expect(text).toContain('- Lưu: VT, NNMT.')
  })

  test('a paper not yet registered leaves number and date open', async () => {
    const { letterhead } = sample.recognitionDecision
    const text = whole(
      await pagesOf(renderRecognitionDecision({ ...sample.recognitionDecision, letterhead: { ...letterhead, number: null, date: null } })),
    )
    expect(text).toMatch(/Số:\s+\/QĐ-UBND/)
    expect(text).toContain('ngày …… tháng …… năm')
  })
})

describe('photos of the commune', () => {
  test('are set with their captions in an annex, whatever the format, and a broken one is refused', async () => {
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a9' } })
    const photos = [
      { caption: 'Khu ủ chượp', bytes: new Uint8Array(await picture.clone().jpeg().toBuffer()) },
      { caption: 'Kho thành phẩm', bytes: new Uint8Array(await picture.clone().png().toBuffer()) },
      { caption: 'Nhà đóng chai', bytes: new Uint8Array(await picture.clone().webp().toBuffer()) },
    ]
    const pages = await pagesOf(renderCommuneReport({ ...sample.communeReport, photos }))
    for (const { caption } of photos) expect(pages.at(-1)?.text).toContain(caption)
    expect(() => renderCommuneReport({ ...sample.communeReport, photos: [{ caption: 'x', bytes: new Uint8Array([1, 2, 3]) }] })).toThrow(
      'commune-report',
    )
    expect(renderCommuneReport(sample.communeReport).bytes.length).toBeGreaterThan(1000)
  })
})

describe('what a paper must not blur', () => {
  test('an unanswered criterion is not a criterion of 0 points', async () => {
    const [part] = sample.selfAssessment.parts
    const [group] = part!.groups
    const criteria = group!.criteria.map((c, i) =>
      i === 0 ? { ...c, points: null, option: null } : i === 1 ? { ...c, points: 0, option: 'Không đạt mức nào' } : c,
    )
    const text = whole(
      await pagesOf(renderSelfAssessment({ ...sample.selfAssessment, parts: [{ ...part!, groups: [{ ...group!, criteria }] }] })),
    )
    expect(text).toContain('Chưa trả lời')
    expect(text).toContain('–/5')
    expect(text).toContain('0/3')
  })

  test('tourism hands over no samples, and the record says why', async () => {
    const text = whole(
      await pagesOf(renderSampleHandover({ ...sample.sampleHandover, samples: { none: 'bộ 26 không yêu cầu mẫu sản phẩm' } })),
    )
    expect(text).toContain('không kèm mẫu sản phẩm: bộ 26 không yêu cầu mẫu sản phẩm')
  })

  test('points that suffice with a missed gate are not called missing points', async () => {
    const text = whole(
      await pagesOf(
        renderProofSheet({ ...sample.proofSheet, star: 3, pointsStar: 4, next: { star: 4, threshold: 70, missingPoints: null } }),
      ),
    )
    expect(text).toContain('Điểm trung bình đã đủ mức 70 điểm')
    expect(text).not.toContain('Thiếu')
  })

  test('only demo papers carry the mark', async () => {
    expect(whole(await pagesOf(renderCertificate({ ...sample.certificate, demo: false })))).not.toContain('TRÌNH DIỄN')
    expect(whole(await pagesOf(renderMinutes({ ...sample.minutes, demo: true })))).toContain('DỮ LIỆU TRÌNH DIỄN')
  })

  test('a set paper is the same bytes again', () => {
    expect(Buffer.compare(renderCertificate(sample.certificate).bytes, renderCertificate(sample.certificate).bytes)).toBe(0)
  })
})

describe('the summary as a workbook', () => {
  test('holds the numbers of the table, first scores apart, and what was typed as text', async () => {
    const book = await summaryWorkbook({ ...sample.summaryTable, product: { ...sample.summaryTable.product, name: '=cmd()' } })
    const [table, firsts, facts] = await readExcel(book.bytes)
    expect(table?.name).toBe('Bảng điểm')
    expect(table?.rows[0]).toEqual(['Mã', 'Tiêu chí', 'Điểm tối đa', ...sample.summaryTable.members.map((m) => m.name), 'Trung bình'])
    expect(table?.rows.at(-1)?.slice(1)).toEqual(['Tổng điểm', 100, ...sample.summaryTable.totals, 74.14])
    expect(firsts?.rows).toHaveLength(2)
    expect(facts?.rows[1]).toEqual(['Sản phẩm', '=cmd()'])
    expect(facts?.rows).toContainEqual(['Điểm trung bình (chính xác)', '519/7'])
  })
})
