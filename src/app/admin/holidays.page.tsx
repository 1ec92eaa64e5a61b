import { defaultHolidays } from '#/platform/calendar/default-holidays.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { must } from '#/programme/refuse.ts'
import { mayKeepCalendar } from '#/programme/settings/calendar.actions.ts'
import { kindWords, yearOf, type Origin } from '#/programme/settings/holidays.ts'
import { calendarHistory, ownHolidays, yearsOf } from '#/programme/settings/holidays.store.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { holidayWords as words } from './holidays.messages.ts'
import { settingTabs } from './setting-tabs.tsx'
import type { Route } from './+types/holidays.page'

const WEEKDAYS = { vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] }
/** How many years stand beside the one shown. */
const AROUND = 2

export const loader = pageLoader(async ({ db, actor, url, now, services, lang }) => {
  const { provinceCode } = services.config
  must(mayKeepCalendar(actor, provinceCode))
  const [shipped, own] = [defaultHolidays(), await ownHolidays(db)]
  const years = yearsOf(shipped, own, now)
  const asked = Number(url.searchParams.get('nam'))
  const year = years.includes(asked) ? asked : Number(plainDateOf(now).slice(0, 4))
  const days = (rows: readonly { date: string }[]) => rows.map((row) => formatDate(row.date)).join(', ')
  return {
    year,
    years: years.filter((one) => Math.abs(one - year) <= AROUND || one === years.at(-1)),
    rows: yearOf(year, shipped, own).map((day) => ({
      ...day,
      shown: formatDate(day.date),
      weekday: new Date(`${day.date}T00:00:00Z`).getUTCDay(),
      insteadOf: day.instead === null ? null : kindWords[day.instead.kind][lang],
    })),
    history: (await calendarHistory(db, provinceCode)).map((one) => ({
      at: formatDateTime(one.at),
      iso: one.at.toISOString(),
      note: `${one.by}: ${one.reason}`,
      what:
        [
          one.set.length === 0 ? '' : words.put[lang].replace('{days}', days(one.set)),
          one.removed.length === 0 ? '' : words.dropped[lang].replace('{days}', days(one.removed.map((date) => ({ date })))),
        ]
          .filter(Boolean)
          .join('; ') + (one.moved === 0 ? '' : words.movedCount[lang].replace('{n}', String(one.moved))),
    })),
  }
})

const originState: Record<Origin, 'done' | 'info' | 'part'> = { statute: 'done', shipped: 'info', own: 'part' }

export default function Holidays({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { year, years, rows, history } = loaderData
  return (
    <Page
      title={words.title[language]}
      lead={words.lead[language]}
      actions={
        <>
          <ButtonLink href="/quan-tri/ngay-nghi/ngay">{words.add[language]}</ButtonLink>
          <ButtonLink href="/quan-tri/ngay-nghi/nhap" kind="quiet">
            {words.import[language]}
          </ButtonLink>
        </>
      }
    >
      {settingTabs('holidays', language)}
      <Tabs
        label={words.year[language]}
        className="mb"
        tabs={years.map((one) => ({ href: `?nam=${one}`, label: String(one), current: one === year }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.none[language]} hint={words.noneHint[language]} />
      ) : (
        <Table
          caption={`${words.title[language]} ${year}`}
          rows={rows}
          rowKey={(row) => row.date}
          columns={[
            {
              key: 'day',
              label: words.day[language],
              head: true,
              nowrap: true,
              cell: (row) => (
                <>
                  <span className="num">{row.shown}</span> <span className="quiet">{WEEKDAYS[language][(row.weekday + 6) % 7]}</span>
                </>
              ),
            },
            { key: 'name', label: words.name[language], cell: (row) => row.name },
            {
              key: 'kind',
              label: words.kind[language],
              cell: (row) => (
                <>
                  {kindWords[row.kind][language]}
                  {row.insteadOf === null ? null : (
                    <small className="block quiet">{words.instead[language].replace('{kind}', row.insteadOf)}</small>
                  )}
                </>
              ),
            },
            {
              key: 'origin',
              label: words.origin[language],
              cell: (row) => (
                <>
                  <State kind={originState[row.origin]}>{words[row.origin][language]}</State>
                  <small className="block quiet">{row.source}</small>
                </>
              ),
            },
            {
              key: 'edit',
              label: words.edit[language],
              cell: (row) => (
                <a className="tap" href={`/quan-tri/ngay-nghi/ngay?ngay=${row.date}`}>
                  {words.edit[language]}
                  <span className="vh"> {row.shown}</span>
                </a>
              ),
            },
          ]}
        />
      )}
      <div className="mt mb">
        <Notice>
          <p>{words.lunar[language]}</p>
        </Notice>
      </div>
      <section>
        <h2 className="mb">{words.history[language]}</h2>
        {history.length === 0 ? (
          <EmptyState title={words.noHistory[language]} />
        ) : (
          <Timeline events={history.map((one) => ({ title: one.what, date: one.at, dateTime: one.iso, note: one.note }))} />
        )}
      </section>
    </Page>
  )
}
