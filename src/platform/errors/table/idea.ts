// Ideas and business plans.
import type { ErrorEntry } from '../error-entry.ts'

export const ideaErrors = {
  'idea.callClosed': {
    status: 409,
    vi: 'Đợt này không nhận ý tưởng vào hôm nay: chưa mở, đã hết hạn hoặc đã gửi danh sách.',
    en: 'This call takes no ideas today: not open yet, past its last day, or its list has gone up.',
    next: { vi: 'Nội dung đã ghi vẫn được giữ; gửi vào đợt sau.', en: 'What was written is kept; send it into the next call.' },
  },
  'idea.callRuns': {
    status: 409,
    vi: 'Đợt còn nhận ý tưởng đến hết ngày {closesOn}.',
    en: 'The call takes ideas until {closesOn}.',
    next: { vi: 'Gửi danh sách sau ngày đó.', en: 'Send the list after that day.' },
  },
  'idea.unjudged': {
    status: 409,
    vi: 'Còn {count} ý tưởng đã xác nhận mà chưa có kết luận.',
    en: '{count} confirmed ideas are not judged yet.',
    next: { vi: 'Kết luận từng ý tưởng, nêu lý do, rồi gửi danh sách.', en: 'Judge each with a reason, then send the list.' },
  },
  'idea.nothingJudged': {
    status: 409,
    vi: 'Chưa có ý tưởng nào để lập danh sách.',
    en: 'There is no idea to list yet.',
    next: { vi: 'Kết luận ít nhất một ý tưởng của đợt.', en: 'Judge at least one idea of the call.' },
  },
  'idea.noCall': {
    status: 409,
    vi: 'Không có đợt nhận ý tưởng nào đang mở để xét ý tưởng này.',
    en: 'No call is open to judge this idea in.',
    next: { vi: 'Mở một đợt nhận ý tưởng.', en: 'Open a call for ideas.' },
  },
  'idea.notSelected': {
    status: 409,
    vi: 'Phương án chỉ lập cho ý tưởng đã được chọn và đã có trong danh sách gửi đi.',
    en: 'A plan is written for an idea that was selected and listed.',
    next: { vi: 'Chờ kết quả lựa chọn.', en: 'Wait for the selection.' },
  },
  'plan.confirmed': {
    status: 409,
    vi: 'Nội dung này đã được UBND cấp xã xác nhận nên giữ nguyên.',
    en: 'The commune has confirmed this, so it stays.',
    next: { vi: 'Tải lại trang để xem nội dung đã xác nhận.', en: 'Reload the page to see what was confirmed.' },
  },
  'plan.notReported': {
    status: 409,
    vi: 'Chủ thể chưa báo cáo việc này đã xong hoặc bỏ.',
    en: 'The producer has not reported this as done or dropped.',
    next: { vi: 'Chờ chủ thể báo cáo.', en: 'Wait for the report.' },
  },
  'plan.unfinished': {
    status: 409,
    vi: 'Còn mốc tiến độ chưa xong hoặc chưa được UBND cấp xã xác nhận.',
    en: 'A milestone is not done, or not confirmed by the commune.',
    next: { vi: 'Báo cáo các mốc còn lại và chờ xác nhận.', en: 'Report the rest and wait for the confirmation.' },
  },
} as const satisfies Record<string, ErrorEntry>
