import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { openMonths } from '#/programme/sales-point/sales-point.store.ts'
import { monthWords } from '#/programme/sales-point/sales-point.ts'
import { pageAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { monthText } from './month-words.ts'
import { words } from './sales-point.messages.ts'
import type { Route } from './+types/months.page'

const PER_PAGE = 50

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const page = pageAsked(url.searchParams)
  return { ...(await openMonths(db, actor, plainDateOf(now), { limit: PER_PAGE, offset: (page - 1) * PER_PAGE })), page }
})

export default function Months({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, page } = loaderData
  return (
    <Page
      title={words.months[language]}
      lead={words.monthsLead[language]}
      crumbs={[{ href: '/diem-ban', label: words.points[language] }]}
      actions={<PrintButton />}
    >
      {rows.length === 0 ? (
        <EmptyState
          icon="check"
          title={words.noMonths[language]}
          action={<ButtonLink href="/diem-ban">{words.points[language]}</ButtonLink>}
        />
      ) : (
        <Table
          caption={words.months[language]}
          rows={rows}
          rowKey={(row) => `${row.id} ${row.month}`}
          columns={[
            {
              key: 'name',
              label: words.name[language],
              head: true,
              cell: (row) => (
                <>
                  <a href={`/diem-ban/${row.id}`}>
                    <b>{row.name}</b>
                  </a>
                  <small className="quiet block">{row.operatorName}</small>
                </>
              ),
            },
            { key: 'month', label: words.month[language], cell: (row) => <span className="num">{monthText(row.month)}</span> },
            { key: 'due', label: words.dueOn[language], nowrap: true, cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => <State kind={monthWords[row.state].mark}>{monthWords[row.state][language]}</State>,
            },
          ]}
        />
      )}
      <Pager page={page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => `?trang=${to}`} />
    </Page>
  )
}
