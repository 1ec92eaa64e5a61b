// The list of plans as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { readsPlans } from '#/programme/programme-plan/plan.policy.ts'
import { listPlans } from '#/programme/programme-plan/plan.store.ts'
import { planStateWords } from '#/programme/programme-plan/plan.workflow.ts'
import { planKindWords } from '#/programme/programme-plan/programme-plan.ts'
import { mustSee } from '#/programme/refuse.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { planQuery } from './list-query.ts'
import { words } from './plan.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(readsPlans(actor))
  const { rows } = await listPlans(db, actor, { ...planQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const bytes = await writeExcel({
    title: words.plans[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.plans[lang],
        landscape: true,
        columns: [
          { title: words.plan[lang], width: 60 },
          { title: words.owner[lang], width: 30 },
          { title: words.kind[lang], width: 22 },
          { title: words.number[lang], width: 16 },
          { title: words.startsOn[lang], width: 12 },
          { title: words.endsOn[lang], width: 12 },
          { title: words.targets[lang], width: 10 },
          { title: words.tasks[lang], width: 10 },
          { title: words.state[lang], width: 16 },
        ],
        rows: rows.map((row) => [
          row.title,
          row.owner,
          planKindWords[row.kind][lang],
          row.number,
          formatDate(row.startsOn),
          formatDate(row.endsOn),
          row.targets,
          row.tasks,
          planStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="ke-hoach-${plainDateOf(now)}.xlsx"` },
  })
})
