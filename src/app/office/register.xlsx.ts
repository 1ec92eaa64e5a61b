// The register as a workbook: the same rows as on the page, all pages; cells are typed text.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { stateWords } from '#/programme/dossier/dossier.workflow.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listRegister } from '#/programme/round/office.store.ts'
import { readsOffice } from '#/programme/round/round.policy.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { words as shared } from '../commune/commune.messages.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './office.messages.ts'
import { registerQuery } from './register.query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(readsOffice(actor, actor.authority))
  const today = plainDateOf(now)
  const { rows } = await listRegister(db, actor, { ...registerQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }, today)
  const title = words.register[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [
          { title: shared.slip[lang], width: 24 },
          { title: shared.product[lang], width: 36 },
          { title: shared.producer[lang], width: 36 },
          { title: words.commune[lang], width: 22 },
          { title: words.set[lang], width: 6 },
          { title: shared.kind[lang], width: 12 },
          { title: words.state[lang], width: 28 },
          { title: words.filed[lang], width: 12 },
          { title: shared.due[lang], width: 12 },
          { title: words.proposedOn[lang], width: 12 },
          { title: words.round[lang], width: 18 },
        ],
        rows: rows.map((row) => [
          row.slipNumber,
          row.product,
          row.producer,
          row.commune,
          row.setNo,
          shared[row.kind][lang],
          stateWords[row.state][lang],
          row.filedAt === null ? null : formatInstantDate(row.filedAt),
          row.dueOn === null ? null : formatDate(row.dueOn),
          row.proposedAt === null ? null : formatInstantDate(row.proposedAt),
          row.roundName,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="so-ho-so-${today}.xlsx"` },
  })
})
