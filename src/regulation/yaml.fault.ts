// Why a YAML file cannot be read, with line and column, for the person who sent it. Pure.
import type { Message } from './regulation.messages.ts'

/** By the parser's own code; one that is not here is told as broken YAML. */
const reasons: Readonly<Record<string, Message>> = {
  BAD_INDENT: { vi: 'thụt lề không đúng, hoặc chưa đóng ngoặc', en: 'wrong indentation, or a bracket left open' },
  TAB_AS_INDENT: { vi: 'thụt lề bằng phím Tab; dùng dấu cách', en: 'indented by tabs; use spaces' },
  DUPLICATE_KEY: { vi: 'khóa bị ghi hai lần', en: 'a key is given twice' },
  MISSING_CHAR: { vi: 'thiếu dấu đóng ngoặc, dấu nháy hoặc dấu phẩy', en: 'a closing bracket, quote or comma is missing' },
  UNEXPECTED_TOKEN: { vi: 'có ký tự thừa', en: 'something is there that does not belong' },
  BAD_SCALAR_START: {
    vi: 'giá trị bắt đầu bằng ký tự không được phép; đặt trong dấu nháy',
    en: 'a value begins with a reserved character; quote it',
  },
  BAD_DQ_ESCAPE: { vi: 'ký tự \\ trong dấu nháy kép không hợp lệ', en: 'a wrong escape in double quotes' },
  BLOCK_AS_IMPLICIT_KEY: { vi: 'có dấu hai chấm trong giá trị; đặt giá trị trong dấu nháy', en: 'a colon inside a value; quote the value' },
  MULTILINE_IMPLICIT_KEY: { vi: 'khóa viết trên nhiều dòng, hoặc thiếu dấu hai chấm', en: 'a key over several lines, or no colon' },
  MULTIPLE_DOCS: { vi: 'tệp có nhiều tài liệu (dòng ---); chỉ để một', en: 'several documents (---) in one file; keep one' },
}
const broken: Message = { vi: 'sai cú pháp YAML', en: 'broken YAML' }

export function yamlFault(error: unknown): Message {
  const { code, linePos } = (error ?? {}) as { code?: unknown; linePos?: readonly { line: number; col: number }[] }
  const reason = (typeof code === 'string' ? reasons[code] : undefined) ?? broken
  const at = linePos?.[0]
  return at === undefined
    ? reason
    : { vi: `dòng ${at.line}, cột ${at.col}: ${reason.vi}`, en: `line ${at.line}, column ${at.col}: ${reason.en}` }
}
