// One figure as a workbook: how it was made, by unit, the rows behind it.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { notFound } from '#/platform/errors/app-error.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { figureOf, figuresByUnit } from '#/programme/indicator/figures.store.ts'
import { readingOf } from '#/programme/indicator/params.words.ts'
import { readsRows } from '#/programme/indicator/reader.ts'
import { readFigureRows } from '#/programme/indicator/reading.actions.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { frameAsked, mustRead, paramsAsked, printed } from './figure.server.ts'
import { addsWords, words } from './indicator.messages.ts'

export const loader = pageLoader(async (page) => {
  const { db, lang, now, act } = page
  const reader = mustRead(page)
  const id = page.params['id'] ?? ''
  const of = Object.hasOwn(indicators, id) ? indicators[id] : undefined
  if (!of) throw notFound()
  const params = paramsAsked(of, page.url.searchParams)
  const frame = frameAsked(page, reader)
  const figure = await figureOf(db, id, frame, params, now)
  const shown = printed(of, figure, reader, lang)
  const units = of.adds === 'none' ? [] : await figuresByUnit(db, id, frame, params, 'commune')
  const rows = readsRows(reader, of)
    ? (await act((ctx) => readFigureRows(ctx, id, frame, params, { part: 'numerator', page: 1, size: EXPORT_MOST }))).rows
    : []
  const bytes = await writeExcel({
    title: of.title[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.value[lang],
        columns: [
          { title: of.title[lang], width: 30 },
          { title: shown.value, width: 70 },
        ],
        rows: [
          [words.numerator[lang], shown.numerator],
          [words.denominator[lang], shown.denominator ?? ''],
          [words.asOf[lang], formatDate(frame.to)],
          [words.period[lang], `${formatDate(frame.from)} – ${formatDate(frame.to)}`],
          [words.computedAt[lang], formatDateTime(figure.computedAt)],
          [words.live[lang], words.liveHint[lang]],
          [words.reading[lang], readingOf(params, lang)],
          [words.formula[lang], of.formula[lang]],
          [words.source[lang], of.source],
        ],
      },
      ...(of.adds === 'none'
        ? []
        : [
            {
              name: words.byUnit[lang],
              columns: [
                { title: words.commune[lang], width: 36 },
                { title: words.numerator[lang], width: 18 },
                { title: words.denominator[lang], width: 18 },
                { title: words.value[lang], width: 18 },
              ],
              rows: [
                ...units.map((unit) => {
                  const one = printed(of, unit, reader, lang)
                  return [unit.name ?? words.unknownUnit[lang], one.numerator, one.denominator ?? '', one.value]
                }),
                [addsWords[of.adds][lang], '', '', ''],
              ],
            },
          ]),
      {
        name: words.rows[lang],
        columns: [
          { title: words.label[lang], width: 70 },
          { title: words.amount[lang], width: 22, format: '#,##0' },
        ],
        rows: rows.map((row) => [row.label, row.amount]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="${id}-${frame.to}.xlsx"` },
  })
})
