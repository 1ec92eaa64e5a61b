import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong, formatNumber, formatPercent } from '#/platform/text/format.ts'
import type { Db } from '#/platform/database/open.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { figureOf } from '#/programme/indicator/figures.store.ts'
import { printFigure } from '#/programme/indicator/indicator.ts'
import { figureReader, frameOf } from '#/programme/indicator/reader.ts'
import { indicatorOf } from '#/programme/indicator/registry.ts'
import { waitingEntries } from '#/programme/money/entry.store.ts'
import { budgetYears, yearOverview, type Figures } from '#/programme/money/money.store.ts'
import { plansWithMoney } from '#/programme/money/plan-money.store.ts'
import { categoryWords } from '#/programme/money/money.ts'
import { keepsMoney, readsMoney } from '#/programme/money/money.policy.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../commune/commune.messages.ts'
import { yearAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Dong, figureColumns } from './figures.tsx'
import { words } from './money.messages.ts'
import { SourcesTable } from './sources-table.tsx'
import type { Route } from './+types/overview.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(readsMoney(actor, actor.authority))
  const thisYear = Number(plainDateOf(now).slice(0, 4))
  const year = yearAsked(url.searchParams) ?? thisYear
  const known = await budgetYears(db, actor.authority)
  return {
    year,
    years: [...new Set([thisYear, year, ...known])].toSorted((a, b) => b - a),
    overview: await yearOverview(db, actor, year),
    perStar: await perStarOf(db, actor, year, now),
    waiting: await waitingEntries(db, actor.authority),
    plans: await plansWithMoney(db, actor.authority),
    keep: keepsMoney(actor, actor.authority),
  }
})

/** The same figure as everywhere else: an indicator of the desk over the year. */
async function perStarOf(db: Db, actor: Actor, year: number, now: Date) {
  const reader = figureReader(actor)
  if (reader === null) return null
  const of = indicatorOf('cost-per-new-star')
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const figure = await figureOf(db, of.id, frameOf(reader, { from, to }), {}, now)
  return { ...figure, shown: printFigure(of, figure), href: `/chi-tieu/danh-sach/${of.id}?tu=${formatDate(from)}&den=${formatDate(to)}` }
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { year, years, overview, perStar, waiting, plans, keep } = loaderData
  const { lines, sources, all, planned } = overview
  const inYear = { nam: String(year) }
  return (
    <Page
      title={fill(words.moneyOf[language], { year })}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          {keep ? <ButtonLink href="/kinh-phi/khoan-moi">{words.addLine[language]}</ButtonLink> : null}
          {keep ? (
            <ButtonLink kind="quiet" href="/nhap-bang/khoan-kinh-phi">
              {words.importAnnex[language]}
            </ButtonLink>
          ) : null}
          <PrintButton />
        </>
      }
    >
      <div className="stack-l">
        <nav className="row no-print" aria-label={words.money[language]}>
          {waiting === 0 ? null : (
            <a className="tap" href="/kinh-phi/so?trang-thai=entered">
              {fill(words.waiting[language], { n: waiting })}
            </a>
          )}
          <a className="tap" href={`/kinh-phi/so?nam=${year}`}>
            {words.journal[language]}
          </a>
          <a className="tap" href="/kinh-phi/nguon">
            {words.sources[language]}
          </a>
        </nav>
        <Tabs
          label={words.year[language]}
          tabs={years.map((one) => ({ href: `/kinh-phi?nam=${one}`, label: String(one), current: one === year }))}
        />
        {lines.length === 0 ? (
          <EmptyState
            title={words.noLines[language]}
            hint={words.noLinesHint[language]}
            action={keep ? <ButtonLink href="/kinh-phi/khoan-moi">{words.addLine[language]}</ButtonLink> : undefined}
          />
        ) : (
          <>
            <Facts
              facts={[
                { label: words.planned[language], value: <span className="num">{formatDong(planned)}</span> },
                {
                  label: words.allocated[language],
                  value: <span className="num">{formatDong(all.allocated)}</span>,
                },
                {
                  label: words.disbursed[language],
                  value: <span className="num">{formatDong(all.disbursed)}</span>,
                  ...(all.allocated > 0
                    ? { note: fill(words.share[language], { share: formatPercent(all.disbursed / all.allocated, 2) }) }
                    : {}),
                },
                { label: words.free[language], value: <span className="num">{formatDong(all.free)}</span> },
                ...(perStar === null
                  ? []
                  : [
                      {
                        label: words.perStar[language],
                        value: (
                          <a className="num" href={perStar.href}>
                            {perStar.shown}
                          </a>
                        ),
                        note:
                          perStar.blank?.[language] ??
                          fill(words.perStarWhy[language], {
                            disbursed: formatDong(perStar.numerator),
                            stars: formatNumber(perStar.denominator ?? 0),
                          }),
                      },
                    ]),
              ]}
            />
            <section className="stack" aria-labelledby="theo-khoan">
              <h2 id="theo-khoan">{words.lines[language]}</h2>
              <Table
                caption={words.lines[language]}
                rows={[...lines, { id: null, figures: all, planned }]}
                rowKey={(row) => row.id ?? 'all'}
                columns={[
                  {
                    key: 'title',
                    label: words.line[language],
                    head: true,
                    cell: (row) =>
                      row.id === null ? (
                        <b>{words.total[language]}</b>
                      ) : (
                        <>
                          <a href={`/kinh-phi/khoan/${row.id}`}>
                            <b>{row.title}</b>
                          </a>
                          <br />
                          <small className="quiet">{categoryWords[row.itemCategory][language]}</small>
                        </>
                      ),
                  },
                  {
                    key: 'planned',
                    label: words.planned[language],
                    align: 'right',
                    narrow: 'hide',
                    cell: (line) => <Dong value={line.planned} />,
                  },
                  ...figureColumns<{ id: string | null; figures: Figures }>(
                    language,
                    (row) => row.figures,
                    (row) => (row.id === null ? inYear : { khoan: row.id }),
                    { brief: true },
                  ),
                ]}
              />
            </section>
            {sources.length === 0 ? null : (
              <section className="stack" aria-labelledby="theo-nguon">
                <h2 id="theo-nguon">{words.bySource[language]}</h2>
                <SourcesTable rows={sources} at={(source) => ({ nguon: source.id, ...inYear })} />
              </section>
            )}
            <ExcelLink href={`/kinh-phi.xlsx?nam=${year}`} rows={lines.length} />
          </>
        )}
        {plans.length === 0 ? null : (
          <section className="stack" aria-labelledby="ke-hoach">
            <h2 id="ke-hoach">{words.plans[language]}</h2>
            <ul>
              {plans.map((plan) => (
                <li key={plan.familyId}>
                  <a className="tap" href={`/kinh-phi/ke-hoach/${plan.familyId}`}>
                    {plan.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  )
}
