import { addMonths, plainDateOf, readDate } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime, formatDong, formatNumber } from '#/platform/text/format.ts'
import { moneyBySource, newByYear, producerForms, productCounts, productsByProvince } from '#/programme/dashboard/dashboard.store.ts'
import { productGroupOf } from '#/programme/indicator/product-group.ts'
import { frameOf, figureReader } from '#/programme/indicator/reader.ts'
import { legalFormLabel } from '#/programme/producer/producer.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { listRounds } from '#/programme/round/office.store.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import type { Era } from '#/programme/units/units.ts'
import { roundState } from '../office/round-state.ts'
import { words as officeWords } from '../office/office.messages.ts'
import { pageLoader } from '../page.server.ts'
import { Select } from '../ui/choices.tsx'
import { DateField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { CountChart, figureHref } from './count-chart.tsx'
import { Say } from './say.tsx'
import { sourceWords, words } from './dashboard.messages.ts'
import { fill } from '../indicator/indicator.messages.ts'
import { TileMap } from './tile-map.tsx'
import type { Route } from './+types/dashboard.page'

const YEARS = 5
const COMMUNES = 15
/** When re-assessment opens (QĐ 26/2026 Đ7.6). */
const DAYS_AHEAD = 180

export const loader = pageLoader(async ({ db, actor, url, now, services }) => {
  const reader = found(figureReader(actor))
  mustSee(reader.kind === 'desk')
  const asked = readDate(url.searchParams.get('den') ?? '')
  const to = asked.ok ? asked.date : plainDateOf(now)
  const communeCode = /^\d{5}$/.test(url.searchParams.get('xa') ?? '') ? url.searchParams.get('xa') : null
  const head = { asOf: to, computedAt: now, search: url.search }
  if (reader.provinceCode === null) return { ...head, provinces: await productsByProvince(db, to), own: null }
  const frame = frameOf(reader, { from: `${to.slice(0, 4)}-01-01`, to, communeCode })
  const [products, forms, fresh, money, rounds, communes] = await Promise.all([
    productCounts(db, frame),
    producerForms(db, frame),
    newByYear(db, frame, YEARS),
    moneyBySource(db, frame),
    listRounds(db, actor),
    unitsOfProvince(db, frame.era as Era, frame.provinceCode),
  ])
  const { regulation } = services.regulations.current
  return {
    ...head,
    provinces: null,
    own: {
      frame,
      products: { ...products, communes: products.communes.slice(0, COMMUNES) },
      producers: forms.reduce((sum, form) => sum + form.n, 0),
      forms: forms.map((form) => ({ ...form, label: legalFormLabel(regulation, form.key) })),
      sectors: products.sectors.map((sector) => ({ ...sector, group: productGroupOf(sector.key) })),
      fresh,
      months: monthsFrom(to, products.months),
      money,
      rounds: rounds.slice(0, 5),
      communes: communes.map((unit) => ({ value: unit.code, label: unit.fullName })),
    },
  }
})

/** Twelve months from the day's own, those without a certificate too. */
function monthsFrom(day: string, counts: readonly { key: string; n: number }[]): { key: string; n: number }[] {
  const found = new Map(counts.map((month) => [month.key, month.n]))
  return Array.from({ length: 12 }, (_, index) => addMonths(`${day.slice(0, 7)}-01`, index).slice(0, 7)).map((key) => ({
    key,
    n: found.get(key) ?? 0,
  }))
}

export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { asOf, computedAt, provinces, own } = loaderData
  return (
    <Page
      title={words.title[language]}
      lead={fill(words.lead[language], { day: formatDate(asOf), at: formatDateTime(computedAt) })}
      className="print-wide"
      actions={<PrintButton />}
    >
      <Toolbar search={<DateField name="den" label={words.asOf[language]} defaultValue={formatDate(asOf)} />}>
        {own === null ? undefined : (
          <Select
            name="xa"
            label={words.commune[language]}
            empty={words.whole[language]}
            defaultValue={own.frame.communeCode ?? ''}
            choices={own.communes}
          />
        )}
      </Toolbar>
      {provinces === null ? null : <Country provinces={provinces} asOf={asOf} />}
      {own === null ? null : <Own own={own} asOf={asOf} />}
    </Page>
  )
}

type Data = Route.ComponentProps['loaderData']

function Country({ provinces, asOf }: { provinces: NonNullable<Data['provinces']>; asOf: string }) {
  const language = useLanguage()
  const href = (code: string) => `/chi-tieu/danh-sach/products-valid?tinh=${code}&den=${formatDate(asOf)}`
  return (
    <TileMap
      id="tinh"
      title={words.byProvince[language]}
      note={words.byProvinceNote[language]}
      counts={new Map(provinces.map((one) => [one.code, one.n]))}
      hrefFor={href}
    >
      <Table
        caption={words.byProvince[language]}
        variant="plain"
        rows={provinces}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', label: words.province[language], head: true, cell: (row) => <a href={href(row.code)}>{row.name}</a> },
          { key: 'n', label: words.count[language], align: 'right', cell: (row) => <span className="num">{formatNumber(row.n)}</span> },
        ]}
      />
    </TileMap>
  )
}

