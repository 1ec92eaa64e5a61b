// Words of upgrades and re-assessments on the producer's pages.
import type { DossierKind } from '#/regulation/regulation.schema.ts'

type Words = { vi: string; en: string }

export const kindWords: Record<DossierKind, Words> = {
  first: { vi: 'Hồ sơ lần đầu', en: 'First assessment' },
  upgrade: { vi: 'Hồ sơ nâng hạng', en: 'Upgrade' },
  renewal: { vi: 'Hồ sơ đánh giá lại', en: 'Re-assessment' },
}

export const startWords: Record<DossierKind, Words> = {
  first: { vi: 'Mở hồ sơ đánh giá lần đầu', en: 'Open a first assessment' },
  upgrade: { vi: 'Mở hồ sơ nâng hạng', en: 'Open an upgrade' },
  renewal: { vi: 'Mở hồ sơ đánh giá lại', en: 'Open a re-assessment' },
}

export const words = {
  held: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  heldText: { vi: '{star} sao, còn giá trị đến hết ngày {until}', en: '{star} stars, valid until {until}' },
  heldOver: { vi: '{star} sao, đã hết giá trị từ sau ngày {until}', en: '{star} stars, ended after {until}' },
  window: { vi: 'Thời gian nộp đánh giá lại', en: 'Time for filing a re-assessment' },
  windowText: { vi: 'từ {from} đến hết {to}', en: 'from {from} to {to}' },
  windowLate: { vi: 'từ {from} đến hết {to}; nộp muộn được đến hết {late}', en: 'from {from} to {to}; late until {late}' },
  chooseSet: { vi: 'Bộ sản phẩm theo quy định hiện hành', en: 'Product set under the decision in force' },
  upgradeLead: {
    vi: 'Nâng hạng: thuyết minh, minh chứng các thay đổi so với lần đánh giá trước; thực hiện lại toàn bộ trình tự.',
    en: 'An upgrade states and proves what changed since the last assessment; the whole procedure is gone through again.',
  },
  renewalLead: {
    vi: 'Đánh giá lại: cập nhật thông tin; câu trả lời và giấy tờ lần trước được gợi ý để bạn xác nhận từng mục.',
    en: 'A re-assessment updates; former answers and papers are shown for you to confirm one by one.',
  },
  changes: { vi: 'Thay đổi so với lần đánh giá trước', en: 'Changes since the last assessment' },
  changesLead: {
    vi: 'Với mỗi nội dung, chọn có thay đổi hay không. Có thay đổi thì ghi rõ và chọn giấy tờ minh chứng trong kho.',
    en: 'Say of each topic whether it changed; where it did, say how and choose the papers that prove it.',
  },
  changed: { vi: 'Có thay đổi không?', en: 'Did it change?' },
  yes: { vi: 'Có thay đổi', en: 'It changed' },
  no: { vi: 'Không thay đổi', en: 'No change' },
  what: { vi: 'Nội dung thay đổi', en: 'What changed' },
  papers: { vi: 'Giấy tờ minh chứng trong kho', en: 'Papers of the library that prove it' },
  save: { vi: 'Lưu nội dung này', en: 'Save this topic' },
  notSaid: { vi: 'Chưa trả lời', en: 'Not answered' },
  back: { vi: 'Về danh sách việc', en: 'Back to the tasks' },
  former: { vi: 'Lần đánh giá trước', en: 'Last assessment' },
  formerAccepted: { vi: 'Hội đồng ghi nhận', en: 'The council accepted' },
  formerClaimed: { vi: 'Đã tự đánh giá', en: 'Claimed then' },
  formerNone: { vi: 'chưa đạt mức nào', en: 'no level reached' },
  formerNew: { vi: 'Tiêu chí mới, lần trước chưa có.', en: 'A new criterion; nothing was answered before.' },
  formerUnsure: {
    vi: 'Câu trả lời lần trước không tương ứng với mức nào của tiêu chí này; cần tự chọn.',
    en: 'The former answer meets no level of this criterion; choose one yourself.',
  },
  formerNoPoints: {
    vi: 'Chỉ gợi ý câu trả lời, không chuyển điểm; điểm tính theo tiêu chí hiện hành.',
    en: 'Only a hint: no points are carried over; they are counted by the present criterion.',
  },
  confirmFormer: { vi: 'Xác nhận vẫn như lần trước', en: 'Confirm: as before' },
  formerSame: { vi: 'Câu trả lời hiện tại trùng với lần trước.', en: 'The present answer is the former one.' },
  formerPapers: { vi: 'Giấy tờ đã dùng lần trước', en: 'Papers used last time' },
  take: { vi: 'Dùng lại giấy tờ còn hiệu lực', en: 'Use again what still holds' },
  paperGood: { vi: 'còn dùng được', en: 'still holds' },
  paperExpired: { vi: 'đã hết hạn', en: 'expired' },
  paperRemoved: { vi: 'đã xóa khỏi kho', en: 'taken out of the library' },
  paperNoFile: { vi: 'chưa có tệp', en: 'without a file' },
} as const satisfies Record<string, Words>
