// Courses and events of a month: a calendar sheet where there is room, a list of days on a phone. One markup for both.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- display: block takes the native table roles away, so they are written out */
import { addMonths, plainDateOf, weekday } from '#/platform/calendar/plain-date.ts'
import { activitiesOfMonth, type Activity } from '#/programme/promotion/activity.store.ts'
import { fill } from '../commune/commune.messages.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { daysText } from '../training/course-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { activityHref, ActivityState, activityWhat } from './activity.tsx'
import { monthAsked, monthGrid, type Day } from './month-grid.ts'
import { weekdays, words } from './promotion.messages.ts'
import type { Route } from './+types/calendar.page'

const areas = { lop: 'course', 'hoat-dong': 'event' } as const

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const today = plainDateOf(now)
  const month = monthAsked(url.searchParams, today)
  const asked = Object.keys(areas).find((one): one is keyof typeof areas => one === url.searchParams.get('loai')) ?? null
  return { ...(await activitiesOfMonth(db, actor, month, asked && areas[asked])), month, today, asked, search: url.search }
})

export default function Calendar({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, cut, month, today, asked, search } = loaderData
  const name = (of: string, as = words.monthOf) => fill(as[language], { month: Number(of.slice(5, 7)), year: of.slice(0, 4) })
  const at = (months: number) => addMonths(month, months)
  const href = (of: string) => `/lich-hoat-dong${withParams(search, { thang: of.slice(0, 7) })}`
  const tab = (label: string, loai: string | null) => ({
    label,
    href: `/lich-hoat-dong${withParams(search, { loai })}`,
    current: asked === loai,
  })
  return (
    <Page
      title={fill(words.calendarOf[language], { month: name(month) })}
      crumbTitle={words.calendar[language]}
      crumbs={[{ href: '/xuc-tien', label: words.promotion[language] }]}
      className="print-wide"
      actions={
        <>
          <PrintButton />
          {today.slice(0, 7) === month.slice(0, 7) ? null : (
            <ButtonLink kind="quiet" small href={href(today)}>
              {words.thisMonth[language]}
            </ButtonLink>
          )}
        </>
      }
    >
      <nav className="row between no-print mb" aria-label={words.months[language]}>
        <a className="tap" rel="prev" href={href(at(-1))}>
          <Icon name="back" className="i-back" />
          {name(at(-1), words.monthLink)}
        </a>
        <a className="tap" rel="next" href={href(at(1))}>
          {name(at(1), words.monthLink)}
          <Icon name="next" />
        </a>
      </nav>
      <Tabs
        label={words.kind[language]}
        className="mb no-print"
        tabs={[tab(words.all[language], null), tab(words.courses[language], 'lop'), tab(words.events[language], 'hoat-dong')]}
      />
      {cut ? <p className="hint">{fill(words.monthCut[language], { n: rows.length })}</p> : null}
      {rows.length === 0 ? (
        <EmptyState
          title={fill(words.monthEmpty[language], { month: name(month) })}
          action={
            <ButtonLink kind="quiet" href={href(at(1))}>
              {fill(words.seeMonth[language], { month: name(at(1)) })}
            </ButtonLink>
          }
        />
      ) : (
        <table role="table" className="table calendar">
          <caption className="vh">{fill(words.calendarOf[language], { month: name(month) })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {weekdays.map((day) => (
                <th key={day.vi} role="columnheader" scope="col">
                  {day[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {monthGrid(month, rows).map((week, index) => (
              <tr role="row" key={week.find((day) => day !== null)?.date ?? index} className={week.some(begins) ? 'begins' : undefined}>
                {week.map((day, column) => (
                  <DayCell key={weekdays[column]?.vi} day={day} today={today} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

const begins = (day: Day<Activity> | null): boolean => day?.things.some((one) => !one.goesOn) ?? false

function DayCell({ day, today }: { day: Day<Activity> | null; today: string }) {
  const language = useLanguage()
  if (day === null) return <td role="cell" className="beside" />
  return (
    <td role="cell" className={[begins(day) ? 'begins' : '', day.date === today ? 'today' : ''].filter(Boolean).join(' ') || undefined}>
      <p className="day">
        <span className="weekday">{weekdays[weekday(day.date) - 1]?.[language]}, </span>
        <b className="num">{Number(day.date.slice(8))}</b>
        <span className="weekday">/{Number(day.date.slice(5, 7))}</span>
        {day.date === today ? <small> {words.today[language]}</small> : null}
      </p>
      {day.things.length === 0 ? null : (
        <ul>
          {day.things.map(({ thing, goesOn }) => (
            <li key={thing.id} className={goesOn ? 'goes-on' : undefined}>
              <a href={activityHref(thing)}>{thing.title}</a>
              {goesOn ? (
                <small>{words.goesOn[language]}</small>
              ) : (
                <>
                  <small>
                    {[activityWhat(thing, language), thing.startsOn === thing.endsOn ? '' : daysText(thing), thing.place]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </small>
                  <ActivityState of={thing} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
