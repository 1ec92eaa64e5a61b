import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { publicEvents } from '#/programme/promotion/promotion.store.ts'
import { eventKindWords } from '#/programme/promotion/promotion.ts'
import { publicPoints } from '#/programme/sales-point/sales-point.store.ts'
import { mapLink, pointKindWords, settingWords } from '#/programme/sales-point/sales-point.ts'
import { fill } from '../commune/commune.messages.ts'
import { pageAsked, withParams, wordsAsked } from '../list-address.ts'
import { publicLoader } from '../page.server.ts'
import { daysText } from '../training/course-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { words } from './sales-point.messages.ts'
import type { Route } from './+types/public.page'

const PER_PAGE = 50

/** Open to anyone: where the points are, nothing about who runs them or what they earn. */
export const loader = publicLoader(async ({ db, now, services, url }) => {
  const query = { search: wordsAsked(url.searchParams), page: pageAsked(url.searchParams), perPage: PER_PAGE }
  const { provinceCode } = services.config
  const today = plainDateOf(now)
  const events = query.search === '' && query.page === 1 ? await publicEvents(db, provinceCode, today) : []
  return { ...(await publicPoints(db, provinceCode, query, today)), events, query, search: url.search }
})

export default function PublicPoints({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, events, query, search } = loaderData
  const places = [...Map.groupBy(rows, (row) => (row.outside ? words.outside[language] : (row.place ?? '')))]
  return (
    <Page title={words.publicTitle[language]} lead={words.publicLead[language]} description={words.publicLead[language]}>
      <div className="stack-l">
        <form method="get">
          <SearchBox label={words.publicSearch[language]} placeholder={words.publicSearch[language]} defaultValue={query.search} />
        </form>
        {events.length === 0 ? null : (
          <section className="stack" aria-labelledby="sap-toi">
            <h2 id="sap-toi">{words.publicEvents[language]}</h2>
            <ul className="stack">
              {events.map((event) => (
                <li key={event.id}>
                  <b>{event.title}</b>
                  <span className="block num">{daysText(event)}</span>
                  <small className="quiet block">
                    {[eventKindWords[event.kind][language], event.place].filter((part) => part !== '').join(' · ')}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        )}
        {rows.length === 0 ? (
          <EmptyState
            icon="search"
            title={(query.search === '' ? words.publicNone : words.noneFound)[language]}
            action={
              <ButtonLink kind="quiet" href={query.search === '' ? '/danh-muc' : '/diem-ban-ocop'}>
                {query.search === '' ? words.productsOnSale[language] : words.clear[language]}
              </ButtonLink>
            }
          />
        ) : (
          places.map(([place, points]) => (
            <section key={place} className="stack">
              <h2>{place}</h2>
              <ul className="stack">
                {points.map((point) => {
                  const map = mapLink(point)
                  return (
                    <li key={point.id}>
                      <b>{point.name}</b>
                      <span className="block">{point.address}</span>
                      <small className="quiet block">
                        {[
                          pointKindWords[point.kind][language],
                          settingWords[point.setting][language],
                          point.products === 0 ? '' : fill(words.certifiedCount[language], { n: point.products }),
                        ]
                          .filter((part) => part !== '')
                          .join(' · ')}
                      </small>
                      {map === null ? null : (
                        <a className="tap" href={map} rel="noopener noreferrer">
                          {words.map[language]}
                          <span className="vh">: {point.name}</span>
                        </a>
                      )}
                    </li>
                  )
                })}
              </ul>
            </section>
          ))
        )}
        <Pager page={query.page} pages={Math.ceil(total / PER_PAGE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
      </div>
    </Page>
  )
}
