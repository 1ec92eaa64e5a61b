// The list as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listPoints } from '#/programme/sales-point/sales-point.store.ts'
import { pointKindWords, pointStateWords, settingWords } from '#/programme/sales-point/sales-point.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { pointsQuery } from './points-query.ts'
import { words } from './sales-point.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const today = plainDateOf(now)
  const { rows } = await listPoints(db, actor, { ...pointsQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }, today)
  const bytes = await writeExcel({
    title: words.points[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.points[lang],
        landscape: true,
        columns: [
          { title: words.name[lang], width: 36 },
          { title: words.kind[lang], width: 30 },
          { title: words.setting[lang], width: 22 },
          { title: words.address[lang], width: 36 },
          { title: words.commune[lang], width: 24 },
          { title: words.operatorName[lang], width: 30 },
          { title: words.openedOn[lang], width: 14 },
          { title: words.products[lang], width: 12 },
          { title: words.state[lang], width: 16 },
        ],
        rows: rows.map((row) => [
          row.name,
          pointKindWords[row.kind][lang],
          settingWords[row.setting][lang],
          row.address,
          row.outside ? words.outside[lang] : row.place,
          row.operatorName,
          formatDate(row.openedOn),
          row.products,
          pointStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="diem-ban-${today}.xlsx"` },
  })
})
