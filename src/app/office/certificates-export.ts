// The register as a workbook: the same rows as on the screen, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { certificateRights } from '#/programme/certificate/certificate.policy.ts'
import { publicStatus } from '#/programme/certificate/public-status.ts'
import { registerRows } from '#/programme/certificate/register.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { readRegister } from './certificates.query.ts'
import { registerWords as words } from './decision.messages.ts'
import { fileResponse } from './paper.server.ts'

/** More rows than one province has in ten years; a register of the nation would be cut into files. */
const MOST = 100_000

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(certificateRights(actor, { provinceCode: actor.provinceCode, state: '' }).see)
  const today = plainDateOf(now)
  const rows = await registerRows(db, { ...readRegister(url.searchParams), page: 1, authority: actor.authority, today, size: MOST })
  const bytes = await writeExcel({
    title: words.title[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.title[lang],
        landscape: true,
        frozenColumns: 1,
        columns: [
          { title: words.product[lang], width: 36 },
          { title: words.producer[lang], width: 34 },
          { title: words.commune[lang], width: 22 },
          { title: words.sector[lang], width: 22 },
          { title: words.star[lang], width: 8, format: '0' },
          { title: words.code[lang], width: 20 },
          { title: words.decision[lang], width: 18 },
          { title: words.issued[lang], width: 12 },
          { title: words.last[lang], width: 12 },
          { title: words.state[lang], width: 20 },
        ],
        rows: rows.map((row) => {
          const { kind } = publicStatus(
            { ...row, stateGround: null, stateDecision: null, stateDecisionOn: null, replacedByCode: null },
            today,
          )
          const state = kind === 'notYet' ? words.valid : words[kind]
          return [
            row.productName,
            row.producerName,
            row.commune,
            row.sector,
            row.star,
            row.productCode,
            row.decision,
            formatDate(row.issuedOn),
            formatDate(row.lastValidOn),
            state[lang],
          ]
        }),
      },
    ],
  })
  return fileResponse(new Uint8Array(bytes), { name: `so-giay-chung-nhan-${today}.xlsx`, mediaType: EXCEL_TYPE, download: true })
})
