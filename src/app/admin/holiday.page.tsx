import { useActionData } from 'react-router'
import { defaultHolidays } from '#/platform/calendar/default-holidays.ts'
import { isPlainDate, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { holidayKinds } from '#/platform/calendar/work-calendar.ts'
import { formatDate } from '#/platform/text/format.ts'
import { readReason } from '#/programme/fields.ts'
import { must } from '#/programme/refuse.ts'
import { changeCalendar, mayKeepCalendar, readHoliday } from '#/programme/settings/calendar.actions.ts'
import { kindWords, yearOf } from '#/programme/settings/holidays.ts'
import { ownHolidays } from '#/programme/settings/holidays.store.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { CalendarConfirm } from './calendar-confirm.tsx'
import { confirmedIn, toConfirm } from './calendar-edit.server.ts'
import { holidayWords as words } from './holidays.messages.ts'
import type { Route } from './+types/holiday.page'

export const loader = pageLoader(async ({ db, actor, url, now, services }) => {
  must(mayKeepCalendar(actor, services.config.provinceCode))
  const asked = url.searchParams.get('ngay') ?? ''
  const date = isPlainDate(asked) ? asked : ''
  const year = Number((date || plainDateOf(now)).slice(0, 4))
  return { date, day: yearOf(year, defaultHolidays(), await ownHolidays(db)).find((one) => one.date === date) ?? null }
})

export const action = pageAction(async (page) => {
  const { form, act } = page
  const text = (name: string) => String(form.get(name) ?? '')
  const edit =
    text('deed') === 'remove'
      ? { set: [], remove: [text('day')] }
      : { set: [readHoliday({ date: text('date'), kind: text('kind'), name: text('name'), source: text('source') })], remove: [] }
  const confirm = await toConfirm(page, edit, form)
  // The reason is asked for before anybody is shown deadlines, so that the confirmation is the last press.
  if (confirm !== null && readReason(text('reason')) !== '')
    return {
      confirm,
      again: Object.fromEntries(['deed', 'day', 'date', 'kind', 'name', 'source', 'reason'].map((name) => [name, text(name)])),
    }
  await act((ctx) => changeCalendar(ctx, edit, confirmedIn(form)))
  const date = edit.set[0]?.date ?? edit.remove[0] ?? ''
  return saved(`/quan-tri/ngay-nghi?nam=${date.slice(0, 4)}`)
})

export default function Holiday({ loaderData: { date, day } }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const asking = answered && 'confirm' in answered ? answered : null
  return (
    <Page
      title={date === '' ? words.add[language] : `${words.edit[language]} ${formatDate(date)}`}
      layout="measure"
      crumbs={[{ href: `/quan-tri/ngay-nghi${date === '' ? '' : `?nam=${date.slice(0, 4)}`}`, label: words.title[language] }]}
    >
      {asking ? (
        <CalendarConfirm {...asking.confirm} again={asking.again} />
      ) : (
        <>
          {day === null ? null : (
            <Notice title={words.standing[language]}>
              <p>
                {day.name}, {kindWords[day.kind][language]}. {day.source}
              </p>
            </Notice>
          )}
          <Form refusal={refusal?.values['deed'] === 'remove' ? undefined : refusal}>
            <ErrorSummary />
            <input type="hidden" name="deed" value="set" />
            <DateField name="date" label={words.day[language]} defaultValue={date === '' ? undefined : formatDate(date)} />
            <Radios
              name="kind"
              label={words.kind[language]}
              choices={holidayKinds.map((kind) => ({ value: kind, label: kindWords[kind][language] }))}
              defaultValue={day?.kind}
            />
            <Field name="name" label={words.name[language]} defaultValue={day?.name} maxLength={200} />
            <Field
              name="source"
              label={words.source[language]}
              defaultValue={day?.origin === 'own' ? day.source : undefined}
              maxLength={500}
            />
            <TextArea name="reason" label={words.reason[language]} maxLength={1000} />
            <div>
              <Button>{words.save[language]}</Button>
            </div>
          </Form>
          {day?.origin === 'own' ? (
            <Panel title={words.remove[language]}>
              <p className="hint">{words.removeHint[language]}</p>
              <Form refusal={refusal?.values['deed'] === 'remove' ? refusal : undefined} scope="remove">
                <ErrorSummary />
                <input type="hidden" name="deed" value="remove" />
                <input type="hidden" name="day" value={day.date} />
                <TextArea name="reason" label={words.reason[language]} maxLength={1000} />
                <div>
                  <Button kind="danger">{words.remove[language]}</Button>
                </div>
              </Form>
            </Panel>
          ) : null}
        </>
      )}
    </Page>
  )
}
