// Typed figures of one report from a workbook: the same readers as the form, the same save. What the program computes is never typed over.
import { fold } from '#/platform/text/fold.ts'
import { Fields } from '../fields.ts'
import { must } from '../refuse.ts'
import type { RowRead, SheetCells, SheetKind, SheetReason } from '../sheet/sheet.ts'
import { contentOf } from './compute.actions.ts'
import { readFigure } from './figure.input.ts'
import { figuresOf, type KeptFigure } from './figures.store.ts'
import { saveReport } from './fill.actions.ts'
import { flows, rowsOf, type FormRow } from './form.ts'
import { heldReport, reportFor } from './report.load.ts'

/** The fields of one row as `saveReport` takes them. */
type Values = Readonly<Record<string, string>>
type Known = {
  byCode: ReadonlyMap<string, FormRow>
  byTitle: ReadonlyMap<string, FormRow | null>
  kept: ReadonlyMap<string, KeptFigure>
  trueUp: boolean
}

/** Columns by the letter of their field. */
const columnOf = { v: 'done', e: 'estimate', t: 'trueUp', p: 'reason', c: 'comment' } as const
type Letter = keyof typeof columnOf
const letters = Object.keys(columnOf) as Letter[]

const computedRow = {
  vi: 'Dòng này phần mềm tính từ hồ sơ, không nhập tay; để trống ô này.',
  en: 'The program counts this row; leave the cell empty.',
}
const noSuchCell = {
  vi: 'Dòng này không có số ở cột này; để trống ô này.',
  en: 'This row has no figure in this column; leave the cell empty.',
}

