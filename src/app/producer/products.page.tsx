import { stateWords, type DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { listProducts } from '#/programme/product/product.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { NoMatch } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Stars } from '../ui/star.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/products.page'

const PER_PAGE = 20

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(producersOf(actor).length > 0)
  const page = pageAsked(url.searchParams)
  const query = wordsAsked(url.searchParams)
  const list = await listProducts(db, actor, query, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
  return {
    page,
    query,
    search: url.search,
    total: list.total,
    rows: list.rows.map((row) => ({ ...row, dossierState: row.dossierState as DossierState | null })),
  }
})

export default function Products({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, page, search } = loaderData
  return (
    <Page
      title={words.products[language]}
      lead={words.productsLead[language]}
      actions={<ButtonLink href="/san-pham-cua-toi/them">{words.addProduct[language]}</ButtonLink>}
    >
      {total === 0 && query === '' ? (
        <EmptyState
          title={words.noDossiers[language]}
          hint={words.noDossiersHint[language]}
          action={<ButtonLink href="/san-pham-cua-toi/them">{words.addProduct[language]}</ButtonLink>}
        />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.searchDossiers[language]} defaultValue={query} />} />
          {rows.length === 0 ? (
            <NoMatch clearHref="/san-pham-cua-toi" />
          ) : (
            <Table
              caption={words.products[language]}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  label: words.product[language],
                  head: true,
                  cell: (row) => <a href={`/san-pham-cua-toi/${row.id}`}>{row.name}</a>,
                },
                {
                  key: 'producer',
                  label: words.producer[language],
                  narrow: 'full',
                  cell: (row) => <span className="quiet">{row.producerName}</span>,
                },
                {
                  key: 'set',
                  label: words.set[language],
                  cell: (row) => (row.setNo === null ? words.noSet[language] : <span className="num">{row.setNo}</span>),
                },
                {
                  key: 'dossier',
                  label: words.currentDossier[language],
                  narrow: 'full',
                  cell: (row) =>
                    row.dossierState === null ? (
                      '–'
                    ) : (
                      <a href={`/ho-so/${row.dossierId}`}>
                        <State kind={stateWords[row.dossierState].mark}>{stateWords[row.dossierState][language]}</State>
                      </a>
                    ),
                },
                { key: 'star', label: '★', cell: (row) => (row.star === null ? '–' : <Stars count={row.star} />) },
              ]}
            />
          )}
          <Pager page={page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
        </>
      )}
    </Page>
  )
}
