import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listReceivables, type ReceivableSort } from '#/programme/support/receivable.store.ts'
import { receivableStates, receivableWords } from '#/programme/support/support.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './support.messages.ts'
import { PER_PAGE, receivablesQuery } from './list-query.ts'
import type { Route } from './+types/receivables.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(readsMoney(actor, actor.authority) || producersOf(actor).length > 0)
  const query = receivablesQuery(url.searchParams)
  return { ...(await listReceivables(db, actor, query)), query, search: url.search }
})

export default function Receivables({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search } = loaderData
  const sortBy = (sort: ReceivableSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'amount' ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Page
      title={words.receivables[language]}
      lead={words.receivablesLead[language]}
      crumbs={[{ href: '/ho-tro', label: words.supports[language] }]}
      className="print-wide"
      actions={<PrintButton />}
    >
      {total === 0 && search === '' ? (
        <EmptyState
          title={words.noReceivables[language]}
          hint={words.noReceivablesHint[language]}
          action={
            <ButtonLink kind="quiet" href="/ho-tro">
              {words.supports[language]}
            </ButtonLink>
          }
        />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.findReceivable[language]} defaultValue={query.search} />}
            hidden={query.sort === 'owed' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={receivableStates.map((state) => ({ value: state, label: receivableWords[state][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.receivables[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'producer',
                label: words.producer[language],
                head: true,
                ...sortBy('producer'),
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
                narrow: 'line',
                ...sortBy('amount'),
                cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
              },
              {
                key: 'received',
                label: words.received[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => <span className="num">{formatNumber(row.received)}</span>,
              },
              {
                key: 'due',
                narrow: 'line',
                label: words.due[language],
                ...sortBy('due'),
                cell: (row) => <span className="num">{formatDate(row.dueOn)}</span>,
              },
              { key: 'decision', narrow: 'line', label: words.decision[language], cell: (row) => row.decisionNumber },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={receivableWords[row.state].mark}>{receivableWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/ho-tro/phai-thu"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/ho-tro/phai-thu.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
