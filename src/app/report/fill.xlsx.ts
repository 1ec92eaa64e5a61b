// The rows a unit types, with what stands in them: filled in outside and brought back by the sheet of figures.
import { must } from '#/programme/refuse.ts'
import { contentOf } from '#/programme/report/compute.actions.ts'
import { figureSheet, takes } from '#/programme/report/figure.sheet.ts'
import { figuresOf } from '#/programme/report/figures.store.ts'
import { rowsOf } from '#/programme/report/form.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'

const widths: Record<string, number> = { code: 16, title: 60, reason: 36, comment: 44 }

export const loader = pageLoader(async ({ db, actor, params, now, lang }) => {
  const { report, rights } = await reportFor(db, actor, params['id'])
  must(rights.unit && rights.fill)
  const figures = await figuresOf(db, report.id)
  const trueUp = report.previousId !== null
  const typed = rowsOf(await contentOf(db, report)).filter((row) => takes(row, 'v', trueUp) || takes(row, 'e', trueUp))
  return workbook(figureSheet.title[lang], `${report.callTitle} - ${report.unitName}`, now, {
    columns: figureSheet.columns.map(({ key, title }) => ({ title: title[lang], width: widths[key] ?? 16, format: '#,##0' })),
    rows: typed.map((row) => {
      const figure = figures.get(row.code)
      return [
        row.code,
        row.title,
        takes(row, 'v', trueUp) ? (figure?.numerator ?? null) : null,
        figure?.estimate ?? null,
        takes(row, 't', trueUp) ? (figure?.trueUp ?? null) : null,
        figure?.plausibleConfirmed ?? null,
        figure?.comment ?? null,
      ]
    }),
  })
})
