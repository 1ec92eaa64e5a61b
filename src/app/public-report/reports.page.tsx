import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { listReports, type ReportSort } from '#/programme/public-report/public-report.store.ts'
import { reportStateWords, topics, topicWords } from '#/programme/public-report/public-report.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './public-report.messages.ts'
import { ReportMarks } from './report-marks.tsx'
import { PER_PAGE, reportsQuery, stateFilters } from './reports-query.ts'
import type { Route } from './+types/reports.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = reportsQuery(url.searchParams)
  const today = plainDateOf(now)
  return { ...(await listReports(db, actor, query, today)), query, today, search: url.search }
})

const filterWords = (state: (typeof stateFilters)[number], language: Language): string =>
  state === 'open' || state === 'overdue' ? words[state][language] : reportStateWords[state][language]

export default function Reports({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, today, search } = loaderData
  const sortBy = (sort: ReportSort) => ({
    sortHref: withParams(search, { xep: sort === 'newest' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'newest' ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Page title={words.reports[language]} lead={words.reportsLead[language]} className="print-wide" actions={<PrintButton />}>
      {total === 0 && search === '' ? (
        <EmptyState
          title={words.none[language]}
          hint={words.noneHint[language]}
          action={
            <ButtonLink kind="quiet" href="/phan-anh">
              {words.openForm[language]}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
            hidden={query.sort === 'newest' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state === 'all' ? null : query.state}
              choices={stateFilters.map((one) => ({ value: one, label: filterWords(one, language) }))}
            />
            <Filter
              name="viec"
              label={words.topicShort[language]}
              value={query.topic}
              choices={topics.map((one) => ({ value: one, label: topicWords[one][language] }))}
            />
            <Filter
              name="giao"
              label={words.who[language]}
              value={query.mine ? 'toi' : null}
              choices={[{ value: 'toi', label: words.mine[language] }]}
            />
          </Toolbar>
          <Listing
            caption={words.reports[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'topic',
                label: words.topicShort[language],
                head: true,
                cell: (row) => (
                  <>
                    <a href={`/tinh/phan-anh/${row.id}`}>
                      <b>{topicWords[row.topic][language]}</b>
                    </a>
                    <small className="quiet block">{shortened(row.words)}</small>
                  </>
                ),
              },
              {
                key: 'subject',
                label: words.subject[language],
                narrow: 'full',
                cell: (row) => (
                  <>
                    {row.product ?? row.producer ?? row.about}
                    {row.product === null ? null : <small className="quiet block">{row.producer}</small>}
                    {row.body === null ? null : (
                      <small className="quiet block">
                        {words.fromBody[language]}: {row.body}
                      </small>
                    )}
                  </>
                ),
              },
              {
                key: 'received',
                label: words.receivedOn[language],
                narrow: 'hide',
                ...sortBy('newest'),
                cell: (row) => <span className="num">{formatInstantDate(row.receivedAt)}</span>,
              },
              {
                key: 'due',
                label: words.dueOn[language],
                ...sortBy('due'),
                cell: (row) => <span className="num">{formatDate(row.dueOn)}</span>,
              },
              { key: 'who', label: words.who[language], narrow: 'hide', cell: (row) => row.assigneeName ?? '–' },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <ReportMarks report={row} today={today} />,
              },
            ]}
            clearHref="/tinh/phan-anh"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/tinh/phan-anh.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}

const shortened = (text: string): string => (text.length > 120 ? `${[...text].slice(0, 119).join('')}…` : text)
