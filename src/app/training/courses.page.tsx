import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { serves } from '#/programme/people/actor.ts'
import { ownCertificates } from '#/programme/training/attendance.store.ts'
import { desksOf } from '#/programme/training/training.policy.ts'
import { listCourses, type CourseRow, type CourseSort } from '#/programme/training/training.store.ts'
import { courseKinds, courseKindWords, courseStates, courseStateWords, topics, topicWords } from '#/programme/training/training.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { type Column } from '../ui/table.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { daysText } from './course-words.ts'
import { coursesQuery, PER_PAGE } from './courses-query.ts'
import { words } from './training.messages.ts'
import type { Route } from './+types/courses.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = coursesQuery(url.searchParams)
  return {
    ...(await listCourses(db, actor, query)),
    query,
    search: url.search,
    keep: serves(actor, actor.authority, 'office'),
    desk: desksOf(actor).length > 0,
    certificates: await ownCertificates(db, actor),
    thisYear: Number(plainDateOf(now).slice(0, 4)),
  }
})

export default function Courses({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep, desk, certificates, thisYear } = loaderData
  const sortBy = (sort: CourseSort) => ({
    sortHref: withParams(search, { xep: sort === 'recent' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'title' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  const countColumns: Column<CourseRow>[] = [
    {
      key: 'listed',
      label: words.listed[language],
      align: 'right',
      narrow: 'line',
      cell: (row) => <span className="num">{[row.listed ?? '–', ...(row.seats === null ? [] : [row.seats])].join('/')}</span>,
    },
    {
      key: 'present',
      label: words.present[language],
      align: 'right',
      narrow: 'line',
      ...sortBy('people'),
      cell: (row) => (
        <span className="num">{row.present !== null && (row.state === 'running' || row.state === 'held') ? row.present : '–'}</span>
      ),
    },
  ]
  const add = keep ? <ButtonLink href="/tap-huan/them">{words.add[language]}</ButtonLink> : undefined
  return (
    <Page
      title={words.training[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          <ButtonLink kind="quiet" small href="/lich-hoat-dong?loai=lop">
            {words.calendar[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" small href="/tap-huan/tai-lieu">
            {words.materials[language]}
          </ButtonLink>
          {add}
        </>
      }
    >
      {total === 0 && search === '' ? (
        <EmptyState
          title={(keep ? words.none : words.noneLocal)[language]}
          {...(keep ? { action: add } : { hint: words.noneLocalHint[language] })}
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
              choices={courseStates.map((one) => ({ value: one, label: courseStateWords[one][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={courseKinds.map((one) => ({ value: one, label: courseKindWords[one][language] }))}
            />
            <Filter
              name="noi-dung"
              label={words.topic[language]}
              value={query.topic}
              choices={topics.map((one) => ({ value: one, label: topicWords[one][language] }))}
            />
            <Filter
              name="nam"
              label={words.year[language]}
              value={query.year === null ? '' : String(query.year)}
              choices={Array.from({ length: 8 }, (_, back) => String(thisYear + 1 - back)).map((year) => ({ value: year, label: year }))}
            />
          </Toolbar>
          <Listing
            caption={words.training[language]}
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
                    <a href={`/tap-huan/${row.id}`}>
                      <b>{row.title}</b>
                    </a>
                    <br />
                    <small className="quiet">
                      {[
                        courseKindWords[row.kind][language],
                        topicWords[row.topic][language],
                        row.online ? words.online[language] : row.place,
                      ]
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
                nowrap: true,
                narrow: 'line',
                cell: (row) => <span className="num">{daysText(row)}</span>,
              },
              ...(desk ? countColumns : []),
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={courseStateWords[row.state].mark}>{courseStateWords[row.state][language]}</State>,
              },
            ]}
            clearHref="/tap-huan"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/tap-huan.xlsx${search}`}
          />
        </>
      )}
      {certificates.length === 0 ? null : (
        <section className="stack mt" aria-labelledby="giay">
          <h2 id="giay">{words.certificates[language]}</h2>
          <ul className="stack">
            {certificates.map((one) => (
              <li key={one.documentId}>
                <a className="tap" href={`/tep/van-ban/${one.documentId}`}>
                  <Icon name="doc" />
                  {one.number}
                </a>
                <br />
                <small className="quiet">{[one.person, one.course, formatDate(one.onDay)].join(' · ')}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
