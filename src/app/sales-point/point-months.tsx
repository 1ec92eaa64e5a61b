import { addMonths } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong, formatNumber } from '#/platform/text/format.ts'
import type { PointRights } from '#/programme/sales-point/sales-point.load.ts'
import type { MonthRow } from '#/programme/sales-point/sales-point.store.ts'
import { monthOf, monthState, monthWords } from '#/programme/sales-point/sales-point.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Select } from '../ui/choices.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { monthText } from './month-words.ts'
import { words } from './sales-point.messages.ts'

type Props = {
  point: { state: string; openedOn: string; closedOn: string | null }
  rights: PointRights
  months: readonly MonthRow[]
  today: string
  me: string
  answer: unknown
}

export function PointMonths({ point, rights, months, today, me, answer }: Props) {
  const language = useLanguage()
  const open = point.state === 'planned' ? [] : fileable(point, months, today)
  const waiting = months.filter((month) => month.filedAt !== null && month.verdict === null && month.filedBy !== me)
  return (
    <section className="stack" aria-labelledby="thang">
      <h2 id="thang">{words.months[language]}</h2>
      {rights.file && open.length > 0 ? (
        <Panel className="no-print">
          <DeedForm deed="month" answer={answer} label={words.file[language]}>
            <Select
              name="month"
              label={words.month[language]}
              empty={false}
              choices={open.map((month) => ({ value: month.slice(0, 7), label: monthText(month) }))}
            />
            <MoneyField name="revenue" label={words.revenueDong[language]} hint={words.revenueHint[language]} />
            <Field name="products" label={words.productCount[language]} size="short" inputMode="numeric" maxLength={6} />
            <Field name="ocopProducts" label={words.ocopCount[language]} size="short" inputMode="numeric" maxLength={6} />
            <TextArea name="note" label={words.note[language]} optional rows={2} maxLength={1000} />
          </DeedForm>
        </Panel>
      ) : null}
      {rights.keep && waiting.length > 0 ? (
        <Panel title={words.waiting[language]} small wash className="no-print">
          <DeedForm deed="judge" answer={answer} label={words.save[language]}>
            <Select
              name="month"
              label={words.month[language]}
              empty={false}
              choices={waiting.map((month) => ({
                value: month.month.slice(0, 7),
                label: `${monthText(month.month)}: ${month.revenue === null ? '–' : formatDong(month.revenue)}`,
              }))}
            />
            <Select
              name="verdict"
              label={words.state[language]}
              choices={[
                { value: 'accepted', label: words.accept[language] },
                { value: 'returned', label: words.giveBack[language] },
              ]}
            />
            <TextArea name="remark" label={words.remark[language]} optional rows={2} maxLength={1000} />
          </DeedForm>
        </Panel>
      ) : null}
      {months.length === 0 ? (
        <p className="hint">{words.noMonthsYet[language]}</p>
      ) : (
        <Table
          caption={words.months[language]}
          rows={months}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', label: words.month[language], head: true, cell: (row) => <span className="num">{monthText(row.month)}</span> },
            {
              key: 'revenue',
              label: words.revenue[language],
              align: 'right',
              cell: (row) => <span className="num">{row.revenue === null ? '–' : formatDong(row.revenue)}</span>,
            },
            {
              key: 'products',
              label: words.products[language],
              align: 'right',
              cell: (row) => (
                <span className="num">
                  {row.products === null ? '–' : `${formatNumber(row.ocopProducts ?? 0)}/${formatNumber(row.products)}`}
                </span>
              ),
            },
            { key: 'due', label: words.dueOn[language], nowrap: true, cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
            {
              key: 'state',
              label: words.state[language],
              narrow: 'full',
              cell: (row) => {
                const state = monthWords[monthState(row, today)]
                return (
                  <>
                    <State kind={state.mark}>{state[language]}</State>
                    {row.remark === '' ? null : <small className="block">{row.remark}</small>}
                  </>
                )
              },
            },
          ]}
        />
      )}
    </section>
  )
}

/** Months that are over and may be filed: the twelve last in which it ran, without those that lie filed or accepted. */
function fileable(point: Props['point'], months: readonly MonthRow[], today: string): string[] {
  const done = new Set(months.filter((month) => month.filedAt !== null && month.verdict !== 'returned').map((month) => month.month))
  return Array.from({ length: 12 }, (_, back) => addMonths(monthOf(today), -1 - back)).filter(
    (month) => month >= monthOf(point.openedOn) && (point.closedOn === null || month <= monthOf(point.closedOn)) && !done.has(month),
  )
}
