// Words of the council's states, roles and causes.
import type { CouncilRole, ItemState, MeetingMode, MeetingState, VotingPlace } from './council.ts'
import type { ConflictCause } from './conflict.ts'

type Words = { vi: string; en: string }
type Mark = 'todo' | 'part' | 'done' | 'back' | 'late' | 'stop' | 'ended' | 'info' | 'locked'

export const roleWords: Record<CouncilRole, Words> = {
  chair: { vi: 'Chủ tịch Hội đồng', en: 'Chair' },
  viceChair: { vi: 'Phó Chủ tịch Hội đồng', en: 'Vice-chair' },
  member: { vi: 'Ủy viên', en: 'Member' },
  secretary: { vi: 'Thư ký (không chấm điểm)', en: 'Secretary (does not vote)' },
}

export const meetingWords: Record<MeetingState, Words & { mark: Mark }> = {
  planned: { vi: 'Đang chuẩn bị', en: 'Being prepared', mark: 'part' },
  released: { vi: 'Đã gửi tài liệu', en: 'Pack released', mark: 'info' },
  open: { vi: 'Đang họp', en: 'In session', mark: 'part' },
  closed: { vi: 'Đã bế mạc', en: 'Closed', mark: 'done' },
}

export const modeWords: Record<MeetingMode, Words> = {
  meeting: { vi: 'Họp Hội đồng', en: 'Meeting' },
  writtenOpinion: { vi: 'Lấy ý kiến bằng văn bản', en: 'Written opinion' },
}

export const itemWords: Record<ItemState, Words & { mark: Mark }> = {
  waiting: { vi: 'Chờ chấm', en: 'Waiting', mark: 'todo' },
  scoring: { vi: 'Đang chấm', en: 'Being scored', mark: 'part' },
  scored: { vi: 'Đã đủ phiếu', en: 'All sheets in', mark: 'info' },
  reconciling: { vi: 'Đang thảo luận, thống nhất', en: 'Being reconciled', mark: 'back' },
  closed: { vi: 'Đã chốt', en: 'Closed', mark: 'done' },
  ended: { vi: 'Đã dừng đánh giá', en: 'Ended', mark: 'stop' },
  removed: { vi: 'Đã đưa ra khỏi chương trình', en: 'Removed', mark: 'ended' },
}

export const placeWords: Record<VotingPlace, Words> = {
  counts: { vi: 'Tính vào kết quả', en: 'Counts' },
  recused: { vi: 'Hồi tỵ', en: 'Recused' },
  undecided: { vi: 'Chờ kết luận xung đột', en: 'Conflict undecided' },
  absent: { vi: 'Vắng mặt', en: 'Absent' },
  left: { vi: 'Đã thôi tham gia', en: 'Has left' },
  silent: { vi: 'Chưa gửi phiếu', en: 'No ballot sent' },
}

export const causeWords: Record<ConflictCause, Words> = {
  ownsProducer: { vi: 'Là người của chủ thể trên hệ thống', en: 'Acts for the producer in this system' },
  sameHead: { vi: 'Trùng tên với người đứng đầu chủ thể', en: 'Same name as the producer’s head' },
  sameAddress: { vi: 'Cơ quan của thành viên trùng địa chỉ với chủ thể', en: 'The member’s body has the producer’s address' },
  samePhone: { vi: 'Trùng số điện thoại với chủ thể', en: 'Same telephone as the producer' },
  sameTaxCode: { vi: 'Cơ quan của thành viên trùng mã số thuế với chủ thể', en: 'The member’s body has the producer’s tax code' },
  issuedReport: { vi: 'Cơ quan của thành viên đã lập báo cáo cấp xã của hồ sơ', en: 'The member’s body issued the commune report' },
  issuedPaper: { vi: 'Cơ quan của thành viên đã cấp giấy tờ trong hồ sơ', en: 'The member’s body issued a paper of the dossier' },
  holdsPaper: { vi: 'Cơ quan của thành viên đứng tên giấy tờ trong hồ sơ', en: 'The member’s body holds a paper of the dossier' },
  family: { vi: 'Quan hệ gia đình', en: 'Family' },
  contract: { vi: 'Hợp đồng, tư vấn, góp vốn', en: 'Contract, advice or share' },
  body: { vi: 'Cơ quan, tổ chức', en: 'Body or organisation' },
  personal: { vi: 'Quan hệ cá nhân khác', en: 'Other personal tie' },
  other: { vi: 'Lý do khác', en: 'Other' },
}
