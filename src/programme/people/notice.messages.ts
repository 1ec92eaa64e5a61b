// Words of every notice, by kind. {name} is filled from the notice's params. Nouns add theirs here, one block each.
export const noticeMessages = {
  // Council: closing, reconciliation, endings. No product, no score: a notice may be read over a shoulder.
  'ending.raised': {
    vi: 'Mục {item}: có đề nghị kết thúc đánh giá, mời bạn biểu quyết.',
    en: 'Item {item}: an ending was raised, please vote.',
  },
  'spread.voteOpened': {
    vi: 'Mục {item}: mời bạn biểu quyết về chênh lệch điểm.',
    en: 'Item {item}: please vote on the spread.',
  },
  'council.reconciliationOpened': {
    vi: 'Mục {item}: mời bạn xem lại một số tiêu chí sau thảo luận.',
    en: 'Item {item}: please look again at some criteria after the discussion.',
  },
  'council.resultClosed': { vi: 'Mục {item}: Hội đồng đã chốt kết quả.', en: 'Item {item}: the council has closed the result.' },
  'council.resultSuperseded': {
    vi: 'Mục {item}: kết quả đã được thu lại để chốt lại.',
    en: 'Item {item}: the result was taken back to be closed anew.',
  },
  'council.itemDeferred': {
    vi: 'Mục {item}: hồ sơ được chuyển sang kỳ họp sau.',
    en: 'Item {item}: the dossier goes to a later meeting.',
  },
  // Council. None names a product: a notice may reach someone who is recused later.
  'council.seated': { vi: 'Bạn có tên trong {council}.', en: 'You have a seat in {council}.' },
  'council.standIn': { vi: 'Bạn được cử chủ trì mục {item} thay Chủ tịch Hội đồng.', en: 'You chair item {item} in place of the chair.' },
  'meeting.released': {
    vi: 'Tài liệu {meeting} ({when}) đã gửi tới bạn; hãy khai về xung đột lợi ích trước khi mở hồ sơ.',
    en: 'The pack of {meeting} ({when}) is out; declare on conflicts before opening it.',
  },
  'conflict.proposed': {
    vi: 'Mục {item} có khả năng xung đột lợi ích cần kết luận.',
    en: 'Item {item} has a likely conflict of interest to decide.',
  },
  'conflict.recused': { vi: 'Bạn hồi tỵ ở mục {item}.', en: 'You are recused from item {item}.' },
  // Dossiers of the producer.
  'dossier.filed': {
    vi: '{producer} đã nộp hồ sơ “{product}”, số tiếp nhận {receipt}.',
    en: '{producer} filed “{product}”, receipt {receipt}.',
  },
  'dossier.resubmitted': {
    vi: '{producer} đã nộp bổ sung hồ sơ “{product}”, số tiếp nhận {receipt}.',
    en: '{producer} answered the request on “{product}”, receipt {receipt}.',
  },
  'dossier.withdrawn': { vi: 'Chủ thể đã rút hồ sơ “{product}”.', en: 'The producer withdrew “{product}”.' },
  'dossier.unfiled': {
    vi: 'Hồ sơ “{product}” đã đủ nhưng chưa nộp; {round} nhận đề nghị đến {due}.',
    en: '“{product}” is complete but not filed; {round} takes proposals until {due}.',
  },
  'dossier.unfiledCount': {
    vi: '{count} hồ sơ đã đủ nhưng chưa nộp trước hạn {due} của {round}.',
    en: '{count} dossiers are complete but not filed before {due}, {round}.',
  },
} as const satisfies Record<string, { vi: string; en: string }>
