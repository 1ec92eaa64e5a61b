import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { serves } from '#/programme/people/actor.ts'
import { listPoints, type PointSort } from '#/programme/sales-point/sales-point.store.ts'
import { pointKinds, pointKindWords, pointStates, pointStateWords, settings, settingWords } from '#/programme/sales-point/sales-point.ts'
import { fill } from '../commune/commune.messages.ts'
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
import { PER_PAGE, pointsQuery } from './points-query.ts'
import { words } from './sales-point.messages.ts'
import type { Route } from './+types/points.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = pointsQuery(url.searchParams)
  return {
    ...(await listPoints(db, actor, query, plainDateOf(now))),
    query,
    search: url.search,
    keep: serves(actor, actor.authority, 'office'),
  }
})

export default function Points({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep } = loaderData
  const add = keep ? <ButtonLink href="/diem-ban/them">{words.add[language]}</ButtonLink> : undefined
  const sortBy = (sort: PointSort) => ({
    sortHref: withParams(search, { xep: sort === 'name' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'name' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  return (
    <Page
      title={words.points[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          <ButtonLink kind="quiet" small href="/diem-ban/bao-cao-thang">
            {words.months[language]}
          </ButtonLink>
          {add}
        </>
      }
    >
      {total === 0 && search === '' ? (
        <EmptyState title={(keep ? words.none : words.noneLocal)[language]} {...(keep ? { action: add } : {})} />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
            hidden={query.sort === 'name' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={pointStates.map((one) => ({ value: one, label: pointStateWords[one][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={pointKinds.map((one) => ({ value: one, label: pointKindWords[one][language] }))}
            />
            <Filter
              name="noi"
              label={words.setting[language]}
              value={query.setting}
              choices={settings.map((one) => ({ value: one, label: settingWords[one][language] }))}
            />
          </Toolbar>
          <Listing
            caption={words.points[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: words.name[language],
                head: true,
                ...sortBy('name'),
                cell: (row) => (
                  <>
                    <a href={`/diem-ban/${row.id}`}>
                      <b>{row.name}</b>
                    </a>
                    <small className="quiet block">
                      {[row.address, row.outside ? words.outside[language] : (row.place ?? '')].filter((part) => part !== '').join(', ')}
                    </small>
                  </>
                ),
              },
              { key: 'operator', label: words.operatorName[language], narrow: 'full', cell: (row) => row.operatorName },
              {
                key: 'products',
                label: words.products[language],
                align: 'right',
                ...sortBy('products'),
                cell: (row) => <span className="num">{row.products}</span>,
              },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => (
                  <>
                    <State kind={pointStateWords[row.state].mark}>{pointStateWords[row.state][language]}</State>
                    {row.late === null || row.late === 0 ? null : (
                      <>
                        <br />
                        <State kind="late">{fill(words.late[language], { n: row.late })}</State>
                      </>
                    )}
                  </>
                ),
              },
            ]}
            clearHref="/diem-ban"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/diem-ban.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
