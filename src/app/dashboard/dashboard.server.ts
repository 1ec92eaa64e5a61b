// What the dashboard shows a desk: the reads it makes, side by side.
import { addMonths, plainDateOf, readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { moneyBySource, newByYear, productCounts, productsByProvince } from '#/programme/dashboard/dashboard.store.ts'
import { keptTargets } from '#/programme/indicator/kept-targets.ts'
import { productGroupOf } from '#/programme/indicator/product-group.ts'
import { figureReader, frameOf, type FigureReader } from '#/programme/indicator/reader.ts'
import { planOfDay } from '#/programme/indicator/target.store.ts'
import { legalFormLabel } from '#/programme/producer/producer.ts'
import { targetsOf } from '#/programme/programme-plan/part.store.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import { CURRENT_ERA, type Era } from '#/programme/units/units.ts'
import { targetRow } from '../indicator/targets.server.ts'
import type { SignedInPage } from '../page.server.ts'

const YEARS = 5
const COMMUNES = 15
const ROUNDS = 5

export async function dashboardPage(page: SignedInPage) {
  const { db, actor, url, now, services } = page
  const { boundaries } = services.config
  const reader = found(figureReader(actor))
  mustSee(reader.kind === 'desk')
  const asked = readDate(url.searchParams.get('den') ?? '')
  const to = asked.ok ? asked.date : plainDateOf(now)
  const communeCode = /^\d{5}$/.test(url.searchParams.get('xa') ?? '') ? url.searchParams.get('xa') : null
  const head = { asOf: to, computedAt: now, search: url.search }
  if (reader.provinceCode === null)
    return {
      ...head,
      own: null,
      targets: await targetsOfDay(page, reader, to),
      provinces: await productsByProvince(db, to),
      map: boundaries?.country ?? null,
    }
  const frame = frameOf(reader, { from: `${to.slice(0, 4)}-01-01`, to, communeCode })
  const [products, fresh, money, rounds, communes, targets] = await Promise.all([
    productCounts(db, frame),
    newByYear(db, frame, YEARS),
    moneyBySource(db, frame),
    listRounds(db, actor),
    unitsOfProvince(db, frame.era as Era, frame.provinceCode),
    // A commune is a part of the figures of records; a plan's targets are of its own place.
    communeCode === null ? targetsOfDay(page, reader, to) : null,
  ])
  const { regulation } = services.regulations.current
  return {
    ...head,
    provinces: null,
    map: null,
    targets,
    own: {
      frame,
      products: { ...products, communes: products.communes.slice(0, COMMUNES) },
      // Drawn for the whole of a province of today.
      map: frame.era === CURRENT_ERA && frame.communeCode === null ? (boundaries?.communes.get(frame.provinceCode) ?? null) : null,
      inCommunes: products.communes.map(({ key, n }) => ({ key, n })),
      forms: products.forms.map((form) => ({ ...form, label: legalFormLabel(regulation, form.key) })),
      sectors: products.sectors.map((sector) => ({ ...sector, group: productGroupOf(sector.key) })),
      fresh,
      months: monthsFrom(to, products.months),
      money,
      rounds: rounds.slice(0, ROUNDS),
      communes: communes.map((unit) => ({ value: unit.code, label: unit.fullName })),
    },
  }
}

/** The targets of the desk's plan of the day; null where none is in force. */
async function targetsOfDay({ db, actor, now, lang }: SignedInPage, reader: FigureReader, asOf: PlainDate) {
  const id = await planOfDay(db, actor.authority, asOf)
  if (id === null) return null
  const { plan } = await planFor(db, actor, id)
  const targets = (await targetsOf(db, [plan.id])).get(plan.id) ?? []
  const { figures, computedAt } = await keptTargets(db, plan, targets, asOf, now)
  return { plan: { id: plan.id, title: plan.title }, computedAt, rows: figures.map((one) => targetRow(one, reader, lang)) }
}

/** Twelve months from the day's own, those without a certificate too. */
function monthsFrom(day: string, counts: readonly { key: string; n: number }[]): { key: string; n: number }[] {
  const found = new Map(counts.map((month) => [month.key, month.n]))
  return Array.from({ length: 12 }, (_, index) => addMonths(`${day.slice(0, 7)}-01`, index).slice(0, 7)).map((key) => ({
    key,
    n: found.get(key) ?? 0,
  }))
}

export type DashboardData = Awaited<ReturnType<typeof dashboardPage>>
export type OwnData = NonNullable<DashboardData['own']>
