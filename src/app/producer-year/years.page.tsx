import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong, formatNumber } from '#/platform/text/format.ts'
import { producersOf, serves } from '#/programme/people/actor.ts'
import { moveYearTerm } from '#/programme/producer-year/producer-year.actions.ts'
import { dueOf, listStates, listYears, ownYears, type YearLine, type YearSort } from '#/programme/producer-year/producer-year.store.ts'
import { isLate, yearWords } from '#/programme/producer-year/producer-year.ts'
import { bringsIn, readsYears } from '#/programme/producer-year/rights.ts'
import { mustSee } from '#/programme/refuse.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { withParams } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage } from '../ui/language.ts'
import { PrintButton } from '../ui/page-tools.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Fold, Toolbar, Filter } from '../ui/toolbar.tsx'
import { OwnYears } from './own-years.tsx'
import { fill, words } from './producer-year.messages.ts'
import { PER_PAGE, yearQuery, yearsUpTo } from './years-query.ts'
import type { Route } from './+types/years.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const today = plainDateOf(now)
  const query = yearQuery(url.searchParams, today)
  const reads = readsYears(actor)
  mustSee(reads || producersOf(actor).length > 0)
  const own = await ownYears(db, actor, yearsUpTo(today, 4))
  const term = await dueOf(db, actor.provinceCode, query.year)
  return {
    own: own.map((line) => ({ ...line, late: isLate(line.dueOn, line.filedAt ? plainDateOf(line.filedAt) : null, today) })),
    list: reads ? await listYears(db, actor, query, today) : null,
    query,
    search: url.search,
    years: yearsUpTo(today).map(String),
    dueOn: term?.dueOn ?? null,
    bringsSheets: bringsIn(actor),
    movesTerm: actor.authority === actor.provinceCode && serves(actor, actor.provinceCode, 'office'),
  }
})

export const action = pageAction(async ({ act, form }) => {
  const texts = textsOf(form)
  await act((ctx) => moveYearTerm(ctx, texts['year'], texts))
  return saved(`/so-lieu-nam?nam=${texts['year']}`)
})

export default function Years({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { own, list, query, dueOn, movesTerm, bringsSheets } = loaderData
  return (
    <Page
      title={words.title[language]}
      lead={words.lead[language]}
      actions={
        <>
          {bringsSheets ? (
            <ButtonLink kind="quiet" href="/nhap-bang/so-lieu-nam">
              {words.fromSheet[language]}
            </ButtonLink>
          ) : null}
          <PrintButton />
        </>
      }
    >
      <div className="stack-l">
        {own.length === 0 ? null : <OwnYears lines={own} />}
        {list === null ? null : (
          <section className="stack">
            <p>
              <b>{fill(words.ofYear[language], { year: query.year })}</b>
              {': '}
              {fill(words.summary[language], { owed: list.owed, missing: list.missing, late: list.late })}
              {' · '}
              {dueOn === null ? words.noDue[language] : fill(words.dueOn[language], { date: formatDate(dueOn) })}
            </p>
            <div>
              <YearList {...loaderData} list={list} />
            </div>
            {movesTerm ? (
              <Disclose summary={words.moveTerm[language]} open={actionData !== undefined}>
                <DeedForm deed="term" answer={actionData} label={words.moveTerm[language]}>
                  <input type="hidden" name="year" value={query.year} />
                  <DateField name="dueOn" label={words.due[language]} defaultValue={dueOn === null ? '' : formatDate(dueOn)} />
                  <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
                </DeedForm>
              </Disclose>
            ) : null}
          </section>
        )}
      </div>
    </Page>
  )
}

type Listed = Omit<Route.ComponentProps['loaderData'], 'list'> & { list: NonNullable<Route.ComponentProps['loaderData']['list']> }

function YearList({ list, query, search, years }: Listed) {
  const language = useLanguage()
  const sortBy = (sort: YearSort) => ({
    sortHref: withParams(search, { xep: sort === 'name' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'name' || sort === 'commune' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  return (
    <>
      <Toolbar
        search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
        hidden={query.sort === 'name' ? {} : { xep: query.sort }}
      >
        <Fold>
          <Select
            name="nam"
            label={words.year[language]}
            empty={false}
            defaultValue={String(query.year)}
            choices={years.map((year) => ({ value: year, label: year }))}
          />
        </Fold>
        <Filter
          name="trang-thai"
          label={words.state[language]}
          value={query.state}
          choices={listStates.map((state) => ({ value: state, label: yearWords[state][language] }))}
        />
        <Filter
          name="chi"
          label={words.only[language]}
          value={query.only === null ? '' : { late: 'tre', followUp: 'theo-doi' }[query.only]}
          choices={[
            { value: 'tre', label: words.late[language] },
            { value: 'theo-doi', label: words.followUp[language] },
          ]}
        />
      </Toolbar>
      {list.rows.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.none[language]}
          hint={words.noneHint[language]}
          action={
            <ButtonLink kind="quiet" href={`/so-lieu-nam?nam=${query.year}`}>
              {words.clear[language]}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={fill(words.ofYear[language], { year: query.year })}
          rows={list.rows}
          rowKey={(row) => row.producerId}
          columns={[
            {
              key: 'producer',
              label: words.producer[language],
              head: true,
              ...sortBy('name'),
              cell: (row) => <Name row={row} year={query.year} />,
            },
            { key: 'commune', label: words.commune[language], narrow: 'full', ...sortBy('commune'), cell: (row) => row.commune },
            {
              key: 'workers',
              label: words.people[language],
              align: 'right',
              ...sortBy('workers'),
              cell: (row) => <span className="num">{row.workers === null ? '–' : formatNumber(row.workers)}</span>,
            },
            {
              key: 'revenue',
              label: words.revenueOf[language],
              align: 'right',
              nowrap: true,
              ...sortBy('revenue'),
              cell: (row) => <span className="num">{row.revenue === null ? '–' : formatDong(row.revenue)}</span>,
            },
            { key: 'state', label: words.state[language], narrow: 'full', cell: (row) => <Marks row={row} /> },
          ]}
        />
      )}
      <Pager page={query.page} pages={Math.ceil(list.total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
      <ExcelLink href={`/so-lieu-nam/bang.xlsx${search}`} rows={list.total} />
    </>
  )
}

/** A year that was not filed has no page for staff. */
function Name({ row, year }: { row: YearLine; year: number }) {
  return row.filedAt === null ? (
    <b>{row.producer}</b>
  ) : (
    <a href={`/so-lieu-nam/${row.producerId}/${year}`}>
      <b>{row.producer}</b>
    </a>
  )
}

function Marks({ row }: { row: YearLine }) {
  const language = useLanguage()
  const state = yearWords[row.state ?? 'missing']
  return (
    <span className="row">
      <State kind={state.mark}>{state[language]}</State>
      {row.late ? <State kind="late">{words.late[language]}</State> : null}
      {row.followUp ? <State kind="back">{words.followUp[language]}</State> : null}
    </span>
  )
}
