// The open rows of a table as a workbook, all pages, one line for each option: with both texts an office can say what the pair should be.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { must } from '#/programme/refuse.ts'
import { readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { pageLoader } from '../page.server.ts'
import { askedRows } from './correspondence.query.ts'
import { openKindWords, regulationWords as words, relationWords } from './regulation.messages.ts'

export const loader = pageLoader(async ({ actor, url, now, lang, services }) => {
  must(readsRegulations(actor, services.config.provinceCode))
  const { asked, rows } = await askedRows(services.regulations, url.searchParams)
  const title = words.tables[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [
          { title: words.newSet[lang], width: 8 },
          { title: words.newCriterion[lang], width: 36 },
          { title: words.oldSet[lang], width: 8 },
          { title: words.oldCriterion[lang], width: 36 },
          { title: words.kind[lang], width: 24 },
          { title: words.optionBefore[lang], width: 8 },
          { title: words.wordsOfOption[lang], width: 44 },
          { title: words.optionAfter[lang], width: 8 },
          { title: words.wordsOfOption[lang], width: 44 },
          { title: words.optionKind[lang], width: 18 },
          { title: words.rowNote[lang], width: 36 },
          { title: words.source[lang], width: 36 },
        ],
        rows: rows.flatMap((row) => {
          const sides = [row.new, row.old].flatMap((side) =>
            side === null ? [null, null] : [side.set, [side.code, side.title].filter(Boolean).join(' ') || null],
          )
          const tail = [row.note || null, row.source || null]
          const kind = openKindWords[row.kind][lang]
          if (row.options.length === 0) return [[...sides, kind, null, null, null, null, null, ...tail]]
          return row.options.map((option) => [
            ...sides,
            kind,
            option.old,
            option.oldText,
            option.new,
            option.newText || null,
            relationWords[option.kind][lang],
            ...tail,
          ])
        }),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="${asked.table}.xlsx"` },
  })
})
