// Yearly figures from a sheet of the commune or the office, for producers who have not told them themselves. What the producer writes is its own.
import { sql, type RawBuilder } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { formatNumber } from '#/platform/text/format.ts'
import type { Words } from '../fields.ts'
import { serves, type Actor } from '../people/actor.ts'
import { must, mustSee } from '../refuse.ts'
import { resolver } from '../register/resolve.ts'
import { readCells, type RowRead, type SheetColumn, type SheetKind } from '../sheet/sheet.ts'
import {
  faultsOf,
  fieldWords,
  jumpsOf,
  readYear,
  requiredFields,
  yearFields,
  yearWords,
  type Jump,
  type YearFigures,
  type YearLimits,
  type YearState,
} from './producer-year.ts'
import { saveBroughtIn, type BroughtIn } from './producer-year.sheet.store.ts'
import { limitsOf, noFigures, scopeOf } from './producer-year.store.ts'
import { bringsIn, readsYears } from './rights.ts'

type Known = YearFigures & { id: string; version: number; state: YearState; bySheet: boolean; filed: boolean }
type Lookup = {
  thisYear: number
  limits: YearLimits
  producer: Awaited<ReturnType<typeof resolver>>
  /** Producers the actor answers for. */
  within: Set<string>
  /** By producer and year. */
  years: Map<string, Known>
}

const keyOf = (producerId: string, year: number) => `${producerId}:${year}`
const wholeProvince = (actor: Actor) => serves(actor, actor.provinceCode, 'office')
const example: Record<string, string> = { workers: '20', workersTrained: '5', revenue: '1.500.000.000' }

const columns: readonly SheetColumn[] = [
  {
    key: 'producer',
    title: { vi: 'Chủ thể', en: 'Producer' },
    aliases: ['Tên chủ thể', 'Cơ sở', 'Đơn vị', 'Mã số thuế', 'MST'],
    required: true,
    example: '2801234567',
    hint: { vi: 'Tên đã đăng ký, hoặc mã số thuế.', en: 'The registered name, or the tax code.' },
  },
  { key: 'year', title: { vi: 'Năm', en: 'Year' }, aliases: ['Năm số liệu'], required: true, example: '2025' },
  ...yearFields.map((key): SheetColumn => ({
    key,
    title: fieldWords[key],
    required: requiredFields.includes(key),
    example: example[key] ?? '',
    ...(key === 'revenue' ? { money: true as const } : {}),
    ...(requiredFields.includes(key) ? { hint: { vi: 'Không có thì ghi 0.', en: 'Write 0 for none.' } } : {}),
  })),
  {
    key: 'confirmed',
    title: { vi: 'Xác nhận số thay đổi lớn', en: 'Confirmed jump' },
    aliases: ['Xác nhận', 'Lý do thay đổi lớn'],
    example: '',
    hint: {
      vi: 'Chỉ điền khi số khác nhiều so với năm trước mà vẫn đúng: ghi lý do, hoặc x.',
      en: 'Only where a figure differs much from the year before and is right: the reason, or x.',
    },
  },
]

