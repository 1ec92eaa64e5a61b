import { formatDate } from '#/platform/text/format.ts'
import { listBatches, type BatchSort } from '#/programme/batch/batch.store.ts'
import { batchStates, batchStateWords } from '#/programme/batch/batch.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { withParams } from '../list-address.ts'
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
import { words } from './batch.messages.ts'
import { quantityText, shelfText } from './batch-words.ts'
import { batchesQuery, PER_PAGE } from './batches-query.ts'
import type { Route } from './+types/batches.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const query = batchesQuery(url.searchParams)
  return { ...(await listBatches(db, actor, query)), query, search: url.search, keeps: hasRole(actor, 'producer') }
})

export default function Batches({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keeps } = loaderData
  const add = keeps ? <ButtonLink href="/lo-san-xuat/them">{words.add[language]}</ButtonLink> : undefined
  const sortBy = (sort: BatchSort) => ({
    sortHref: withParams(search, { xep: sort === 'produced' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'produced' ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Page
      title={words.batches[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          {add}
        </>
      }
    >
      {total === 0 && search === '' ? (
        <EmptyState title={words.none[language]} {...(add ? { action: add } : {})} />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
            hidden={{
              ...(query.sort === 'produced' ? {} : { xep: query.sort }),
              ...(query.product === null ? {} : { 'san-pham': query.product }),
            }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={batchStates.map((one) => ({ value: one, label: batchStateWords[one][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.batches[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'number',
                label: words.number[language],
                head: true,
                cell: (row) => (
                  <a href={`/lo-san-xuat/${row.id}`}>
                    <b>{row.number}</b>
                  </a>
                ),
              },
              {
                key: 'product',
                label: words.product[language],
                narrow: 'full',
                ...sortBy('product'),
                cell: (row) => (
                  <>
                    {row.product}
                    {keeps ? null : <small className="quiet block">{row.producer}</small>}
                  </>
                ),
              },
              {
                key: 'produced',
                label: words.producedOn[language],
                ...sortBy('produced'),
                cell: (row) => (
                  <>
                    <span className="num">{formatDate(row.producedOn)}</span>
                    <small className="quiet block">{shelfText(row, language)}</small>
                  </>
                ),
              },
              {
                key: 'quantity',
                label: words.quantity[language],
                align: 'right',
                cell: (row) => <span className="num">{quantityText(row)}</span>,
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={batchStateWords[row.state].mark}>{batchStateWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/lo-san-xuat"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/lo-san-xuat.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
