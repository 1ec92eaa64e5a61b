// The products of an event for its organiser, as far as the reader sees them. A star stands only where the certificate holds on the first day.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { mustSee } from '#/programme/refuse.ts'
import { eventFor } from '#/programme/promotion/promotion.store.ts'
import { partStateWords } from '#/programme/promotion/promotion.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './promotion.messages.ts'

export const loader = pageLoader(async ({ db, actor, params, now, lang }) => {
  const { event, rights, parts } = await eventFor(db, actor, params['id'], EXPORT_MOST)
  mustSee(rights.parts === 'all')
  const bytes = await writeExcel({
    title: event.title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.parts[lang],
        landscape: true,
        columns: [
          { title: words.producer[lang], width: 36 },
          { title: words.product[lang], width: 36 },
          { title: words.star[lang], width: 10 },
          { title: words.stall[lang], width: 12 },
          { title: words.state[lang], width: 18 },
          { title: words.revenue[lang], width: 18, format: '#,##0' },
          { title: words.contracts[lang], width: 12 },
          { title: words.contractValue[lang], width: 18, format: '#,##0' },
        ],
        rows: parts.map((part) => [
          part.producer,
          part.product,
          part.star,
          part.stall,
          partStateWords[part.state][lang],
          part.revenue,
          part.contracts,
          part.contractValue,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="danh-sach-xuc-tien-${plainDateOf(now)}.xlsx"` },
  })
})
