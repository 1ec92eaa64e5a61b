// Figures: the dictionary of indicators, one figure, figures by unit, the rows behind; with the scope of the pages.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { fold, wordMatcher } from '#/platform/text/fold.ts'
import { act } from '#/programme/context.ts'
import { figureOf, figuresByUnit } from '#/programme/indicator/figures.store.ts'
import type { Figure, Frame, Indicator } from '#/programme/indicator/indicator.ts'
import { figureReader, frameOf, hidesSmall, levelOfParts, rowFor, type FigureReader } from '#/programme/indicator/reader.ts'
import { readFigureRows } from '#/programme/indicator/reading.actions.ts'
import { indicators, paramsOf } from '#/programme/indicator/registry.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { found } from '#/programme/refuse.ts'
import { list, read, type Endpoint } from './endpoint.ts'
import { day, record, search } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'indicator'
const framed = {
  from: day.optional(),
  to: day.optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  params: z.string().max(2000).optional(),
}
const aboutFrame = {
  vi: 'from, to: kỳ, mặc định từ đầu năm đến hôm nay. province: chỉ cho cơ quan trung ương. params: tham số của chỉ số, dạng JSON. hidden: số nhỏ về cá nhân không hiện với bạn.',
  en: 'from, to: the period, by default the year until today. province: for the ministry’s desk. params: the indicator’s parameters as JSON. hidden: a small count of persons you may not see.',
}

type Query = {
  from?: string | undefined
  to?: string | undefined
  province?: string | undefined
  commune?: string | undefined
  params?: string | undefined
}
type Asked = { of: Indicator; reader: FigureReader; frame: Frame; params: unknown }

/** What is asked, inside the reader's own scope; "not found" for who reads no figures and for an indicator that does not exist. */
function askedOf(actor: Actor, now: Date, id: string, query: Query): Asked {
  const reader = found(figureReader(actor))
  const of = found(Object.hasOwn(indicators, id) ? indicators[id] : null)
  const to = query.to ?? plainDateOf(now)
  const from = query.from ?? `${to.slice(0, 4)}-01-01`
  if (from > to) throw new AppError('badRequest', { reason: 'from > to' })
  if (reader.provinceCode === null && query.province === undefined) throw new AppError('badRequest', { reason: 'province' })
  const frame = frameOf(reader, { from, to, communeCode: query.commune ?? null, provinceCode: query.province ?? null })
  return { of, reader, frame, params: paramsAsked(of, query.params) }
}

function paramsAsked(of: Indicator, text: string | undefined): unknown {
  try {
    return paramsOf(of, text === undefined ? (of.example ?? {}) : JSON.parse(text))
  } catch {
    throw new AppError('badRequest', { reason: 'params' })
  }
}

type Read = Pick<Figure, 'numerator' | 'denominator' | 'blank'>

/** A small count of persons is kept with all that would tell it. */
function shown({ of, reader }: Pick<Asked, 'of' | 'reader'>, { numerator, denominator, blank }: Read) {
  return hidesSmall(reader, of, numerator)
    ? { numerator: null, denominator: null, blank: null, hidden: true }
    : { numerator, denominator, blank, hidden: false }
}

export const indicatorEndpoints: Endpoint[] = [
  list('/indicators', {
    tag,
    title: { vi: 'Danh mục chỉ số', en: 'The dictionary of indicators' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: async ({ actor }, { query }, { limit, offset }) => {
      found(figureReader(actor))
      const fits = wordMatcher(query.q ?? '')
      const rows = Object.values(indicators)
        .filter(({ id, title, formula }) => (query.q ?? '') === '' || fits(fold(`${id} ${title.vi} ${title.en} ${formula.vi}`)))
        .map(({ id, title, formula, kind, adds, unit, zeroDenominator, example, source, registers, denominator }) => ({
          id,
          title,
          formula,
          kind,
          adds,
          unit,
          ratio: denominator !== undefined,
          zeroDenominator: zeroDenominator ?? null,
          example: example ?? {},
          source,
          registers,
        }))
      return { rows: rows.slice(offset, offset + limit), total: rows.length }
    },
  }),
  read('/indicators/{indicator}', {
    tag,
    title: { vi: 'Số liệu của một chỉ số', en: 'The figure of an indicator' },
    about: aboutFrame,
    query: z.strictObject(framed),
    answer: record,
    run: async ({ db, actor, now }, { params, query }) => {
      const asked = askedOf(actor, now, params.indicator, query)
      const figure = await figureOf(db, asked.of.id, asked.frame, asked.params, now)
      const { title, kind, adds, unit } = asked.of
      return {
        id: asked.of.id,
        title,
        kind,
        adds,
        unit,
        frame: asked.frame,
        params: asked.params,
        ...shown(asked, figure),
        asOf: figure.asOf,
        computedAt: figure.computedAt,
      }
    },
  }),
  list('/indicators/{indicator}/units', {
    tag,
    title: { vi: 'Số liệu theo đơn vị', en: 'The figure of every unit' },
    about: {
      vi: 'code trống: tính cho toàn tỉnh nhưng không xác định được đơn vị.',
      en: 'code null: counted in the whole, but in no unit for certain.',
    },
    query: z.strictObject(framed),
    answer: record,
    run: async ({ db, actor, now }, { params, query }, { limit, offset }) => {
      const asked = askedOf(actor, now, params.indicator, query)
      const { of, frame } = asked
      const units = of.adds === 'none' ? [] : await figuresByUnit(db, of.id, frame, asked.params, levelOfParts(frame))
      return {
        rows: units.slice(offset, offset + limit).map((unit) => ({ code: unit.code, name: unit.name, ...shown(asked, unit) })),
        total: units.length,
      }
    },
  }),
  list('/indicators/{indicator}/rows', {
    tag,
    title: { vi: 'Từng dòng phía sau số liệu', en: 'The rows behind a figure' },
    about: {
      vi: 'Dòng về cá nhân chỉ cơ quan thường trực đọc được, mỗi lần đọc được ghi nhật ký.',
      en: 'Rows about persons are the office’s; each reading is logged.',
    },
    query: z.strictObject({ ...framed, part: z.enum(['numerator', 'denominator']).optional(), q: search }),
    answer: record,
    run: async ({ services, actor, now }, { params, query }, paging) => {
      const { of, reader, frame, params: read } = askedOf(actor, now, params.indicator, query)
      const { part = 'numerator', q = '' } = query
      let total = 0
      const rows = await windowOf(paging, async (page, size) => {
        const found = await act(services, actor, (ctx) => readFigureRows(ctx, of.id, frame, read, { part, page, size, words: q }))
        total = found.total
        return found.rows
      })
      return { rows: rows.map((row) => rowFor(reader, row)), total }
    },
  }),
]
