// The office's list of ideas as a workbook: the same rows as on the page, all pages; cells are typed text.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import { kindWords, priorityWords } from '#/programme/idea/idea.ts'
import { readsIdeas } from '#/programme/idea/idea.policy.ts'
import { listIdeas } from '#/programme/idea/idea.store.ts'
import { ideaWords } from '#/programme/idea/idea.workflow.ts'
import { mustSee } from '#/programme/refuse.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './idea.messages.ts'
import { ideaQuery } from './list-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(readsIdeas(actor, actor.provinceCode))
  const { rows } = await listIdeas(db, actor, 'province', { ...ideaQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const title = words.ideas[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [
          { title: words.idea[lang], width: 36 },
          { title: words.kind[lang], width: 20 },
          { title: words.producer[lang], width: 36 },
          { title: words.commune[lang], width: 22 },
          { title: words.set[lang], width: 8 },
          { title: words.investment[lang], width: 18, format: '#,##0' },
          { title: words.workersTotal[lang], width: 10 },
          { title: words.priority[lang], width: 40 },
          { title: words.call[lang], width: 28 },
          { title: words.submitted[lang], width: 12 },
          { title: words.state[lang], width: 28 },
          { title: words.reason[lang], width: 40 },
        ],
        rows: rows.map((row) => [
          row.name,
          kindWords[row.kind][lang],
          row.producer,
          row.commune,
          row.setNo,
          row.investment,
          row.workersTotal,
          row.priorities.map((one) => priorityWords[one][lang]).join('; '),
          row.callName,
          row.submittedAt === null ? null : formatInstantDate(row.submittedAt),
          ideaWords[row.state][lang],
          row.reason,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="y-tuong-${plainDateOf(now)}.xlsx"` },
  })
})
