/** A sentence in both languages; `{name}` marks are filled by `say`. */
export type Message = { readonly vi: string; readonly en: string }

export const regulationMessages = {
  unreadableRules: { vi: 'Không đọc được tệp quy định {file}: {reason}', en: 'cannot read rules file {file}: {reason}' },
  invalidRules: { vi: 'Tệp quy định {file} sai cấu trúc: {reason}', en: 'rules file {file} is malformed: {reason}' },
  wrongId: { vi: 'Thư mục {id} chứa quy định mang mã {found}', en: 'folder {id} holds a regulation whose id is {found}' },
  unknownRegulation: { vi: 'Không có quy định "{id}"; hiện có: {known}', en: 'unknown regulation "{id}"; known: {known}' },
  unknownSet: { vi: 'Quy định {id} không có bộ sản phẩm {set}; hiện có: {known}', en: 'regulation {id} has no set {set}; known: {known}' },
  noFile: { vi: 'Thiếu tên tệp. Cách dùng: {usage}', en: 'no file given. Usage: {usage}' },
  unreadableFile: { vi: 'Không đọc được tệp {file}: {reason}', en: 'cannot read file {file}: {reason}' },
  notJson: { vi: 'Tệp {file} không phải JSON: {reason}', en: 'file {file} is not JSON: {reason}' },
  notObject: { vi: 'phải là một đối tượng JSON, nhận {value}', en: 'must be a JSON object, got {value}' },
  missingRegulation: { vi: '"regulation" phải là chuỗi, nhận {value}', en: '"regulation" must be a string, got {value}' },
  missingSet: { vi: '"set" phải là số nguyên, nhận {value}', en: '"set" must be an integer, got {value}' },
  missingAnswers: {
    vi: '"answers" phải là đối tượng {mã tiêu chí: số thứ tự mức}, nhận {value}',
    en: '"answers" must be an object {criterion code: option number}, got {value}',
  },
  unknownCriterion: {
    vi: 'tiêu chí {criterion}: không có trong phiếu của bộ {set} (giá trị {value})',
    en: 'criterion {criterion}: not in the form of set {set} (value {value})',
  },
  notWholeNumber: {
    vi: 'tiêu chí {criterion}: mức {value} không phải số nguyên',
    en: 'criterion {criterion}: option {value} is not an integer',
  },
  noSuchOption: {
    vi: 'tiêu chí {criterion}: không có mức {value} (từ 0 đến {last})',
    en: 'criterion {criterion}: option {value} does not exist (0 to {last})',
  },
  otherCase: {
    vi: 'tiêu chí {criterion}: mức {value} thuộc trường hợp khác, hồ sơ thuộc trường hợp {wanted}',
    en: 'criterion {criterion}: option {value} belongs to another case, the dossier is case {wanted}',
  },
  missingMaxSpread: {
    vi: '"maxSpread" phải là số nguyên từ 0, nhận {value}',
    en: '"maxSpread" must be an integer of at least 0, got {value}',
  },
  noSheets: {
    vi: '"sheets" phải là danh sách có ít nhất một phiếu, nhận {value}',
    en: '"sheets" must be a list with at least one sheet, got {value}',
  },
  missingMember: { vi: '"member" phải là chuỗi không rỗng, nhận {value}', en: '"member" must be a non-empty string, got {value}' },
  duplicateMember: { vi: 'thành viên {value} có hơn một phiếu', en: 'member {value} has more than one sheet' },
  unknownCommand: { vi: 'Không có lệnh "{value}". Cách dùng: {usage}', en: 'unknown command "{value}". Usage: {usage}' },
  caseNumber: { vi: 'Trường hợp {number} (chỉ số {index})', en: 'case {number} (index {index})' },
  sheetNumber: { vi: 'Phiếu {number} (chỉ số {index}{member})', en: 'sheet {number} (index {index}{member})' },
  more: { vi: '… và {count} lỗi khác', en: '… and {count} more faults' },
} satisfies Record<string, Message>

/** Fills `{name}` marks of one language's sentence. */
export function say(text: string, values: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? mark) : mark))
}

/** "Vietnamese / English", for the command line, where the reader's language is not known. */
export function sayBoth(message: Message, values: Readonly<Record<string, string>> = {}): string {
  return bothOf(message, values, values)
}

/** The same where the values themselves are words. */
export function bothOf(message: Message, vi: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>): string {
  return `${say(message.vi, vi)} / ${say(message.en, en)}`
}
