import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reportKindWords } from '#/programme/report/form.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { listReportCalls, type CallRow } from '#/programme/report/report.store.ts'
import { fill } from '../commune/commune.messages.ts'
import { pageAsked, withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { State, type StateKind } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { PER_PAGE } from './list-query.ts'
import { words } from './report.messages.ts'
import type { Route } from './+types/calls.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const page = pageAsked(url.searchParams)
  const list = await listReportCalls(db, actor, plainDateOf(now), { page, perPage: PER_PAGE })
  return { ...list, page, search: url.search, keep: callRights(actor, actor.authority).keep }
})

const callMarks: Record<CallRow['state'], StateKind> = { planned: 'todo', open: 'part', closed: 'done' }

export default function Calls({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, page, search, keep } = loaderData
  const plan = keep ? <ButtonLink href="/bao-cao/dot/them">{words.newCall[language]}</ButtonLink> : undefined
  return (
    <Page
      title={words.calls[language]}
      lead={words.callsLead[language]}
      crumbs={[{ href: '/bao-cao', label: words.reports[language] }]}
      className="print-wide"
      actions={rows.length === 0 ? undefined : plan}
    >
      {rows.length === 0 ? (
        <EmptyState title={words.noCalls[language]} action={plan} />
      ) : (
        <Table
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
            { key: 'kind', label: words.kind[language], cell: (row) => reportKindWords[row.kind][language] },
            {
              key: 'period',
              label: words.period[language],
              cell: (row) => <span className="num">{`${formatDate(row.periodFrom)} – ${formatDate(row.periodTo)}`}</span>,
            },
            { key: 'cut', label: words.cutOff[language], cell: (row) => <span className="num">{formatDate(row.cutOffOn)}</span> },
            { key: 'due', label: words.due[language], cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
            {
              key: 'sent',
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
        />
      )}
      <Pager page={page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
    </Page>
  )
}
