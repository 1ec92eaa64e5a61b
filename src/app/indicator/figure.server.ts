// One figure for a page or a workbook: the address read, the frame of the reader, the figure with its units and rows.
import { addDays, isPlainDate, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { figureOf, figuresByUnit } from '#/programme/indicator/figures.store.ts'
import { printFigure, unitWords, type Figure, type Frame, type Indicator } from '#/programme/indicator/indicator.ts'
import { readingOf } from '#/programme/indicator/params.words.ts'
import { figureReader, frameOf, hidesSmall, levelOfParts, readsRows, rowFor, type FigureReader } from '#/programme/indicator/reader.ts'
import { readFigureRows } from '#/programme/indicator/reading.actions.ts'
import { indicatorOf, indicators, paramsOf } from '#/programme/indicator/registry.ts'
import { found } from '#/programme/refuse.ts'
import { provincesOf, unitName, unitsOfProvince } from '#/programme/units/units.store.ts'
import type { Era } from '#/programme/units/units.ts'
import { dayAsked, pageAsked, wordsAsked } from '../list-address.ts'
import type { SignedInPage } from '../page.server.ts'
import { words } from './indicator.messages.ts'

const PER_PAGE = 50

/** The reader, or "not found" for whom no figures are. */
export function mustRead(page: Pick<SignedInPage, 'actor'>): FigureReader {
  return found(figureReader(page.actor))
}

/** `tu`, `den`: the period, the present year until today unless asked. Turned round or rubbish: the present year. */
export function periodAsked(params: URLSearchParams, now: Date): { from: PlainDate; to: PlainDate; bad: boolean } {
  const today = plainDateOf(now)
  const to = dayAsked(params, 'den') ?? today
  const from = dayAsked(params, 'tu') ?? `${to.slice(0, 4)}-01-01`
  const typed = (name: string) => (params.get(name) ?? '') !== '' && dayAsked(params, name) === null
  const bad = typed('tu') || typed('den') || from > to || !isPlainDate(addDays(to, 1))
  return bad ? { from: `${today.slice(0, 4)}-01-01`, to: today, bad } : { from, to, bad }
}

/** `xa`: a commune of the reader's place; `tinh`: for the ministry's desk. */
export function frameAsked(page: SignedInPage, reader: FigureReader): Frame {
  const { searchParams } = page.url
  const code = (name: string, digits: RegExp) => {
    const value = searchParams.get(name) ?? ''
    return digits.test(value) ? value : null
  }
  return frameOf(reader, {
    ...periodAsked(searchParams, page.now),
    communeCode: code('xa', /^\d{5}$/),
    provinceCode: code('tinh', /^\d{2}$/) ?? '01',
  })
}

/** `p`: the parameters as JSON; what does not fit is the indicator's own example. */
export function paramsAsked(of: Indicator, searchParams: URLSearchParams): unknown {
  for (const given of [searchParams.get('p') ?? '', JSON.stringify(of.example ?? {})]) {
    try {
      return paramsOf(of, JSON.parse(given))
    } catch {
      continue
    }
  }
  return paramsOf(of, of.example ?? {})
}

/** What a reader sees of a figure: printed, small counts of facts of persons hidden. */
export function printed(
  of: Indicator,
  figure: Pick<Figure, 'numerator' | 'denominator' | 'blank'>,
  reader: FigureReader,
  lang: 'vi' | 'en',
) {
  const hidden = hidesSmall(reader, of, figure.numerator)
  return {
    value: hidden ? words.few[lang] : printFigure(of, figure),
    numerator: hidden ? words.few[lang] : formatNumber(figure.numerator),
    denominator: figure.denominator === null ? null : formatNumber(figure.denominator),
    blank: figure.blank?.[lang] ?? null,
  }
}

/** Everything the page of one figure shows. */
export async function figurePage(page: SignedInPage, given: { id: string; frame: Frame; params: unknown; reader: FigureReader }) {
  const { db, lang, now, url, act } = page
  const { id, frame, params, reader } = given
  const of = indicatorOf(id)
  const figure = await figureOf(db, id, frame, params, now)
  const level = levelOfParts(frame)
  const units = of.adds === 'none' || frame.communeCode !== null ? [] : await figuresByUnit(db, id, frame, params, level)
  const all = url.searchParams.get('don-vi') === 'tat-ca'
  const some = units.filter((unit) => all || unit.numerator !== 0 || (unit.denominator ?? 0) !== 0)
  const part = url.searchParams.get('phan') === 'mau' && of.denominator ? ('denominator' as const) : ('numerator' as const)
  const opens = readsRows(reader, of)
  const asked = { part, page: pageAsked(url.searchParams), size: PER_PAGE, words: wordsAsked(url.searchParams) }
  const rows = opens ? await act((ctx) => readFigureRows(ctx, id, frame, params, asked)) : { total: 0, rows: [] }
  const communes = reader.communeCode === null ? await unitsOfProvince(db, frame.era as Era, frame.provinceCode) : []
  return {
    id,
    title: of.title[lang],
    formula: of.formula[lang],
    kind: of.kind,
    adds: of.adds,
    measure: unitWords[of.unit][lang],
    money: of.unit === 'dong',
    amounts: (part === 'numerator' ? of.numerator : of.denominator)?.counts === 'amount',
    reading: readingOf(params, lang),
    registers: of.registers.map((one) => one[lang]).join(', '),
    source: of.source,
    figure: printed(of, figure, reader, lang),
    frame,
    place: await placeName(page, frame),
    computedAt: figure.computedAt,
    level,
    units: some.map((unit) => ({ code: unit.code, name: unit.name, ...printed(of, unit, reader, lang) })),
    emptyUnits: units.length - some.length,
    part,
    opens,
    rows: rows.rows.map((row) => rowFor(reader, row)),
    total: rows.total,
    page: asked.page,
    pages: Math.ceil(rows.total / PER_PAGE),
    search: url.search,
    communes: communes.map((unit) => ({ value: unit.code, label: unit.fullName })),
    provinces: reader.provinceCode === null ? (await provincesOf(db)).map((unit) => ({ value: unit.code, label: unit.fullName })) : [],
    query: asked.words,
  }
}

async function placeName({ db }: SignedInPage, frame: Frame): Promise<string> {
  const era = frame.era as Era
  return (await unitName(db, era, frame.communeCode ?? frame.districtCode ?? frame.provinceCode)) ?? frame.authority
}

export const dictionaryOf = (query: string, lang: 'vi' | 'en', matches: (text: string) => boolean) =>
  Object.values(indicators)
    .filter((of) => query === '' || matches(`${of.title[lang]} ${of.formula[lang]} ${of.id}`))
    .map((of) => ({
      id: of.id,
      title: of.title[lang],
      formula: of.formula[lang],
      kind: of.kind,
      measure: unitWords[of.unit][lang],
      registers: of.registers.map((one) => one[lang]).join(', '),
    }))
