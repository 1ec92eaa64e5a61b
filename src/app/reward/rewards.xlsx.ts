// The lists of rewards as a workbook: the same rows as on the page, all pages; đồng are whole numbers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listRewardLists } from '#/programme/reward/reward.store.ts'
import { listWords } from '#/programme/reward/reward.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { listQuery } from './list-query.ts'
import { words } from './reward.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listRewardLists(db, actor, { ...listQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  return workbook(words.rewards[lang], `thuong-${plainDateOf(now)}`, now, {
    columns: [
      { title: words.list[lang], width: 60 },
      { title: words.products[lang], width: 14, format: '#,##0' },
      { title: words.amount[lang], width: 18, format: '#,##0' },
      { title: words.number[lang], width: 20 },
      { title: words.decidedOn[lang], width: 14 },
      { title: words.state[lang], width: 20 },
    ],
    rows: rows.map((row) => [
      row.title,
      row.products,
      row.amount,
      row.number,
      row.decidedOn === null ? null : formatDate(row.decidedOn),
      listWords[row.state][lang],
    ]),
  })
})
