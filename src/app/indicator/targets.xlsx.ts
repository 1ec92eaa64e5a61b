// The targets of a plan as a workbook: the same rows as on the page.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { printPercent } from '#/programme/indicator/indicator.ts'
import { targetStates } from '#/programme/indicator/target.ts'
import { pageLoader } from '../page.server.ts'
import { fill } from './indicator.messages.ts'
import { scopeWords, words } from './target.messages.ts'
import { targetsPage } from './targets.server.ts'

export const loader = pageLoader(async (page) => {
  const { lang, now } = page
  const { plan, rows, asOf, computedAt } = await targetsPage(page)
  const bytes = await writeExcel({
    title: words.targets[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.targets[lang],
        landscape: true,
        columns: [
          { title: words.code[lang], width: 8 },
          { title: words.target[lang], width: 50 },
          { title: words.scope[lang], width: 24 },
          { title: words.promised[lang], width: 22 },
          { title: words.value[lang], width: 24 },
          { title: words.progress[lang], width: 12 },
          { title: words.forecast[lang], width: 18 },
          { title: words.due[lang], width: 12 },
          { title: words.state[lang], width: 20 },
          { title: words.reading[lang], width: 40 },
        ],
        rows: [
          ...rows.map((row) => [
            row.code,
            row.title,
            scopeWords[row.scope][lang],
            row.promised,
            row.done,
            row.progress === null ? '' : printPercent(row.progress),
            row.forecast,
            formatDate(row.dueOn),
            targetStates[row.state][lang],
            row.reading,
          ]),
          [
            '',
            fill(words.lead[lang], { day: formatDate(asOf), at: formatDateTime(computedAt) }),
            '',
            '',
            '',
            '',
            '',
            '',
            '',
            plan?.title ?? '',
          ],
        ],
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="chi-tieu-${asOf}.xlsx"` },
  })
})
