import { oneOf } from '../setting.ts'

/** Seed twins of seed-table §8 do not say who approves; only that it is never who entered. */
export const moneyApprover = oneOf(
  'money.approver',
  {
    title: { vi: 'Ai duyệt bút toán, hỗ trợ, thưởng', en: 'Who approves entries, support and rewards' },
    meaning: {
      vi: 'Người nhập không bao giờ tự duyệt. Chọn “lãnh đạo” thì cán bộ khác của cơ quan OCOP cũng không duyệt được.',
      en: 'Who enters never approves. With “leader”, other people of the office do not approve either.',
    },
    source: {
      vi: 'Quy chế chi tiêu của cơ quan; pháp luật không ấn định cho Chương trình',
      en: 'The office’s own rule; no law of the programme sets one',
    },
    effect: { vi: 'Áp dụng cho lần duyệt sau khi đổi.', en: 'Counts for approvals after the change.' },
  },
  {
    officeOrLeader: { vi: 'Cán bộ khác của cơ quan OCOP, hoặc lãnh đạo', en: 'Another person of the office, or the leader' },
    leader: { vi: 'Chỉ lãnh đạo', en: 'The leader only' },
  },
  'officeOrLeader',
)
