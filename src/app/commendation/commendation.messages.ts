/** Words of the pages of commendation. */
import type { Text } from '../ui/language.ts'

export const words = {
  lists: { vi: 'Khen thưởng', en: 'Commendation' },
  lead: {
    vi: 'Chọn từ đề nghị trong báo cáo đã duyệt; lãnh đạo ký quyết định; mỗi đề nghị được khen một lần.',
    en: 'Chosen from proposals in approved reports, signed by the leader; a proposal is commended once.',
  },
  list: { vi: 'Danh sách', en: 'List' },
  none: { vi: 'Chưa có danh sách khen thưởng nào', en: 'No list yet' },
  noneHint: {
    vi: 'Đề nghị đến từ báo cáo của đơn vị, ví dụ đợt “Đề nghị khen thưởng”.',
    en: 'Proposals come from the reports of units, such as a call for commendation proposals.',
  },
  choose: { vi: 'Chọn từ đề nghị', en: 'Choose from proposals' },
  chooseLead: {
    vi: 'Đề nghị trong báo cáo đã duyệt mà chưa nằm trong danh sách nào.',
    en: 'Proposals in approved reports that stand on no list yet.',
  },
  noCandidates: { vi: 'Không còn đề nghị nào chờ chọn', en: 'No proposal waits' },
  noCandidatesHint: {
    vi: 'Đề nghị hiện ra khi báo cáo của đơn vị được duyệt.',
    en: 'Proposals show once the report of their unit is approved.',
  },
  reports: { vi: 'Xem các đợt báo cáo', en: 'See the calls for reports' },
  search: { vi: 'Tìm theo tên, số quyết định', en: 'Search by name or number' },
  searchCandidate: { vi: 'Tìm theo tên, đơn vị', en: 'Search by name or unit' },
  state: { vi: 'Tình trạng', en: 'State' },
  call: { vi: 'Đợt báo cáo', en: 'Call' },
  kind: { vi: 'Đối tượng', en: 'Kind' },
  name: { vi: 'Họ tên, tên tập thể', en: 'Name' },
  post: { vi: 'Chức vụ, đơn vị', en: 'Post' },
  merit: { vi: 'Thành tích', en: 'Merit' },
  unit: { vi: 'Đơn vị đề nghị', en: 'Proposed by' },
  proposals: { vi: 'Đề nghị', en: 'Proposals' },
  proposedBy: { vi: '{unit} đề nghị ({call}).', en: 'Proposed by {unit} ({call}).' },
  before: { vi: 'Cùng tên đã được khen: {number}.', en: 'Somebody of this name was commended by {number}.' },
  title: { vi: 'Trích yếu của quyết định', en: 'Subject of the decision' },
  titleHint: {
    vi: 'Ví dụ: Khen thưởng tập thể, cá nhân có thành tích trong Chương trình OCOP năm 2026.',
    en: 'Such as: commendation of units and persons in the OCOP programme in 2026.',
  },
  award: { vi: 'Hình thức', en: 'Award' },
  draft: { vi: 'Lập danh sách', en: 'Draw up the list' },
  addTo: { vi: 'Thêm vào danh sách', en: 'Add to the list' },
  addMore: { vi: 'Thêm đề nghị', en: 'Add proposals' },
  units: { vi: 'Tập thể', en: 'Units' },
  persons: { vi: 'Cá nhân', en: 'Persons' },
  number: { vi: 'Số quyết định', en: 'Decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Decided on' },
  decide: { vi: 'Ký quyết định khen thưởng', en: 'Sign the decision' },
  decideLead: {
    vi: 'Sau khi ký, danh sách không đổi được nữa; đơn vị đề nghị được báo.',
    en: 'Once signed the list is closed; the units that proposed are told.',
  },
  paper: { vi: 'Bản PDF', en: 'PDF' },
  dropOne: { vi: 'Đưa một đề nghị ra khỏi danh sách', en: 'Take one off' },
  drop: { vi: 'Đưa ra', en: 'Take off' },
  dropped: { vi: 'Đã đưa ra', en: 'Taken off' },
  cancel: { vi: 'Hủy danh sách', en: 'Cancel the list' },
} satisfies Record<string, Text>

export const verbWords: Record<string, Text> = {
  'commendation.drafted': { vi: 'Lập danh sách', en: 'Drawn up' },
  'commendation.added': { vi: 'Thêm đề nghị', en: 'Proposals added' },
  'commendation.dropped': { vi: 'Đưa ra khỏi danh sách', en: 'Taken off' },
  'commendation.cancelled': { vi: 'Hủy danh sách', en: 'Cancelled' },
  'commendation.decided': { vi: 'Ký quyết định', en: 'Decided' },
}
