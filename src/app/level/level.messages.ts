// Words of the section "Chuyển cấp".
export const levelMessages = {
  title: { vi: 'Chuyển cấp', en: 'Between levels' },
  levels: { vi: 'Các cấp đánh giá', en: 'Levels of assessment' },
  level: { vi: 'Cấp', en: 'Level' },
  result: { vi: 'Kết quả của Hội đồng', en: 'Result of its council' },
  state: { vi: 'Tình trạng', en: 'State' },
  here: { vi: 'Hồ sơ đang ở đây', en: 'The dossier is here' },
  been: { vi: 'Đã qua', en: 'Passed' },
  notYet: { vi: 'Chưa tới', en: 'Not yet' },
  keptBack: {
    vi: 'Đã chốt; bạn xem được khi Hội đồng cấp bạn chốt kết quả',
    en: 'Closed; open to you once your own council has its result',
  },
  superseded: { vi: 'đã thay thế', en: 'superseded' },
  ended: { vi: 'không xếp hạng', en: 'no ranking' },
  points: { vi: 'điểm', en: 'points' },
  transfers: { vi: 'Các lần chuyển', en: 'Transfers' },
  up: { vi: 'Chuyển lên', en: 'Sent up to' },
  down: { vi: 'Chuyển về', en: 'Sent back to' },
  notValid: { vi: 'hồ sơ chưa hợp lệ', en: 'dossier not valid' },
  letter: { vi: 'Công văn', en: 'Letter' },
  ministryPaper: { vi: 'Văn bản của Bộ số', en: 'Paper of the ministry' },
  awaitsMinistry: {
    vi: 'Hồ sơ đã gửi Bộ. Khi Bộ trả lời bằng văn bản, ghi nhận kết quả và đính bản quét.',
    en: 'Sent to the ministry. When it answers on paper, record the result with its scan.',
  },
  recordAnswer: { vi: 'Ghi nhận trả lời của Bộ', en: 'Record the ministry’s answer' },
  chosen: { vi: 'Đã chọn', en: 'Chosen' },
  sendUp: { vi: 'Chuyển hồ sơ lên', en: 'Send the dossier up to' },
  approvalNeeded: {
    vi: 'Kết quả thuộc diện chuyển lên. Trước hết cần ban hành quyết định phê duyệt kết quả.',
    en: 'The result goes up. First its approval has to be issued.',
  },
  toDecisions: { vi: 'Soạn quyết định phê duyệt', en: 'Prepare the approval' },
  handed: { vi: 'Số mẫu sản phẩm gửi kèm', en: 'Samples sent along' },
  handedHint: { vi: 'Quy định: {n} đơn vị; gửi ít hơn thì ghi lý do', en: 'Required: {n}; write why when fewer' },
  note: { vi: 'Ghi chú', en: 'Note' },
  returnDown: { vi: 'Chuyển hồ sơ về', en: 'Send the dossier back to' },
  returnLead: {
    vi: 'Với kết quả này cấp dưới được công nhận hoặc đánh giá lại theo thẩm quyền.',
    en: 'On this result the level below may recognise or assess again.',
  },
  boundary: {
    vi: 'Điểm nằm đúng ranh giới mà quy định chưa nói rõ; người xử lý quyết định và ghi lý do.',
    en: 'The mean lies on a boundary the text leaves open; a person decides and says why.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  returnNotValid: { vi: 'Trả về vì hồ sơ chưa hợp lệ', en: 'Send back as not valid' },
  choose: { vi: 'Chọn cách xử lý hồ sơ được chuyển về', en: 'What to do with the returned dossier' },
  save: { vi: 'Ghi lựa chọn', en: 'Save the choice' },
} as const satisfies Record<string, { vi: string; en: string }>

export const choiceWords: Record<string, { vi: string; en: string; hint: { vi: string; en: string } }> = {
  recogniseOnThatResult: {
    vi: 'Công nhận trên kết quả của cấp trên',
    en: 'Recognise on that result',
    hint: { vi: 'Soạn quyết định công nhận của cấp mình', en: 'By a decision of this level' },
  },
  reassess: {
    vi: 'Đánh giá lại',
    en: 'Assess again',
    hint: {
      vi: 'Kết quả cũ của cấp mình được thay thế; hồ sơ vào đợt mới',
      en: 'The own result gives way; the dossier enters a new round',
    },
  },
  completeAndAssess: {
    vi: 'Hoàn thiện hồ sơ rồi đánh giá',
    en: 'Complete, then assess',
    hint: { vi: 'Hồ sơ trở lại khâu tiếp nhận của cấp mình', en: 'The dossier goes back to this level’s reception' },
  },
  letter: {
    vi: 'Thông báo kết quả cho chủ thể',
    en: 'Answer by letter',
    hint: { vi: 'Không công nhận; hồ sơ kết thúc bằng văn bản thông báo', en: 'No recognition; the dossier ends with a letter' },
  },
}

export const levelTitles: Record<string, { vi: string; en: string }> = {
  district: { vi: 'Cấp huyện', en: 'District' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  central: { vi: 'Trung ương', en: 'Ministry' },
}
