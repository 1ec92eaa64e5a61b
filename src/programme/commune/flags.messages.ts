type Words = { vi: string; en: string }

/** Words of the flags; `{name}` is filled in. */
export const flagWords = {
  holderDiffers: {
    vi: 'Tên chủ sở hữu trên giấy ("{holder}") khác tên chủ thể ("{producer}") và khác tên người đại diện.',
    en: 'The holder on the paper ("{holder}") is neither the producer ("{producer}") nor its head.',
  },
  holderMissing: { vi: 'Giấy tờ chưa ghi tên người được cấp.', en: 'The paper names no holder.' },
  expired: { vi: 'Hết hạn ngày {date}.', en: 'Expired on {date}.' },
  expiresSoon: { vi: 'Sắp hết hạn, ngày {date}.', en: 'Expires soon, on {date}.' },
  notYetIssued: { vi: 'Ngày cấp {date} ở sau ngày nộp hồ sơ.', en: 'The date of issue, {date}, lies after the filing.' },
  noFile: { vi: 'Giấy tờ được kê nhưng không có tệp.', en: 'The paper is listed but has no file.' },
  answerAbove: {
    vi: 'Chủ thể tự chọn mức {chosen}, cao hơn mức {data} mà số liệu đã khai cho thấy. {because}',
    en: 'The producer chose option {chosen}, above option {data} that its own data show. {because}',
  },
  answerBelow: {
    vi: 'Chủ thể tự chọn mức {chosen}, thấp hơn mức {data} mà số liệu đã khai cho thấy. {because}',
    en: 'The producer chose option {chosen}, below option {data} that its own data show. {because}',
  },
  noEvidence: { vi: 'Tự chấm {points} điểm nhưng không có minh chứng nào.', en: 'Scored {points} points without any evidence.' },
  workersImpossible: {
    vi: 'Số lao động địa phương ({local}) lớn hơn tổng số lao động ({total}).',
    en: 'Local workers ({local}) outnumber all workers ({total}).',
  },
  headProof: {
    vi: 'Chủ thể tự chọn mức có đại diện là nữ, người dân tộc thiểu số hoặc người khuyết tật, nhưng thông tin đã khai không cho thấy điều đó.',
    en: 'The producer claims a head who is a woman, of an ethnic minority or disabled; the data given do not show it.',
  },
} as const satisfies Record<string, Words>

export type FlagKind = keyof typeof flagWords
