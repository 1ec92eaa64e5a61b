import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reportKinds, reportKindWords } from '#/programme/report/form.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { anyReport, listReports, type ReportSort } from '#/programme/report/report.store.ts'
import { reportStates, reportStateWords } from '#/programme/report/report.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { PER_PAGE, reportQuery } from './list-query.ts'
import { ReportMarks } from './report-marks.tsx'
import { words } from './report.messages.ts'
import type { Route } from './+types/reports.page'

/** Without a question the page opens on what waits for the reader, where anything does. */
export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const today = plainDateOf(now)
  const asked = reportQuery(url.searchParams)
  const waiting = await listReports(db, actor, { ...anyReport, mine: true, perPage: 1 }, today)
  const query = url.search === '' ? { ...asked, mine: waiting.total > 0 } : asked
  return {
    ...(await listReports(db, actor, query, today)),
    query,
    waiting: waiting.total,
    today,
    search: query.mine ? withParams(url.searchParams, { viec: 'can-xu-ly' }) : url.search,
    plain: url.search === '',
    calls: callRights(actor, actor.authority).see,
  }
})

export default function Reports({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, waiting, today, search, plain, calls } = loaderData
  const sortBy = (sort: ReportSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  const callsLink = calls ? (
    <>
      <ButtonLink kind="quiet" href="/bao-cao/dot">
        {words.calls[language]}
      </ButtonLink>
      <ButtonLink kind="quiet" href="/bao-cao/mau">
        {words.forms[language]}
      </ButtonLink>
    </>
  ) : undefined
  return (
    <Page
      title={words.reports[language]}
      lead={words.reportsLead[language]}
      className="print-wide"
      actions={
        <>
          {callsLink}
          <PrintButton />
        </>
      }
    >
      {total === 0 && plain ? (
        <EmptyState
          title={words.noReports[language]}
          hint={words.noReportsHint[language]}
          action={calls ? <ButtonLink href="/bao-cao/dot">{words.calls[language]}</ButtonLink> : undefined}
        />
      ) : (
        <>
          {waiting > 0 || query.mine ? (
            <Tabs
              label={words.reports[language]}
              className="mb"
              tabs={[
                { href: '/bao-cao?viec=can-xu-ly', label: words.toDo[language], count: waiting, current: query.mine },
                { href: '/bao-cao?viec=tat-ca', label: words.allReports[language], current: !query.mine },
              ]}
            />
          ) : null}
          <Toolbar
            search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
            hidden={{
              ...(query.sort === 'due' ? {} : { xep: query.sort }),
              ...(query.callId === null ? {} : { dot: query.callId }),
              viec: query.mine ? 'can-xu-ly' : 'tat-ca',
            }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={reportStates.map((state) => ({ value: state, label: reportStateWords[state][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={reportKinds.map((kind) => ({ value: kind, label: reportKindWords[kind][language] }))}
            />
            <Filter
              name="han"
              label={words.timing[language]}
              value={query.late ? 'cham' : query.missing ? 'chua-gui' : ''}
              choices={[
                { value: 'cham', label: words.late[language] },
                { value: 'chua-gui', label: words.missing[language] },
              ]}
            />
          </Toolbar>
          <Listing
            caption={words.reports[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'unit',
                label: words.unit[language],
                head: true,
                ...sortBy('unit'),
                cell: (row) => (
                  <a href={`/bao-cao/${row.id}`}>
                    <b>{row.unitName}</b>
                  </a>
                ),
              },
              { key: 'call', label: words.call[language], narrow: 'full', cell: (row) => row.callTitle },
              {
                key: 'due',
                narrow: 'line',
                label: words.due[language],
                ...sortBy('due'),
                cell: (row) => <span className="num">{formatDate(row.dueOn)}</span>,
              },
              {
                key: 'filed',
                narrow: 'line',
                label: words.filed[language],
                ...sortBy('filed'),
                cell: (row) => (row.filedOn === null ? words.notFiled[language] : <span className="num">{formatDate(row.filedOn)}</span>),
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                ...sortBy('state'),
                cell: (row) => <ReportMarks report={row} today={today} />,
              },
            ]}
            clearHref="/bao-cao?viec=tat-ca"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/bao-cao.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
