import type { Message } from './regulation.messages.ts'

export type CompositionRule =
  | 'size'
  | 'chair'
  | 'secretary'
  | 'secretariatSize'
  | 'mandatoryBody'
  | 'managingBody'
  | 'term'
  | 'quorum'
  | 'quorumChair'
  | 'declared'
  | 'lead'
  | 'samples'
  | 'fieldVisit'

/** The sentence of a rule, met (for the minutes) and not met (for the refusal); `{name}` marks are filled from the check's `params`. */
export const compositionMessages = {
  size: {
    met: { vi: 'Hội đồng có {count} thành viên chấm điểm, quy định {range}.', en: '{count} voting members, {range} required.' },
    unmet: {
      vi: 'Hội đồng có {count} thành viên chấm điểm, trong khi quy định là {range}.',
      en: 'The council has {count} voting members; {range} are required.',
    },
  },
  chair: {
    met: { vi: 'Chủ tịch Hội đồng đúng thành phần: {post}.', en: 'The chair holds the required post: {postEn}.' },
    unmet: { vi: 'Chủ tịch Hội đồng phải là: {post}.', en: 'The chair must be: {postEn}.' },
  },
  secretary: {
    met: { vi: 'Có {count} thư ký.', en: '{count} secretaries.' },
    unmet: { vi: 'Có {count} thư ký, cần ít nhất {least}.', en: '{count} secretaries, at least {least} needed.' },
  },
  secretariatSize: {
    met: { vi: 'Tổ thư ký có {count} người.', en: 'The secretariat has {count} people.' },
    unmet: { vi: 'Tổ thư ký có {count} người, quy định {most}.', en: 'The secretariat has {count} people, {most} are set.' },
  },
  mandatoryBody: {
    met: { vi: 'Có đại diện: {body}.', en: 'Seated: {body}.' },
    unmet: { vi: 'Thiếu đại diện bắt buộc: {body}.', en: 'Mandatory body not seated: {body}.' },
  },
  managingBody: {
    met: { vi: 'Có cơ quan quản lý của bộ sản phẩm {set}: {bodies}.', en: 'The body managing set {set} is seated: {bodies}.' },
    unmet: { vi: 'Thiếu cơ quan quản lý của bộ sản phẩm {set}: {bodies}.', en: 'The body managing set {set} is not seated: {bodies}.' },
  },
  term: {
    met: { vi: 'Phiên họp trong nhiệm kỳ của Hội đồng.', en: 'The session lies within the term.' },
    unmet: { vi: 'Phiên họp nằm ngoài nhiệm kỳ của Hội đồng.', en: 'The session lies outside the term.' },
  },
  quorum: {
    met: { vi: 'Có mặt {present}/{voting} thành viên, cần {needed}.', en: '{present} of {voting} members present, {needed} needed.' },
    unmet: {
      vi: 'Mới có mặt {present}/{voting} thành viên, cần {needed}.',
      en: 'Only {present} of {voting} members present, {needed} needed.',
    },
  },
  quorumChair: {
    met: { vi: 'Có Chủ tịch hoặc Phó Chủ tịch Hội đồng.', en: 'The chair or a vice-chair is present.' },
    unmet: { vi: 'Vắng cả Chủ tịch và Phó Chủ tịch Hội đồng.', en: 'Neither the chair nor a vice-chair is present.' },
  },
  declared: {
    met: { vi: 'Các thành viên đã khai xung đột lợi ích.', en: 'All members have declared their conflicts.' },
    unmet: { vi: 'Còn {count} thành viên chưa khai xung đột lợi ích.', en: '{count} members have not declared their conflicts.' },
  },
  lead: {
    met: {
      vi: 'Tài liệu gửi trước {days} ngày làm việc, quy định {needed}.',
      en: 'Pack sent {days} working days before, {needed} required.',
    },
    unmet: {
      vi: 'Tài liệu mới gửi trước {days} ngày làm việc, quy định {needed}.',
      en: 'Pack sent only {days} working days before, {needed} required.',
    },
  },
  samples: {
    met: { vi: 'Đã nhận đủ sản phẩm mẫu.', en: 'All samples have been received.' },
    unmet: { vi: 'Còn {count} hồ sơ chưa nhận sản phẩm mẫu.', en: '{count} dossiers without samples received.' },
  },
  fieldVisit: {
    met: { vi: 'Đã kiểm tra thực địa các dịch vụ du lịch.', en: 'Tourism services have been visited on site.' },
    unmet: {
      vi: 'Còn {count} dịch vụ du lịch chưa kiểm tra thực địa; chưa thể chấm điểm.',
      en: '{count} tourism services have not been visited on site and cannot be scored yet.',
    },
  },
} satisfies Record<CompositionRule, { met: Message; unmet: Message }>
