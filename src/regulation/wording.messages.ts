import type { Message } from './regulation.messages.ts'

export const wordingMessages = {
  otherPack: { vi: 'Tệp là lời văn của {found}, không phải {wanted}.', en: 'The file words {found}, not {wanted}.' },
  setTwice: { vi: 'Bộ sản phẩm {set} xuất hiện hai lần.', en: 'Set {set} appears twice.' },
  noSuchSet: { vi: 'Quy định không có bộ sản phẩm {set}.', en: 'The regulation has no set {set}.' },
  missingCriterion: { vi: 'Thiếu tiêu chí {code}.', en: 'Criterion {code} is missing.' },
  noSuchCriterion: { vi: 'Phiếu không có tiêu chí {code}.', en: 'The form has no criterion {code}.' },
  criterionTwice: { vi: 'Tiêu chí {code} xuất hiện hai lần.', en: 'Criterion {code} appears twice.' },
  optionCount: { vi: 'Có {found} mức, phiếu có {wanted} mức.', en: '{found} options given, the form has {wanted}.' },
  optionTwice: { vi: 'Mức {number} trùng lời với một mức khác.', en: 'Option {number} repeats the words of another.' },
  caseCount: { vi: 'Có {found} trường hợp, phiếu có {wanted}.', en: '{found} cases given, the form has {wanted}.' },
  disqualifierCount: {
    vi: 'Có {found} điều kiện loại hồ sơ, phiếu có {wanted}.',
    en: '{found} disqualifiers given, the form has {wanted}.',
  },
  applied: {
    vi: 'Nhận được: {changed} lời văn thay đổi ở {sets} bộ; {untouched} bộ giữ lời cũ. Mã bản lời văn {hash}. Chưa lưu gì.',
    en: 'Acceptable: {changed} texts change in {sets} sets; {untouched} sets keep their words. Wording {hash}. Nothing is stored.',
  },
  stored: {
    vi: 'Đã lưu: {changed} lời văn thay đổi. Mã bản lời văn {hash}. Hồ sơ và đợt đã có giữ lời cũ.',
    en: 'Stored: {changed} texts change. Wording {hash}. Rounds and dossiers that exist keep their words.',
  },
  needsCheck: {
    vi: 'Không mở dữ liệu thì chỉ kiểm tra được: thêm --check.',
    en: 'Without the data this only checks: add --check.',
  },
} satisfies Record<string, Message>