function Own({ own, asOf }: { own: NonNullable<Data['own']>; asOf: string }) {
  const language = useLanguage()
  const { products, frame } = own
  const to = (id: string, params: Record<string, unknown> = {}, more: Record<string, string> = {}) => figureHref(frame, id, params, more)
  const year = asOf.slice(0, 4)
  return (
    <div className="stack-l mt-l">
      <Say
        pattern={words.say[language]}
        parts={{
          products: { text: fill(words.products[language], { n: formatNumber(products.total) }), href: to('products-valid') },
          producers: { text: fill(words.producers[language], { n: formatNumber(own.producers) }), href: to('producers-active') },
          expiring: {
            text: fill(words.certificates[language], { n: formatNumber(products.expiring) }),
            href: to('certificates-expiring', { within: DAYS_AHEAD }),
          },
          fresh: { text: fill(words.fresh[language], { n: formatNumber(own.fresh.at(-1)?.n ?? 0) }), href: to('recognised-new') },
        }}
        values={{ year }}
      />
      <div className="cols cols-2">
        <CountChart
          id="sao"
          title={words.byStar[language]}
          heading={words.star[language]}
          empty={words.noProducts[language]}
          rows={products.stars.map((star) => ({
            label: fill(words.stars[language], { n: star.key }),
            n: star.n,
            href: to('products-valid', { stars: [Number(star.key)] }),
          }))}
        />
        <CountChart
          id="nhom"
          title={words.bySector[language]}
          heading={words.group[language]}
          empty={words.noProducts[language]}
          flat
          rows={own.sectors.map((sector) => ({
            label: sector.key,
            n: sector.n,
            href: sector.group === null ? null : to('products-valid', { group: sector.group }),
          }))}
        />
        <CountChart
          id="nam"
          title={words.newByYear[language]}
          heading={words.year[language]}
          empty={words.none[language]}
          rows={own.fresh.map((one) => ({
            label: one.key,
            n: one.n,
            href: to('recognised-new', {}, { tu: `01/01/${one.key}`, den: one.key === year ? formatDate(asOf) : `31/12/${one.key}` }),
          }))}
        />
        <CountChart
          id="het-han"
          title={words.ending[language]}
          note={words.endingNote[language]}
          heading={words.month[language]}
          empty={words.none[language]}
          rows={own.months.map((month) => ({
            label: `${month.key.slice(5)}/${month.key.slice(2, 4)}`,
            n: month.n,
            href: '/tinh/chung-nhan?tt=expiring',
          }))}
        />
        <CountChart
          id="loai-hinh"
          title={words.byForm[language]}
          heading={words.form[language]}
          empty={words.noProducts[language]}
          flat
          rows={own.forms.map((form) => ({ label: form.label[language], n: form.n, href: to('producers-active', { form: form.key }) }))}
        />
        <CountChart
          id="xa"
          title={words.byCommune[language]}
          heading={words.commune[language]}
          empty={words.noProducts[language]}
          flat
          more={{ label: words.allCommunes[language], href: `${to('products-valid')}#don-vi` }}
          rows={products.communes.map((commune) => ({
            label: commune.name ?? words.unknownCommune[language],
            n: commune.n,
            href: commune.key === '' ? null : to('products-valid', {}, { xa: commune.key }),
          }))}
        />
      </div>
      <Money money={own.money} year={year} to={to} />
      <Rounds rounds={own.rounds} />
    </div>
  )
}

function Money({
  money,
  year,
  to,
}: {
  money: NonNullable<Data['own']>['money']
  year: string
  to: (id: string, params?: Record<string, unknown>) => string
}) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="kinh-phi">
      <h2 id="kinh-phi">{fill(words.money[language], { year })}</h2>
      <p>{fill(words.moneyNote[language], { planned: formatDong(money.planned) })}</p>
      {money.sources.length === 0 ? (
        <p className="hint">{words.noMoney[language]}</p>
      ) : (
        <Table
          caption={fill(words.money[language], { year })}
          rows={money.sources}
          rowKey={(row) => row.key}
          columns={[
            { key: 'source', label: words.source[language], head: true, cell: (row) => sourceWords[row.key]?.[language] ?? row.key },
            {
              key: 'allocated',
              label: words.allocated[language],
              align: 'right',
              cell: (row) => <a href={to('money-allocated', { source: row.key })}>{formatDong(row.allocated)}</a>,
            },
            {
              key: 'disbursed',
              label: words.disbursed[language],
              align: 'right',
              cell: (row) => <a href={to('money-disbursed', { source: row.key })}>{formatDong(row.disbursed)}</a>,
            },
          ]}
        />
      )}
    </section>
  )
}

function Rounds({ rounds }: { rounds: NonNullable<Data['own']>['rounds'] }) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="dot">
      <h2 id="dot">{words.rounds[language]}</h2>
      {rounds.length === 0 ? (
        <p className="hint">{words.noRounds[language]}</p>
      ) : (
        <Table
          caption={words.rounds[language]}
          rows={rounds}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: words.round[language], head: true, cell: (row) => <a href={`/tinh/dot/${row.id}`}>{row.name}</a> },
            {
              key: 'state',
              label: words.state[language],
              cell: (row) => <State kind={roundState[row.state]}>{officeWords[row.state][language]}</State>,
            },
            {
              key: 'dossiers',
              label: words.dossiers[language],
              align: 'right',
              cell: (row) => <a href={`/tinh/ho-so?dot=${row.id}`}>{row.dossiers}</a>,
            },
            {
              key: 'concluded',
              label: words.concluded[language],
              align: 'right',
              cell: (row) => <span className="num">{row.concluded}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}
