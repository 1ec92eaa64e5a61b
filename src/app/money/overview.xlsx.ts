// A year's lines as a workbook; đồng are whole numbers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { yearOverview } from '#/programme/money/money.store.ts'
import { categoryWords, sourceWords } from '#/programme/money/money.ts'
import { yearAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './money.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const year = yearAsked(url.searchParams) ?? Number(plainDateOf(now).slice(0, 4))
  const { lines, sources } = await yearOverview(db, actor, year)
  const figures = ['allocated', 'committed', 'disbursed', 'settled', 'balance'] as const
  const columns = figures.map((key) => ({ title: words[key][lang], width: 18, format: '#,##0' }))
  const bytes = await writeExcel({
    title: words.moneyOf[lang].replace('{year}', String(year)),
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.lines[lang],
        landscape: true,
        columns: [
          { title: words.line[lang], width: 44 },
          { title: words.category[lang], width: 30 },
          { title: words.planned[lang], width: 18, format: '#,##0' },
          ...columns,
        ],
        rows: lines.map((line) => [
          line.title,
          categoryWords[line.itemCategory][lang],
          line.planned,
          ...figures.map((key) => line.figures[key]),
        ]),
      },
      {
        name: words.bySource[lang],
        landscape: true,
        columns: [{ title: words.source[lang], width: 44 }, { title: words.sourceKind[lang], width: 26 }, ...columns],
        rows: sources.map((source) => [source.name, sourceWords[source.kind][lang], ...figures.map((key) => source.figures[key])]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="kinh-phi-${year}.xlsx"` },
  })
})