export const producerYearSheet: SheetKind<BroughtIn, Lookup> = {
  kind: 'so-lieu-nam',
  title: { vi: 'Số liệu năm của chủ thể', en: 'Yearly figures of producers' },
  lead: {
    vi: 'Mỗi dòng một chủ thể, một năm. Chủ thể đang khai hoặc đã tự nộp thì số của chủ thể được giữ, dòng trong bảng để lại. Ô trống là chưa trả lời, không phải 0.',
    en: 'One producer and year a line. What a producer writes or has filed itself is kept, and the line left out. An empty cell is unanswered, not 0.',
  },
  columns,

  async rights(_db, actor) {
    mustSee(readsYears(actor))
    must(bringsIn(actor))
    return actor.provinceCode
  },

  ownOnly: (actor) => !wholeProvince(actor),

  home: () => '/so-lieu-nam',

  async prepare(db, actor, _subjectId, now) {
    const rows = await knownYears(db, actor)
    return {
      thisYear: Number(plainDateOf(now).slice(0, 4)),
      limits: await limitsOf(db, actor.provinceCode),
      producer: await resolver(db, 'producer', actor.provinceCode, null),
      within: new Set(rows.map((row) => row.producerId)),
      years: new Map(rows.flatMap(({ producerId, year, ...row }) => (year === null ? [] : [[keyOf(producerId, year), row as Known]]))),
    }
  },

  readRow(cells, lookup): RowRead<BroughtIn> {
    const read = readCells(cells, (fields) => {
      const found = lookup.producer(fields.text('producer', { max: 400 }), null)
      const year = fields.integer('year', { min: 2015, max: lookup.thisYear - 1, wrong: noSuchYear(lookup.thisYear) })
      const reason = fields.text('confirmed', { max: 500 })
      if ('problem' in found) fields.say('producer', found.problem)
      else if (!lookup.within.has(found.id)) fields.say('producer', notHere)
      const { figures } = readYear(cells, [])
      return {
        producerId: 'id' in found ? found.id : '',
        name: 'name' in found ? found.name : '',
        year: year ?? 0,
        reason,
        figures: { ...noFigures, ...figures },
      }
    })
    if (!read.ok) return read
    const { producerId, name, year, reason, figures } = read.values
    const there = lookup.years.get(keyOf(producerId, year))
    if (there && !(there.state === 'filed' && there.bySheet)) return { ok: false, reasons: [{ column: null, ...ownWords(there.state) }] }
    const faults = Object.entries(faultsOf(figures, []))
    if (faults.length > 0) return { ok: false, reasons: faults.map(([column, problem]) => ({ column, ...problem })) }
    const last = lookup.years.get(keyOf(producerId, year - 1))
    const jumps = jumpsOf({ figures, products: [] }, last?.filed ? { figures: last, products: [] } : null, lookup.limits)
    if (jumps.length > 0 && reason === '') return { ok: false, reasons: jumps.map(jumped) }
    const same = there !== undefined && yearFields.every((field) => there[field] === figures[field])
    return {
      ok: true,
      key: keyOf(producerId, year),
      label: name,
      outcome: there === undefined ? 'new' : same ? 'unchanged' : 'changed',
      values: {
        producerId,
        year,
        figures,
        reasons: Object.fromEntries(jumps.map((jump) => [jump.key, reason])),
        there: there ? { id: there.id, version: there.version } : null,
      },
    }
  },

  save: (ctx, _subjectId, rows) =>
    saveBroughtIn(
      ctx,
      rows.map(({ values }) => values),
    ),
}

/** Every producer the actor answers for with its years; one without any has a single row without a year. */
async function knownYears(db: Db | Tx, actor: Actor) {
  const figures: RawBuilder<unknown> = sql.join(yearFields.map((name) => sql`${sql.ref(`y.${name}`)}`))
  const { rows } = await sql<Known & { producerId: string; year: number | null }>`
    select p.id as producer_id, y.year, y.id, y.version, y.state, y.by_sheet, y.state in ('filed', 'checked') as filed, ${figures}
      from producer p left join producer_year y on y.producer_id = p.id where ${scopeOf(actor)}`.execute(db)
  return rows
}

const noSuchYear = (thisYear: number): Words => ({
  vi: `Ghi năm đã kết thúc, từ 2015 đến ${thisYear - 1}.`,
  en: `A year that is over, from 2015 to ${thisYear - 1}.`,
})

const notHere: Words = {
  vi: 'Không có chủ thể này ở đây. Ghi đúng tên đã đăng ký, hoặc mã số thuế.',
  en: 'There is no such producer here. Write the registered name, or the tax code.',
}

/** Why a year that is there is not written over. */
function ownWords(state: YearState): Words {
  const [vi, en] =
    state === 'checked'
      ? ['Muốn sửa thì trả lại trước.', 'Send it back first to change it.']
      : ['Số của chủ thể được giữ.', 'What the producer tells is kept.']
  return { vi: `Năm này: ${yearWords[state].vi.toLowerCase()}. ${vi}`, en: `This year: ${yearWords[state].en.toLowerCase()}. ${en}` }
}

function jumped(jump: Jump): Words & { column: string } {
  const [from, to] = [jump.from === null ? '–' : formatNumber(jump.from), formatNumber(jump.to)]
  return {
    column: jump.key,
    vi: `Khác nhiều so với năm trước (${from} → ${to}). Xem lại; nếu đúng, ghi lý do vào cột “${columns.at(-1)?.title.vi}”.`,
    en: `Much different from the year before (${from} → ${to}). Look again; if it is right, say why in “${columns.at(-1)?.title.en}”.`,
  }
}
