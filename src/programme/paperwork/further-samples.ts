/**
 * Samples of the papers that paper-samples.ts does not hold, by the name of their template. Where a paper's facts are gathered from many tables, what
 * its template receives stands here instead.
 */
import { renderRewardDecision } from '../reward/reward-decision.paper.ts'
import { renderCommendation } from '../commendation/commendation.paper.ts'
import { renderExpiryLetter } from '../certificate/expiry-letter.paper.ts'
import { renderApprovalDecision } from '../certificate/approval-paper.ts'
import { renderReport } from '../report/report.paper.ts'
import { sampleReport } from '../report/report.sample.ts'
import { renderCouncilReport } from './council-report.ts'
import { renderCouncilRules } from './council-rules.ts'
import { renderInvitation } from './invitation.ts'
import { type Paper, setPaper } from './paper.ts'
import { renderPlan } from '../programme-plan/programme-plan.paper.ts'
import { planOf, shippedPlan } from '../programme-plan/plan-file.ts'
import { renderSubmission } from '../programme-plan/submission.paper.ts'
import { renderTransferLetter } from './transfer-letter.ts'

const basics = { createdAt: '2026-12-22T03:15:00Z', demo: true }
const head = { body: 'Ủy ban nhân dân tỉnh Thanh Hóa', number: '7', symbol: 'UBND-NNMT', place: 'Thanh Hóa', date: '2026-12-22' }
const printedHead = { body: head.body, number: '07/UBND-NNMT', place: 'Thanh Hóa', date: 'ngày 22 tháng 12 năm 2026' }
const closing = {
  recipients: ['Như trên'],
  archive: 'VT, NNMT',
  signature: { capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Minh Khôi' },
}
const product = { name: 'Nước mắm Vạn Triều', set: { number: 9, title: 'Tương, nước mắm' } }
const producer = { name: 'Hợp tác xã Vạn Triều', address: 'Phường Sầm Sơn' }

/** Việt Trì's plan with a product, so that both annexes are set. */
function planPaper() {
  const { head: plan, parts } = planOf(shippedPlan('viet-tri-2023'), false)
  const row = {
    kind: 'new' as const,
    productName: product.name,
    producerName: producer.name,
    communeName: 'Phường Sầm Sơn',
    communeCode: null,
  }
  return {
    ...basics,
    issuer: { name: 'Ủy ban nhân dân thành phố Việt Trì' },
    symbol: 'KH-UBND',
    number: '62',
    issuing: { issuedOn: '2023-03-15', signerName: 'Phạm Xuân Hiệp', signerPost: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    plan: { ...plan, revision: 2, changeReason: 'Thêm sản phẩm' },
    parts: { ...parts, products: [{ ...row, productId: null, producerId: null, targetStar: 4, note: 'Hai vụ' }] },
    parent: null,
  }
}

const ideaRow = {
  name: 'Mật ong',
  kind: 'Sản phẩm mới',
  producer: producer.name,
  commune: 'Phường Sầm Sơn',
  set: 'Bộ 3',
  investment: '120.000.000',
  reason: 'Có vùng nguyên liệu',
}

export const furtherPapers: readonly (readonly [string, () => Paper])[] = [
  [
    'approval-decision',
    () =>
      renderApprovalDecision({
        ...basics,
        ...closing,
        letterhead: head,
        subject: 'Về việc phê duyệt kết quả',
        authority: 'Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa',
        bases: ['Căn cứ Quyết định số 26/2026/QĐ-TTg', 'Theo đề nghị của Hội đồng'],
        session: 'đợt 2 năm 2026',
        products: [{ product: 'Nước mắm', producer: producer.name, address: producer.address, set: 9, mean: '91.29' }],
        from: 90,
        asked: 'Bộ Nông nghiệp và Môi trường',
        askedLevel: 'cấp quốc gia',
        duties: 'Sở Nông nghiệp và Môi trường gửi hồ sơ.',
        implementers: 'Chánh Văn phòng',
      }),
  ],
  [
    'transfer-letter',
    () =>
      renderTransferLetter({
        ...basics,
        ...closing,
        letterhead: head,
        about: 'chuyển hồ sơ sản phẩm OCOP',
        title: 'Công văn chuyển hồ sơ',
        addressees: ['Ủy ban nhân dân huyện Hà Trung', 'Văn phòng Điều phối'],
        regulation: 'Quyết định số 148/QĐ-TTg',
        opening: 'Ủy ban nhân dân tỉnh chuyển hồ sơ sau:',
        product,
        producer,
        result: '68,50 điểm',
        ground: 'Biên bản số 03/BB-HĐ',
        enclosures: ['Hồ sơ', 'Mẫu sản phẩm'],
        note: 'Một dòng.\nHai dòng.',
        closingLine: 'Đề nghị quý cơ quan xem xét',
      }),
  ],
  ['programme-plan', () => renderPlan(planPaper())],
  ['programme-report', () => renderReport(sampleReport)],
  [
    'idea-list',
    () =>
      setPaper('idea-list', 'Danh sách ý tưởng', basics, {
        ...closing,
        letterhead: printedHead,
        about: 'danh sách ý tưởng sản phẩm',
        addressees: [head.body],
        body: 'Sở Nông nghiệp và Môi trường',
        call: 'Đợt 1',
        opensOn: '01/02/2026',
        closesOn: '01/03/2026',
        counts: { all: '02 phiếu', selected: '01 ý tưởng', later: '01 ý tưởng', notSelected: '00 ý tưởng' },
        attachedTo: '(Kèm theo Công văn)',
        groups: [
          { title: 'I. Được chọn', rows: [ideaRow] },
          { title: 'II. Không chọn', rows: [] },
        ],
        total: '120.000.000',
        slips: [
          {
            ...ideaRow,
            head: 'Trần Văn Vạn',
            phone: '',
            address: 'Phường Sầm Sơn',
            content: 'Mật ong',
            materials: 'Hoa vẹt',
            labour: 'Địa phương',
            workers: null,
            market: 'Trong tỉnh',
            priorities: '',
            confirmation: 'Đã xác nhận',
            remark: '',
          },
        ],
      }),
  ],
  [
    'idea-plan-approval',
    () =>
      setPaper('idea-plan-approval', 'Phê duyệt phương án', basics, {
        ...closing,
        letterhead: printedHead,
        addressees: [producer.name],
        body: 'Sở Nông nghiệp và Môi trường',
        list: { number: '12/SNNMT', date: 'ngày 05 tháng 3 năm 2026' },
        reason: 'Khả thi.',
        plan: {
          name: 'Mật ong',
          producer: producer.name,
          submittedOn: '01/04/2026',
          unit: 'lít',
          years: [{ year: '2026', volume: '1.000', revenue: '300.000.000' }],
          sources: [{ title: 'Tự có', amount: '120.000.000' }],
          total: '120.000.000',
          milestones: [{ title: 'Mua thùng', dueOn: '01/06/2026' }],
        },
      }),
  ],
  [
    'plan-submission',
    () => {
      const { plan, parts } = planPaper()
      return renderSubmission({
        ...basics,
        committee: head.body,
        office: 'Văn phòng Điều phối nông thôn mới tỉnh',
        number: '76',
        issuing: { number: { kind: 'next' }, issuedOn: '2026-03-10', signerName: 'Lê Văn Cường', signerPost: ['CHÁNH VĂN PHÒNG'] },
        need: 'Kế hoạch năm trước đã hết thời gian thực hiện.',
        asks: 'Xem xét, ký ban hành Kế hoạch.\nGiao Văn phòng theo dõi, đôn đốc.',
        plan: { ...plan, version: 8, revision: 2, changeReason: 'Thêm lớp tập huấn.' },
        parts,
        opinions: [
          { bodyName: 'Sở Công Thương', verdict: 'agreeWithRemarks', remarks: 'Thêm một hội chợ.', answer: 'Đã tiếp thu.' },
          { bodyName: 'Sở Tài chính', verdict: 'agree', remarks: '', answer: '' },
        ],
      })
    },
  ],
  [
    'commendation-decision',
    () =>
      renderCommendation({
        ...basics,
        title: 'Khen thưởng tập thể, cá nhân có thành tích trong Chương trình OCOP năm 2026',
        award: 'merit',
        committee: head.body,
        office: 'Văn phòng Điều phối nông thôn mới tỉnh',
        number: '31',
        issuing: { number: { kind: 'next' }, issuedOn: '2026-12-20', signerName: 'Trần Quốc Huy', signerPost: ['CHỦ TỊCH'] },
        commended: [
          { kind: 'unit', name: producer.name, post: '', merit: 'Hai sản phẩm 4 sao.' },
          { kind: 'person', name: 'Nguyễn Thị Hoa', post: 'Giám đốc', merit: 'Giúp mười chủ thể lập hồ sơ.' },
        ],
      }),
  ],
  [
    'reward-decision',
    () =>
      renderRewardDecision({
        ...basics,
        title: 'Thưởng sản phẩm OCOP năm 2026',
        committee: 'Ủy ban nhân dân tỉnh Thanh Hóa',
        office: 'Văn phòng Điều phối nông thôn mới tỉnh',
        policy: 'Kế hoạch phát triển sản phẩm OCOP',
        number: '12',
        issuing: { number: { kind: 'next' }, issuedOn: '2026-09-15', signerName: 'Trần Quốc Huy', signerPost: ['CHỦ TỊCH'] },
        rewards: [{ product: 'Nước mắm', producer: producer.name, commune: 'Phường Sầm Sơn', star: 4, amount: 20_000_000 }],
      }),
  ],
  [
    'council-rules',
    () =>
      renderCouncilRules({
        ...basics,
        ...closing,
        letterhead: head,
        title: 'Quyết định ban hành Quy chế hoạt động của Hội đồng',
        council: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
        authority: 'Chủ tịch Hội đồng',
        bases: ['Căn cứ Quyết định số 26/2026/QĐ-TTg'],
        text: 'Chương I. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định cách làm việc của Hội đồng.',
        settingsTitle: 'Các mức áp dụng',
        settings: [
          { title: 'Số thành viên dự họp tối thiểu', value: '75%' },
          { title: 'Chênh lệch điểm', value: 'không quá 10 điểm' },
        ],
      }),
  ],
  [
    'invitation',
    () =>
      renderInvitation({
        ...basics,
        ...closing,
        letterhead: head,
        title: 'Giấy mời họp Hội đồng',
        subject: 'Dự kỳ họp Hội đồng đợt 2 năm 2026',
        issuer: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP',
        meeting: 'kỳ họp đợt 2 năm 2026',
        invitees: [{ name: 'Lê Thị Thu', post: 'Phó Giám đốc Sở, Phó Chủ tịch Hội đồng' }],
        content: 'Đánh giá, phân hạng 05 sản phẩm',
        presentations: ['09 giờ 00: chủ thể thứ nhất trình bày'],
        chair: 'Trịnh Văn Khải, Chủ tịch Hội đồng',
        time: '08 giờ 00, ngày 25 tháng 9 năm 2026',
        place: 'Phòng họp tầng 3',
        written: false,
        replaces: 'Giấy mời số 04/GM-HĐ',
      }),
  ],
  [
    'council-report',
    () =>
      renderCouncilReport({
        ...basics,
        ...closing,
        letterhead: head,
        title: 'Báo cáo kết quả của Hội đồng',
        subject: 'Kết quả đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2026',
        addressees: ['Chủ tịch Ủy ban nhân dân tỉnh'],
        text: 'Hội đồng đã họp ngày 25/9/2026.\nMột sản phẩm dừng đánh giá.',
        items: [
          { product: product.name, producer: producer.name, set: 9, mean: '71.29', outcome: '4 sao' },
          { product: 'Rượu nếp', producer: 'Hộ kinh doanh Mai Đình Sáu', set: 14, mean: null, outcome: 'bị loại' },
        ],
        closingLine: 'Hội đồng kính trình Chủ tịch xem xét, quyết định',
      }),
  ],
  [
    'visit-record',
    () =>
      setPaper('visit-record', 'Biên bản kiểm tra thực tế', basics, {
        ...closing,
        letterhead: printedHead,
        regulation: 'Quyết định số 26/2026/QĐ-TTg',
        product,
        producer,
        visitedOn: 'ngày 10 tháng 9 năm 2026',
        place: 'Làng du lịch cộng đồng Đông Hương',
        gps: '19,8067; 105,7852',
        members: [{ name: 'Lê Thị Thu', post: 'Sở Văn hóa, Thể thao và Du lịch', voting: true }],
        producerSide: 'Trần Văn Vạn, Giám đốc',
        findings: 'Cơ sở sạch, có biển chỉ dẫn.',
        conclusion: 'Đủ điều kiện.\nĐề nghị Hội đồng chấm điểm.',
        checks: [{ code: '2.1', title: 'Cảnh quan', verdict: 'Đạt', remark: 'Có bãi đỗ xe' }],
        pictures: [],
      }),
  ],
  [
    'inspection-record',
    () =>
      setPaper('inspection-record', 'Biên bản kiểm tra', basics, {
        letterhead: printedHead,
        regulation: 'Quyết định số 26/2026/QĐ-TTg',
        subject: producer.name,
        kind: 'định kỳ',
        site: 'tại cơ sở của chủ thể',
        doneOn: 'ngày 10 tháng 9 năm 2026',
        place: 'Khu phố 3, phường Sầm Sơn',
        producer,
        metBy: 'Trần Văn Vạn, Giám đốc',
        members: [
          { name: 'Đỗ Minh Tuấn', post: 'Văn phòng Điều phối nông thôn mới tỉnh', role: 'Trưởng đoàn' },
          { name: 'Lương Thị Thương', post: 'Sở Công Thương', role: 'Thành viên' },
        ],
        products: [{ name: product.name, code: '38-16531-05-2026', star: '4 sao', until: '22/12/2029' }],
        checks: [
          { title: 'Ghi nhãn, mẫu mã, bao bì', verdict: 'Không đạt', remark: 'Nhãn chai 250 ml in 5 sao' },
          { title: 'Còn sản xuất, kinh doanh sản phẩm', verdict: 'Đạt', remark: '' },
        ],
        findings: 'Cơ sở sạch, sổ theo dõi lô đầy đủ.',
        conclusion: 'Yêu cầu thay nhãn.\nLấy một mẫu kiểm nghiệm.',
        pictures: [],
        recipients: ['Chủ thể được kiểm tra'],
        archive: 'VT, OCOP',
        signatures: [
          { capacity: ['ĐẠI DIỆN NƠI ĐƯỢC KIỂM TRA'], name: '' },
          { capacity: ['NGƯỜI LẬP BIÊN BẢN'], name: 'Đỗ Minh Tuấn' },
          { capacity: ['TRƯỞNG ĐOÀN'], name: 'Đỗ Minh Tuấn' },
        ],
      }),
  ],
  [
    'training-certificate',
    () =>
      setPaper('training-certificate', 'Giấy chứng nhận', basics, {
        ...closing,
        letterhead: printedHead,
        office: 'Văn phòng Điều phối nông thôn mới tỉnh',
        person: 'Nguyễn Thị Hạnh',
        from: producer.name,
        kind: 'lớp tập huấn',
        course: 'Chu trình OCOP cho chủ thể năm 2026',
        days: 'từ ngày 14/9/2026 đến ngày 15/9/2026',
        place: 'Hội trường phường Sầm Sơn',
      }),
  ],
  [
    'expiry-letter',
    () =>
      renderExpiryLetter({
        ...basics,
        ...closing,
        letterhead: { ...head, symbol: 'TB-OCOP' },
        body: 'Văn phòng Điều phối',
        product: product.name,
        producer: producer.name,
        commune: 'UBND phường Sầm Sơn',
        code: '38-16531-09-2024',
        star: 4,
        issuedOn: '2024-05-20',
        lastValidOn: '2027-05-20',
        decision: 'Quyết định số 1208/QĐ-UBND ngày 20/05/2024 của Chủ tịch UBND tỉnh Thanh Hóa',
        on: '2026-12-22',
      }),
  ],
  [
    'lab-request',
    () =>
      setPaper('lab-request', 'Đề nghị kiểm nghiệm', basics, {
        ...closing,
        letterhead: printedHead,
        addressees: ['Trung tâm Kiểm nghiệm'],
        regulation: 'Quyết định số 26/2026/QĐ-TTg',
        product,
        producer,
        criterion: '9. Đảm bảo chất lượng sản phẩm',
        what: 'Hàm lượng histamin\nĐộ đạm',
        why: 'Phiếu kiểm nghiệm đã hết hạn.',
        dueOn: 'ngày 01 tháng 10 năm 2026',
      }),
  ],
  [
    'objection-answer',
    () =>
      setPaper('objection-answer', 'Trả lời kiến nghị', basics, {
        ...closing,
        letterhead: printedHead,
        addressees: [producer.name],
        body: 'Văn phòng Điều phối',
        product,
        producer,
        filedOn: '05/01/2027',
        told: 'Thông báo kết quả, số 12/TB-VPĐP',
        wants: 'Xem lại điểm tiêu chí 5.3.',
        deciders: ['Nguyễn Văn An', 'Lê Thị Bình'],
        conclusion: 'Giữ nguyên kết quả đánh giá, phân hạng đã thông báo.',
        answer: 'Minh chứng nộp sau ngày họp.',
      }),
  ],
  [
    'decision-recall',
    () =>
      setPaper('decision-recall', 'Thu hồi việc công nhận', basics, {
        ...closing,
        letterhead: printedHead,
        committee: head.body,
        request: 'Công văn số 15/SNNMT',
        product: product.name,
        producer: producer.name,
        star: 4,
        code: '38-16531-05-2026',
        recalled: 'Quyết định số 4127/QĐ-UBND',
        reason: 'Đánh giá lại theo đề nghị của Bộ.',
      }),
  ],
]
