import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reportKinds, reportKindWords } from '#/programme/report/form.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { callStates, listReportCalls, type CallRow } from '#/programme/report/report.store.ts'
import { fill } from '../commune/commune.messages.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State, type StateKind } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { callQuery, PER_PAGE } from './list-query.ts'
import { words } from './report.messages.ts'
import type { Route } from './+types/calls.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = callQuery(url.searchParams)
  const list = await listReportCalls(db, actor, plainDateOf(now), query)
  return { ...list, query, search: url.search, keep: callRights(actor, actor.authority).keep }
})

const callMarks: Record<CallRow['state'], StateKind> = { planned: 'todo', open: 'part', closed: 'done' }

export default function Calls({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep } = loaderData
  const none = total === 0 && search === ''
  const plan = keep ? <ButtonLink href="/bao-cao/dot/them">{words.newCall[language]}</ButtonLink> : undefined
  return (
    <Page
      title={words.calls[language]}
      lead={words.callsLead[language]}
      crumbs={[{ href: '/bao-cao', label: words.reports[language] }]}
      className="print-wide"
      actions={
        none ? undefined : (
          <>
            {plan}
            <PrintButton />
          </>
        )
      }
    >
      {none ? (
        <EmptyState title={words.noCalls[language]} action={plan} />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.findCall[language]} defaultValue={query.search} />}>
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={reportKinds.map((kind) => ({ value: kind, label: reportKindWords[kind][language] }))}
            />
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={callStates.map((state) => ({ value: state, label: words[state][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.calls[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.call[language],
                head: true,
                cell: (row) => (
                  <a href={`/bao-cao/dot/${row.id}`}>
                    <b>{row.title}</b>
                  </a>
                ),
              },
              { key: 'kind', narrow: 'line', label: words.kind[language], cell: (row) => reportKindWords[row.kind][language] },
              {
                key: 'period',
                narrow: 'line',
                label: words.period[language],
                cell: (row) => <span className="num">{`${formatDate(row.periodFrom)} – ${formatDate(row.periodTo)}`}</span>,
              },
              {
                key: 'cut',
                narrow: 'line',
                label: words.cutOff[language],
                cell: (row) => <span className="num">{formatDate(row.cutOffOn)}</span>,
              },
              {
                key: 'due',
                narrow: 'line',
                label: words.due[language],
                cell: (row) => <span className="num">{formatDate(row.dueOn)}</span>,
              },
              {
                key: 'sent',
                narrow: 'line',
                label: words.filed[language],
                cell: (row) =>
                  row.state === 'planned' ? (
                    ''
                  ) : (
                    <>
                      <a className="tap num" href={`/bao-cao?dot=${row.id}`}>
                        {fill(words.sentOf[language], row)}
                      </a>{' '}
                      {row.late > 0 ? (
                        <a className="tap" href={`/bao-cao?dot=${row.id}&han=cham`}>
                          <State kind="late">{`${row.late} ${words.late[language].toLowerCase()}`}</State>
                        </a>
                      ) : null}
                    </>
                  ),
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={callMarks[row.state]}>{words[row.state][language]}</State>,
              },
            ]}
            clearHref="/bao-cao/dot"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/bao-cao/dot.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
