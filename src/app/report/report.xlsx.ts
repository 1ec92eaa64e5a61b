// A report's figures as offices expect them: the title over the table, units, numbers as numbers.
import { EXCEL_TYPE, writeExcel, type ExcelCell } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { contentOf } from '#/programme/report/compute.actions.ts'
import { figureText, isPersonal } from '#/programme/report/figure.text.ts'
import { figuresOf, type KeptFigure } from '#/programme/report/figures.store.ts'
import { unitOf, type FigureRow } from '#/programme/report/form.ts'
import { proposalsOf } from '#/programme/report/proposals.store.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { reportStateWords } from '#/programme/report/report.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './report.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, now, lang }) => {
  const { report, rights } = await reportFor(db, actor, params['id'])
  const content = await contentOf(db, report)
  const figures = await figuresOf(db, report.id)
  const proposals = await proposalsOf(db, report.id)
  let ordinal = 0
  const bold: number[] = []
  const rows: ExcelCell[][] = []
  for (const section of content.sections) {
    const lines = section.rows.filter((row) => row.kind === 'indicator' || row.kind === 'hand')
    if (lines.length === 0) continue
    bold.push(rows.length)
    rows.push([null, section.title, ...Array.from({ length: 8 }, () => null)])
    for (const row of lines) {
      ordinal += 1
      const figure = figures.get(row.code)
      rows.push([
        ordinal,
        row.title,
        unitOf(row)[lang],
        ...valueOf(row, figure, rights.personal),
        figure?.estimate ?? null,
        figure?.trueUp ?? null,
        figure?.cumulative ?? null,
        isPersonal(row) && !rights.personal ? null : (figure?.lowerNumerator ?? null),
        [figure?.blankReason ?? '', figure?.comment ?? ''].filter((one) => one !== '').join(' ') || null,
      ])
    }
  }
  const bytes = await writeExcel({
    title: report.callTitle,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.table[lang].replace(/ \(.*$/u, ''),
        landscape: true,
        above: [
          report.callTitle.toUpperCase(),
          report.unitName,
          `${words.period[lang]}: ${formatDate(report.periodFrom)} – ${formatDate(report.periodTo)}; ${words.cutOff[lang].toLowerCase()} ${formatDate(report.cutOffOn)} (${reportStateWords[report.state][lang]})`,
        ],
        columns: [
          { title: 'TT', width: 6 },
          { title: words.indicator[lang], width: 56 },
          { title: words.unitOfCount[lang], width: 14 },
          { title: words.done[lang], width: 16, format: '#,##0' },
          { title: words.denominator[lang], width: 14, format: '#,##0' },
          { title: words.estimate[lang], width: 14, format: '#,##0' },
          { title: words.trueUp[lang], width: 16, format: '#,##0' },
          { title: words.cumulative[lang], width: 14, format: '#,##0' },
          { title: words.lower[lang], width: 16, format: '#,##0' },
          { title: words.note[lang], width: 44 },
        ],
        rows,
        boldRows: bold,
      },
      ...(proposals.length === 0
        ? []
        : [
            {
              name: words.proposals[lang],
              columns: [
                { title: 'TT', width: 6 },
                { title: words.kind[lang], width: 12 },
                { title: words.name[lang], width: 36 },
                { title: words.proposedPost[lang], width: 36 },
                { title: words.merit[lang], width: 70 },
              ],
              rows: proposals.map((one, index) => [
                index + 1,
                words[one.kind === 'unit' ? 'proposedUnit' : 'proposedPerson'][lang],
                one.name,
                one.post,
                one.merit,
              ]),
            },
          ]),
    ],
  })
  return fileResponse(new Uint8Array(bytes), {
    name: `${report.callTitle} - ${report.unitName}.xlsx`,
    mediaType: EXCEL_TYPE,
    download: true,
  })
})

/** Numerator and denominator as typed numbers; few persons as the words that hide them. */
function valueOf(row: FigureRow, figure: KeptFigure | undefined, personal: boolean): [ExcelCell, ExcelCell] {
  if (!figure || figure.numerator === null) return [null, null]
  const text = figureText(row, figure, personal)
  return text === figureText(row, figure, true) ? [figure.numerator, figure.denominator] : [text, null]
}