export const figureSheet: SheetKind<Values, Known> = {
  kind: 'so-lieu-bao-cao',
  title: { vi: 'Số liệu nhập tay của báo cáo', en: 'Typed figures of a report' },
  lead: {
    vi: 'Mỗi dòng một chỉ tiêu của báo cáo, ghi mã dòng hoặc đúng tên chỉ tiêu; ô để trống thì giữ nguyên số đang có. Nên tải bảng có sẵn tên dòng ở trang nhập số liệu.',
    en: 'A row of the report a line, by its code or title; an empty cell keeps what is there. The page of the figures offers a table with the rows filled in.',
  },
  columns: [
    { key: 'code', title: { vi: 'Mã dòng', en: 'Row' }, aliases: ['Mã', 'Mã chỉ tiêu'], example: 'lead.papers' },
    {
      key: 'title',
      title: { vi: 'Chỉ tiêu', en: 'Indicator' },
      aliases: ['Tên chỉ tiêu', 'Nội dung'],
      required: true,
      example: 'Văn bản chỉ đạo, hướng dẫn đã ban hành',
    },
    { key: 'done', title: { vi: 'Đã thực hiện', en: 'Done' }, aliases: ['Thực hiện', 'Kết quả', 'Số liệu'], example: '12' },
    { key: 'estimate', title: { vi: 'Ước cả kỳ', en: 'Estimate' }, aliases: ['Ước thực hiện', 'Ước thực hiện cả kỳ'], example: '15' },
    { key: 'trueUp', title: { vi: 'Cả kỳ trước', en: 'The period before' }, aliases: ['Thực hiện cả kỳ trước'], example: '10' },
    {
      key: 'reason',
      title: { vi: 'Lý do lệch', en: 'Reason' },
      aliases: ['Giải trình'],
      example: 'Thêm hai đợt kiểm tra',
      hint: { vi: 'Khi số lệch nhiều so với báo cáo trước.', en: 'Where it is far from the last report.' },
    },
    { key: 'comment', title: { vi: 'Ghi chú', en: 'Comment' }, aliases: ['Nội dung viết'], example: '' },
  ],

  async rights(db, actor, subjectId) {
    const { report, rights } = await reportFor(db, actor, subjectId ?? undefined)
    must(rights.unit && rights.fill)
    return report.authority
  },

  home: (subjectId) => `/bao-cao/${subjectId ?? ''}/nhap`,

  async hold(tx, _authority, subjectId) {
    await heldReport(tx, subjectId ?? '')
  },

  async prepare(db, actor, subjectId): Promise<Known> {
    const { report } = await reportFor(db, actor, subjectId ?? undefined)
    const rows = rowsOf(await contentOf(db, report)).filter((row) => row.kind !== 'proposals')
    const byTitle = new Map<string, FormRow | null>()
    for (const row of rows) byTitle.set(fold(row.title), byTitle.has(fold(row.title)) ? null : row)
    return {
      byCode: new Map(rows.map((row) => [row.code, row])),
      byTitle,
      kept: await figuresOf(db, report.id),
      trueUp: report.previousId !== null,
    }
  },

  readRow(cells, known): RowRead<Values> {
    const row = rowNamed(cells, known)
    if ('problem' in row) return { ok: false, reasons: [row.problem] }
    const values = Object.fromEntries(
      letters.flatMap((letter) => {
        const cell = (cells[columnOf[letter]] ?? '').trim()
        return cell === '' ? [] : [[`${letter}.${row.code}`, cell]]
      }),
    )
    const stray = letters.filter((letter) => `${letter}.${row.code}` in values && !takes(row, letter, known.trueUp))
    if (stray.length > 0)
      return {
        ok: false,
        reasons: stray.map((letter) => ({
          column: columnOf[letter],
          ...(row.kind === 'indicator' && letter === 'v' ? computedRow : noSuchCell),
        })),
      }
    const fields = new Fields<string>(values)
    const kept = known.kept.get(row.code)
    const figure = readFigure(fields, values, row, { kept, trueUp: known.trueUp })
    const faults = Object.entries(fields.problems)
    if (faults.length > 0)
      return {
        ok: false,
        reasons: faults.map(([name, said]) => ({
          column: columnOf[name.slice(0, 1) as Letter] ?? null,
          ...(said as { vi: string; en: string }),
        })),
      }
    const changed = (Object.keys(figure) as (keyof KeptFigure)[]).some(
      (key) => key !== 'origin' && figure[key] !== (kept?.[key] ?? (key === 'comment' ? '' : null)),
    )
    const before = kept !== undefined && (kept.numerator !== null || kept.comment !== '')
    return { ok: true, key: row.code, label: row.title, values, outcome: changed ? (before ? 'changed' : 'new') : 'unchanged' }
  },

  async save(ctx, subjectId, rows) {
    const id = subjectId ?? ''
    const { report } = await reportFor(ctx.tx, ctx.actor, id)
    await saveReport(ctx, id, Object.assign({}, ...rows.map(({ values }) => values)) as Values, report.version)
    return rows.map(() => id)
  },
}

function rowNamed(cells: SheetCells, { byCode, byTitle }: Known): FormRow | { problem: SheetReason } {
  const code = (cells['code'] ?? '').trim().toLowerCase()
  if (code !== '')
    return (
      byCode.get(code) ?? {
        problem: { column: 'code', vi: `Báo cáo này không có dòng mã “${code}”.`, en: `This report has no row “${code}”.` },
      }
    )
  const row = byTitle.get(fold(cells['title'] ?? ''))
  if (row) return row
  return {
    problem:
      row === null
        ? { column: 'title', vi: 'Có nhiều dòng cùng tên; ghi thêm mã dòng.', en: 'Several rows have this title; give the code.' }
        : {
            column: 'title',
            vi: 'Báo cáo này không có chỉ tiêu tên như vậy; ghi đúng tên hoặc mã dòng.',
            en: 'This report has no row of this title.',
          },
  }
}

/** Whether a row takes what that column holds. */
export function takes(row: FormRow, letter: Letter, trueUp: boolean): boolean {
  if (letter === 'c') return row.kind !== 'proposals'
  if (row.kind !== 'indicator' && row.kind !== 'hand') return false
  if (letter === 'e') return flows(row)
  return row.kind === 'hand' && (letter !== 't' || (flows(row) && trueUp))
}
