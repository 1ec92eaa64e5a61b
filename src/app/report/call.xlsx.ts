// All reports of a call as one table: a unit a row, a figure a column, as they were sent; numbers as numbers.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { isPersonal } from '#/programme/report/figure.text.ts'
import { figuresOfCall } from '#/programme/report/figures.store.ts'
import { formById } from '#/programme/report/form.store.ts'
import { figureRows, unitOf } from '#/programme/report/form.ts'
import { found } from '#/programme/refuse.ts'
import { anyReport, listReports, reportCallFor } from '#/programme/report/report.store.ts'
import { reportStateWords } from '#/programme/report/report.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './report.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, now, lang }) => {
  const { call } = await reportCallFor(db, actor, params['id'])
  const today = plainDateOf(now)
  const { rows } = await listReports(db, actor, { ...anyReport, callId: call.id, sort: 'unit', perPage: EXPORT_MOST }, today)
  // Figures about persons stay on the page of each report, where few are not counted out loud.
  const columns = figureRows(found(await formById(db, call.formId)).content).filter((row) => !isPersonal(row))
  const figures = await figuresOfCall(db, call.id)
  const bytes = await writeExcel({
    title: call.title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.workbook[lang],
        landscape: true,
        frozenColumns: 1,
        above: [call.title.toUpperCase(), `${words.cutOff[lang]} ${formatDate(call.cutOffOn)}`],
        columns: [
          { title: words.unit[lang], width: 36 },
          { title: words.state[lang], width: 24 },
          { title: words.filed[lang], width: 12 },
          ...columns.map((row) => ({ title: `${row.title} (${unitOf(row)[lang]})`, width: 16, format: '#,##0' })),
        ],
        rows: rows.map((row) => [
          row.unitName,
          row.nothingToReport ? words.nothing[lang] : reportStateWords[row.state][lang],
          row.filedOn === null ? null : formatDate(row.filedOn),
          ...columns.map((column) => figures.get(row.id)?.get(column.code) ?? null),
        ]),
      },
    ],
  })
  return fileResponse(new Uint8Array(bytes), { name: `${call.title}.xlsx`, mediaType: EXCEL_TYPE, download: true })
})
