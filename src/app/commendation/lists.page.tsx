import { formatDate } from '#/platform/text/format.ts'
import { awardWords, listRights, listStates, listWords } from '#/programme/commendation/commendation.ts'
import { listCommendations } from '#/programme/commendation/commendation.store.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './commendation.messages.ts'
import { listQuery, PER_PAGE } from './list-query.ts'
import type { Route } from './+types/lists.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const query = listQuery(url.searchParams)
  const { keeps } = listRights(actor, { authority: actor.authority, state: 'draft' })
  return { ...(await listCommendations(db, actor, query)), query, search: url.search, keeps }
})

export default function Lists({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keeps } = loaderData
  const begin = keeps ? <ButtonLink href="/khen-thuong/chon">{words.choose[language]}</ButtonLink> : undefined
  return (
    <Page title={words.lists[language]} lead={words.lead[language]} actions={begin}>
      {total === 0 && search === '' ? (
        <EmptyState title={words.none[language]} hint={words.noneHint[language]} action={begin} />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}>
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={listStates.map((state) => ({ value: state, label: listWords[state][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.lists[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.list[language],
                head: true,
                cell: (row) => (
                  <a href={`/khen-thuong/${row.id}`}>
                    <b>{row.title}</b>
                  </a>
                ),
              },
              { key: 'award', label: words.award[language], cell: (row) => awardWords[row.award][language] },
              { key: 'units', label: words.units[language], align: 'right', cell: (row) => <span className="num">{row.units}</span> },
              { key: 'persons', label: words.persons[language], align: 'right', cell: (row) => <span className="num">{row.persons}</span> },
              { key: 'number', label: words.number[language], nowrap: true, cell: (row) => row.number ?? '' },
              {
                key: 'day',
                label: words.decidedOn[language],
                nowrap: true,
                cell: (row) => (row.decidedOn === null ? '' : <span className="num">{formatDate(row.decidedOn)}</span>),
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={listWords[row.state].mark}>{listWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/khen-thuong"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/khen-thuong.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
