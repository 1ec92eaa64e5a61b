// A list of rewards as a workbook; đồng are whole numbers. Dropped products are left out.
import { formatDate } from '#/platform/text/format.ts'
import { rewardListFor } from '#/programme/reward/reward.store.ts'
import { rewardWords } from '#/programme/reward/reward.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { words } from './reward.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, now, lang }) => {
  const { list, rewards } = await rewardListFor(db, actor, params['id'])
  return workbook(list.title, `thuong-${list.periodTo}`, now, {
    columns: [
      { title: words.product[lang], width: 36 },
      { title: words.producer[lang], width: 36 },
      { title: words.commune[lang], width: 24 },
      { title: words.star[lang], width: 10 },
      { title: words.amount[lang], width: 18, format: '#,##0' },
      { title: words.paidOn[lang], width: 12 },
      { title: words.state[lang], width: 24 },
    ],
    rows: rewards
      .filter((row) => row.state !== 'cancelled')
      .map((row) => [
        row.product,
        row.producer,
        row.commune,
        row.star,
        row.amount,
        row.paidOn === null ? null : formatDate(row.paidOn),
        rewardWords[row.state][lang],
      ]),
  })
})
