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
} as const satisfies Record<string, { vi: string; en: string }>
