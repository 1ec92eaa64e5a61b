import { useActionData } from 'react-router'
import { defaultHolidays } from '#/platform/calendar/default-holidays.ts'
import { holidayKinds } from '#/platform/calendar/work-calendar.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { readReason } from '#/programme/fields.ts'
import { must } from '#/programme/refuse.ts'
import { changeCalendar, mayKeepCalendar } from '#/programme/settings/calendar.actions.ts'
import { kindWords, MOST_LINES, readHolidayLines } from '#/programme/settings/holidays.ts'
import { ownHolidays } from '#/programme/settings/holidays.store.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { CalendarConfirm } from './calendar-confirm.tsx'
import { confirmedIn, toConfirm } from './calendar-edit.server.ts'
import { HolidayLines } from './holiday-lines.tsx'
import { holidayWords as words } from './holidays.messages.ts'
import type { Route } from './+types/holiday-import.page'

/** Far more than a year of lines. */
const MOST_BYTES = 200_000

/** Named, so that the two answers of the action stay two. */
type Asked = { confirm: Parameters<typeof CalendarConfirm>[0] }

export const loader = pageLoader(async ({ actor, services }) => {
  must(mayKeepCalendar(actor, services.config.provinceCode))
  return {}
})

export const action = pageAction(async (page) => {
  const { form, act, db, actor, services } = page
  must(mayKeepCalendar(actor, services.config.provinceCode))
  const lines = await linesIn(form)
  const own = await ownHolidays(db)
  const ownDates = new Set(own.map((row) => row.date))
  const read = readHolidayLines(lines, [...defaultHolidays().filter((row) => !ownDates.has(row.date)), ...own])
  if (read.length > MOST_LINES)
    throw new AppError(
      'invalid',
      {},
      { lines: { vi: words.tooMany.vi.replace('{n}', String(MOST_LINES)), en: words.tooMany.en.replace('{n}', String(MOST_LINES)) } },
    )
  const set = read.flatMap((line) => (line.row !== null && line.effect !== 'same' ? [line.row] : []))
  if (form.get('deed') !== 'save' || set.length === 0 || read.some((line) => line.fault !== null))
    return { preview: { lines: read, text: lines, reasonMissing: false } }
  if (String(form.get('reason') ?? '').trim() === '') return { preview: { lines: read, text: lines, reasonMissing: true } }
  const edit = { set, remove: [] }
  const confirm = await toConfirm(page, edit, form)
  if (confirm !== null) {
    const asked: Asked = { confirm: { ...confirm, again: { deed: 'save', lines, reason: readReason(form.get('reason')) } } }
    return asked
  }
  await act((ctx) => changeCalendar(ctx, edit, confirmedIn(form)))
  return saved(`/quan-tri/ngay-nghi?nam=${(set[0]?.date ?? '').slice(0, 4)}`)
})

/** What was pasted; the file when nothing was. */
async function linesIn(form: FormData): Promise<string> {
  const pasted = String(form.get('lines') ?? '')
  const file = form.get('file')
  if (pasted.trim() !== '' || !(file instanceof File) || file.size === 0) return pasted.slice(0, MOST_BYTES)
  if (file.size > MOST_BYTES)
    throw new AppError('invalid', {}, { file: { vi: 'Tệp quá lớn cho lịch một năm.', en: 'Too large for a year’s calendar.' } })
  return (await file.text()).replaceAll('\0', '')
}

export default function HolidayImport(_props: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const asking = answered && 'confirm' in answered ? answered : null
  const preview = answered && 'preview' in answered ? answered.preview : null
  return (
    <Page title={words.import[language]} layout="measure" crumbs={[{ href: '/quan-tri/ngay-nghi', label: words.title[language] }]}>
      {asking ? (
        <CalendarConfirm {...asking.confirm} />
      ) : (
        <>
          {preview ? <HolidayLines {...preview} /> : null}
          <Form upload refusal={refusal}>
            <ErrorSummary />
            <input type="hidden" name="deed" value="check" />
            <TextArea name="lines" label={words.paste[language]} hint={words.pasteHint[language]} rows={10} defaultValue={preview?.text} />
            <FileField name="file" label={words.file[language]} accept=".csv,.txt,text/csv" />
            <p className="hint">
              {words.kinds[language]}: {holidayKinds.map((kind) => kindWords[kind][language]).join('; ')}.
            </p>
            <div>
              <Button kind="quiet">{words.check[language]}</Button>
            </div>
          </Form>
        </>
      )}
    </Page>
  )
}
