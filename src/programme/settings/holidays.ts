// The calendar of days off as people keep it: its kinds, a year as a list, and a year read from pasted lines. Pure.
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { holidayKinds, type HolidayKind, type HolidayRow } from '#/platform/calendar/work-calendar.ts'
import { fold } from '#/platform/text/fold.ts'
import type { Words } from '../fields.ts'

export const kindWords: Record<HolidayKind, Words> = {
  holiday: { vi: 'Nghỉ lễ, tết', en: 'Public holiday' },
  'day-off': { vi: 'Nghỉ bù, nghỉ hoán đổi', en: 'Day off in compensation or exchange' },
  working: { vi: 'Ngày làm việc, làm bù', en: 'Working day, worked in exchange' },
  unconfirmed: { vi: 'Chưa chính thức (tính là ngày thường)', en: 'Not yet confirmed (an ordinary day)' },
  'office-off': { vi: 'Nghỉ theo văn bản của tỉnh', en: 'Day off by the province’s own paper' },
}

/** `statute`: a day the Labour Code itself names (Điều 112), as shipped · `shipped`: another row of the program · `own`: the office's. */
export type Origin = 'statute' | 'shipped' | 'own'
export type CalendarDay = HolidayRow & { origin: Origin; /** What the own row stands over. */ instead: HolidayRow | null }

/** The days of a year, in order; an own row stands in the place of the shipped one of its date. */
export function yearOf(year: number, shipped: readonly HolidayRow[], own: readonly HolidayRow[]): CalendarDay[] {
  const inYear = (row: HolidayRow) => row.date.startsWith(`${year}-`)
  const ownDates = new Set(own.map((row) => row.date))
  const days: CalendarDay[] = [
    ...shipped
      .filter((row) => inYear(row) && !ownDates.has(row.date))
      .map((row) => ({ ...row, origin: row.kind === 'holiday' ? ('statute' as const) : ('shipped' as const), instead: null })),
    ...own.filter(inYear).map((row) => ({ ...row, origin: 'own' as const, instead: shipped.find((one) => one.date === row.date) ?? null })),
  ]
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

export type ReadLine = {
  /** As counted in what was pasted, from 1. */
  line: number
  text: string
  row: HolidayRow | null
  fault: Words | null
  /** Against what stands: a new day, the same again, or another kind or name for it. */
  effect: 'new' | 'same' | 'changes' | null
}

export const MOST_LINES = 200

/**
 * Reads lines of `day; kind; name; source` (also with tabs or commas; a cell may be quoted). Days as dd/MM/yyyy or ISO, kinds by code or by their
 * words, with or without accents. A first line without a day is a heading. Every line comes back, with its own fault; nothing is left out.
 */
export function readHolidayLines(text: string, standing: readonly HolidayRow[]): ReadLine[] {
  const byDate = new Map(standing.map((row) => [row.date, row]))
  const seen = new Set<PlainDate>()
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter(({ text: line }) => line !== '')
  const body = lines[0] && !/\d/.test(cellsOf(lines[0].text)[0] ?? '') ? lines.slice(1) : lines
  return body.map(({ line, text: whole }) => {
    const read = readLine(whole)
    if ('fault' in read) return { line, text: whole, row: null, fault: read.fault, effect: null }
    if (seen.has(read.date))
      return {
        line,
        text: whole,
        row: null,
        fault: { vi: 'Ngày này đã có ở dòng trên.', en: 'This day stands in a line above.' },
        effect: null,
      }
    seen.add(read.date)
    const there = byDate.get(read.date)
    const same = there !== undefined && there.kind === read.kind && there.name === read.name && there.source === read.source
    return { line, text: whole, row: read, fault: null, effect: there === undefined ? 'new' : same ? 'same' : 'changes' }
  })
}

function readLine(line: string): HolidayRow | { fault: Words } {
  const [day = '', kindText = '', name = '', source = '', ...more] = cellsOf(line)
  if (more.some((cell) => cell !== ''))
    return {
      fault: {
        vi: 'Quá bốn ô; đặt nội dung có dấu phân cách trong ngoặc kép.',
        en: 'More than four cells; quote a cell that holds the separator.',
      },
    }
  const date = readDate(day)
  if (!date.ok)
    return {
      fault:
        date.problem === 'noSuchDay'
          ? { vi: 'Ngày này không có trong lịch.', en: 'There is no such day.' }
          : { vi: 'Ô đầu phải là ngày dạng dd/MM/yyyy.', en: 'The first cell must be a day, dd/MM/yyyy.' },
    }
  const kind = readKind(kindText)
  if (kind === null)
    return {
      fault: {
        vi: `Không rõ loại ngày “${kindText}”. Dùng: ${holidayKinds.map((one) => kindWords[one].vi).join('; ')}.`,
        en: `Unknown kind “${kindText}”.`,
      },
    }
  if (name === '') return { fault: { vi: 'Thiếu tên ngày.', en: 'The name is missing.' } }
  if (name.length > 200 || source.length > 500) return { fault: { vi: 'Tên hoặc căn cứ quá dài.', en: 'Name or source too long.' } }
  if (source === '')
    return { fault: { vi: 'Thiếu căn cứ (số, ngày của thông báo).', en: 'The source (number of the announcement) is missing.' } }
  return { date: date.date, kind, name, source }
}

/** Short words people write for a kind, folded. */
const short: Record<string, HolidayKind> = {
  'nghi le': 'holiday',
  le: 'holiday',
  tet: 'holiday',
  'nghi bu': 'day-off',
  'nghi hoan doi': 'day-off',
  'lam bu': 'working',
  'ngay lam viec': 'working',
  'nghi theo van ban': 'office-off',
  'chua chinh thuc': 'unconfirmed',
}

function readKind(text: string): HolidayKind | null {
  const asked = fold(text)
  return (
    holidayKinds.find((kind) => kind === asked || fold(kindWords[kind].vi) === asked || fold(kindWords[kind].en) === asked) ??
    short[asked] ??
    null
  )
}

/** Cells of a line: `;` or tab where the line has one outside quotes, else `,`. */
function cellsOf(line: string): string[] {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const separator = bare.includes('\t') ? '\t' : bare.includes(';') ? ';' : ','
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (sign === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
