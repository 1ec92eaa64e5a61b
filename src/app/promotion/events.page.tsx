import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { serves } from '#/programme/people/actor.ts'
import { listEvents } from '#/programme/promotion/promotion.store.ts'
import { eventKinds, eventKindWords, eventStates, eventStateWords, reaches, reachWords } from '#/programme/promotion/promotion.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { daysText } from '../training/course-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { eventsQuery, PER_PAGE } from './events-query.ts'
import { words } from './promotion.messages.ts'
import type { Route } from './+types/events.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = eventsQuery(url.searchParams)
  return {
    ...(await listEvents(db, actor, query)),
    query,
    search: url.search,
    keep: serves(actor, actor.authority, 'office'),
    thisYear: Number(plainDateOf(now).slice(0, 4)),
  }
})

export default function Events({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep, thisYear } = loaderData
  const add = keep ? <ButtonLink href="/xuc-tien/them">{words.add[language]}</ButtonLink> : undefined
  const sortBy = (sort: 'recent' | 'title') => ({
    sortHref: withParams(search, { xep: sort === 'recent' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'title' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  const desk = rows.some((row) => row.products !== null)
  return (
    <Page
      title={words.promotion[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          <ButtonLink kind="quiet" small href="/lich-hoat-dong?loai=hoat-dong">
            {words.calendar[language]}
          </ButtonLink>
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
            hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={eventStates.map((one) => ({ value: one, label: eventStateWords[one][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={eventKinds.map((one) => ({ value: one, label: eventKindWords[one][language] }))}
            />
            <Filter
              name="pham-vi"
              label={words.reach[language]}
              value={query.reach}
              choices={reaches.map((one) => ({ value: one, label: reachWords[one][language] }))}
            />
            <Filter
              name="nam"
              label={words.year[language]}
              value={query.year === null ? '' : String(query.year)}
              choices={Array.from({ length: 8 }, (_, back) => String(thisYear + 1 - back)).map((year) => ({ value: year, label: year }))}
            />
          </Toolbar>
          <Listing
            caption={words.promotion[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.title[language],
                head: true,
                ...sortBy('title'),
                cell: (row) => (
                  <>
                    <a href={`/xuc-tien/${row.id}`}>
                      <b>{row.title}</b>
                    </a>
                    <small className="quiet block">
                      {[eventKindWords[row.kind][language], row.place, reachWords[row.reach][language]]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </small>
                  </>
                ),
              },
              {
                key: 'days',
                label: words.days[language],
                ...sortBy('recent'),
                cell: (row) => <span className="num">{daysText(row)}</span>,
              },
              ...(desk
                ? [
                    {
                      key: 'products',
                      label: words.products[language],
                      align: 'right' as const,
                      cell: (row: (typeof rows)[number]) => <span className="num">{row.products ?? '–'}</span>,
                    },
                  ]
                : []),
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={eventStateWords[row.state].mark}>{eventStateWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/xuc-tien"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/xuc-tien.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
