import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { keepsMoney, readsMoney } from '#/programme/money/money.policy.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { listSupports, type SupportSort } from '#/programme/support/support.store.ts'
import { itemRules, supportItems, supportStates, supportWords } from '#/programme/support/support.ts'
import { withParams } from '../list-address.ts'
import { Dong } from '../money/figures.tsx'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './support.messages.ts'
import { PER_PAGE, supportsQuery } from './list-query.ts'
import type { Route } from './+types/supports.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const staff = readsMoney(actor, actor.authority)
  mustSee(staff || producersOf(actor).length > 0)
  const query = supportsQuery(url.searchParams)
  return {
    ...(await listSupports(db, actor, query)),
    query,
    search: url.search,
    staff,
    asks: keepsMoney(actor, actor.authority) || producersOf(actor).length > 0,
  }
})

export default function Supports({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, staff, asks } = loaderData
  const sortBy = (sort: SupportSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'amount' ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Page
      title={(staff ? words.supports : words.ownSupports)[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          {asks ? <ButtonLink href="/ho-tro/moi">{words.ask[language]}</ButtonLink> : null}
          <ButtonLink kind="quiet" href="/ho-tro/phai-thu">
            {words.receivables[language]}
          </ButtonLink>
          <PrintButton />
        </>
      }
    >
      {total === 0 && search === '' ? (
        <EmptyState
          title={words.none[language]}
          action={asks ? <ButtonLink href="/ho-tro/moi">{words.ask[language]}</ButtonLink> : undefined}
        />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
            hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={supportStates.map((state) => ({ value: state, label: supportWords[state][language] }))}
            />
            <Filter
              name="muc"
              label={words.item[language]}
              value={query.item}
              choices={supportItems.map((item) => ({ value: item, label: itemRules[item].words[language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.supports[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'item',
                label: words.item[language],
                head: true,
                cell: (row) => (
                  <>
                    <a href={`/ho-tro/${row.id}`}>
                      <b>{itemRules[row.item].words[language]}</b>
                    </a>
                    <br />
                    <small className="quiet">{[row.product, row.number].filter(Boolean).join(' · ')}</small>
                  </>
                ),
              },
              ...(staff
                ? [
                    {
                      key: 'producer',
                      label: words.producer[language],
                      narrow: 'full' as const,
                      ...sortBy('producer'),
                      cell: (row: (typeof rows)[number]) => row.producer,
                    },
                  ]
                : []),
              { key: 'asked', label: words.asked[language], align: 'right', narrow: 'line', cell: (row) => <Dong value={row.asked} /> },
              {
                key: 'approved',
                label: words.approved[language],
                align: 'right',
                narrow: 'line',
                ...sortBy('amount'),
                cell: (row) => <Dong value={row.approved} />,
              },
              {
                key: 'paid',
                label: words.paid[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => <span className="num">{formatNumber(row.paid)}</span>,
              },
              {
                key: 'due',
                narrow: 'line',
                label: words.nextDue[language],
                ...sortBy('due'),
                cell: (row) => (row.nextDue === null ? '' : <span className="num">{formatDate(row.nextDue)}</span>),
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={supportWords[row.state].mark}>{supportWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/ho-tro"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/ho-tro.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
