// Reward policies as a workbook: the same rows as on the page, all pages; đồng are whole numbers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listPolicies } from '#/programme/reward/policy.store.ts'
import { policyWords, renewalWords, upgradeWords } from '#/programme/reward/reward.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { policyQuery } from './list-query.ts'
import { words } from './reward.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listPolicies(db, actor, { ...policyQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const dong = { width: 18, format: '#,##0' }
  return workbook(words.policies[lang], `chinh-sach-thuong-${plainDateOf(now)}`, now, {
    columns: [
      { title: words.policyTitle[lang], width: 44 },
      { title: words.policyPaper[lang], width: 40 },
      { title: words.validFrom[lang], width: 14 },
      { title: words.validTo[lang], width: 14 },
      { title: words.star3[lang], ...dong },
      { title: words.star4[lang], ...dong },
      { title: words.star5[lang], ...dong },
      { title: words.upgrade[lang], width: 34 },
      { title: words.renewal[lang], width: 34 },
      { title: words.state[lang], width: 18 },
    ],
    rows: rows.map((row) => [
      row.title,
      row.decisionNumber,
      formatDate(row.validFrom),
      row.validTo === null ? null : formatDate(row.validTo),
      row.star3,
      row.star4,
      row.star5,
      upgradeWords[row.upgrade][lang],
      renewalWords[row.renewal][lang],
      policyWords[row.state][lang],
    ]),
  })
})
