import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { requestKinds, requestKindWords, requestStates, requestWords } from '#/programme/objection/ministry-request.ts'
import { listRequests, type RequestSort } from '#/programme/objection/ministry-request.store.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './after.messages.ts'
import { PER_PAGE, requestQuery } from './list-query.ts'
import type { Route } from './+types/requests.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const query = requestQuery(url.searchParams)
  return { ...(await listRequests(db, actor, query)), query, search: url.search }
})

export default function Requests({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search } = loaderData
  const sortBy = (sort: RequestSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  if (total === 0 && search === '')
    return (
      <Page title={words.requests[language]} lead={words.requestLead[language]}>
        <EmptyState
          title={words.noRequests[language]}
          hint={words.noRequestsHint[language]}
          action={<ButtonLink href="/tinh/ho-so?trang-thai=recognised,notRecognised,ended">{words.dossiers[language]}</ButtonLink>}
        />
      </Page>
    )
  return (
    <Page title={words.requests[language]} lead={words.requestLead[language]} className="print-wide">
      <Toolbar
        search={<Field name="q" type="search" label={words.searchRequests[language]} defaultValue={query.search} />}
        hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
      >
        <Filter
          name="trang-thai"
          label={words.state[language]}
          value={query.state}
          choices={requestStates.map((state) => ({ value: state, label: requestWords[state][language] }))}
        />
        <Filter
          name="loai"
          label={words.requestKind[language]}
          value={query.kind}
          choices={requestKinds.map((kind) => ({ value: kind, label: requestKindWords[kind][language] }))}
        />
      </Toolbar>
      <Listing
        caption={words.requests[language]}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'number',
            label: words.requestNumber[language],
            head: true,
            cell: (row) => <a href={`/tinh/yeu-cau-cua-bo/${row.id}`}>{row.number}</a>,
          },
          {
            key: 'dated',
            label: words.datedOn[language],
            ...sortBy('dated'),
            cell: (row) => <span className="num">{formatDate(row.datedOn)}</span>,
          },
          { key: 'product', label: words.product[language], narrow: 'full', ...sortBy('product'), cell: (row) => row.productName },
          { key: 'producer', label: words.producer[language], cell: (row) => row.producerName },
          { key: 'kind', label: words.requestKind[language], cell: (row) => requestKindWords[row.kind][language] },
          {
            key: 'state',
            label: words.state[language],
            narrow: 'full',
            cell: (row) => (
              <>
                <State kind={requestWords[row.state].mark}>{requestWords[row.state][language]}</State>{' '}
                {row.answeredAt === null ? null : <span className="num hint">{formatInstantDate(row.answeredAt)}</span>}
              </>
            ),
          },
        ]}
        clearHref="/tinh/yeu-cau-cua-bo"
        search={search}
        page={query.page}
        perPage={PER_PAGE}
        total={total}
        excel={`/tinh/yeu-cau-cua-bo.xlsx${search}`}
      />
    </Page>
  )
}
