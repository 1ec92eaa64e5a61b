import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listReceivables } from '#/programme/support/receivable.store.ts'
import { receivableStates, receivableWords } from '#/programme/support/support.ts'
import { pageAsked, withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { words } from './support.messages.ts'
import { PER_PAGE } from './supports-query.ts'
import type { Route } from './+types/receivables.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(readsMoney(actor, actor.authority) || producersOf(actor).length > 0)
  const state = receivableStates.find((one) => one === url.searchParams.get('trang-thai')) ?? null
  const page = pageAsked(url.searchParams)
  return { ...(await listReceivables(db, actor, { state, page, perPage: PER_PAGE })), state, page, search: url.search }
})

export default function Receivables({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, state, page, search } = loaderData
  return (
    <Page
      title={words.receivables[language]}
      crumbs={[{ href: '/ho-tro', label: words.supports[language] }]}
      className="print-wide"
      actions={<PrintButton />}
    >
      <Tabs
        label={words.state[language]}
        tabs={[
          { href: '/ho-tro/phai-thu', label: words.all[language], current: state === null },
          ...receivableStates.map((one) => ({
            href: `/ho-tro/phai-thu?trang-thai=${one}`,
            label: receivableWords[one][language],
            current: state === one,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.noReceivables[language]} />
      ) : (
        <Table
          caption={words.receivables[language]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'producer',
              label: words.producer[language],
              head: true,
              cell: (row) => (
                <>
                  <a href={`/ho-tro/phai-thu/${row.id}`}>
                    <b>{row.producer}</b>
                  </a>
                  <br />
                  <small className="quiet">{row.reason}</small>
                </>
              ),
            },
            {
              key: 'amount',
              label: words.amount[language],
              align: 'right',
              cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
            },
            {
              key: 'received',
              label: words.received[language],
              align: 'right',
              cell: (row) => <span className="num">{formatNumber(row.received)}</span>,
            },
            { key: 'due', label: words.due[language], cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
            { key: 'decision', label: words.decision[language], cell: (row) => row.decisionNumber },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => <State kind={receivableWords[row.state].mark}>{receivableWords[row.state][language]}</State>,
            },
          ]}
        />
      )}
      <Pager page={page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
    </Page>
  )
}
