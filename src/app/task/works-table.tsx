// A list of works: one's own, or all that one keeps. Search, filters, sort, pages.
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import type { WorkQuery, WorkRow, WorkSort } from '#/programme/task/task.store.ts'
import { isLate, workPartWords, workParts, workStates, workStateWords } from '#/programme/task/task.ts'
import { withParams } from '../list-address.ts'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './task.messages.ts'
import { PER_PAGE } from './work-query.ts'

type Props = { rows: readonly WorkRow[]; total: number; query: WorkQuery; search: string; base: string; today: string }

export function WorksTable({ rows, total, query, search, base, today }: Props) {
  const language = useLanguage()
  const sortBy = (sort: WorkSort) => ({
    sortHref: withParams(search, { xep: sort === 'due' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  const hidden = Object.fromEntries(
    Object.entries({
      xep: query.sort === 'due' ? null : query.sort,
      'ke-hoach': query.familyId,
      'don-vi': query.body,
      thang: query.month,
    }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
  return (
    <>
      <Toolbar search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />} hidden={hidden}>
        <Filter
          name="khi"
          label={words.when[language]}
          value={query.when}
          choices={(['late', 'silent', 'soon'] as const).map((one) => ({ value: one, label: words[one][language] }))}
        />
        <Filter
          name="trang-thai"
          label={words.state[language]}
          value={query.state}
          choices={workStates.map((state) => ({ value: state, label: workStateWords[state][language] }))}
        />
        <Filter
          name="vai"
          label={words.part[language]}
          value={query.part}
          choices={workParts.map((part) => ({ value: part, label: workPartWords[part][language] }))}
        />
      </Toolbar>
      <Listing
        caption={words.work[language]}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'work',
            label: words.work[language],
            head: true,
            ...sortBy('title'),
            cell: (row) => (
              <>
                <a href={`/nhiem-vu/${row.id}`}>
                  <b>{row.title}</b>
                </a>
                <small className="quiet block">{row.plan}</small>
              </>
            ),
          },
          { key: 'body', label: words.body[language], ...sortBy('body'), cell: (row) => row.body },
          { key: 'part', label: words.part[language], cell: (row) => workPartWords[row.part][language] },
          {
            key: 'due',
            label: words.due[language],
            nowrap: true,
            ...sortBy('due'),
            cell: (row) => <span className="num">{formatDate(row.dueOn)}</span>,
          },
          {
            key: 'reported',
            label: words.report[language],
            nowrap: true,
            ...sortBy('reported'),
            cell: (row) => (row.reportedAt === null ? '' : <span className="num">{formatInstantDate(row.reportedAt)}</span>),
          },
          {
            key: 'state',
            label: words.state[language],
            narrow: 'full',
            cell: (row) =>
              isLate(row, today) ? (
                <State kind="late">{`${words.late[language]}${row.percent === null ? '' : ` · ${row.percent}%`}`}</State>
              ) : (
                <State kind={workStateWords[row.state].mark}>
                  {`${workStateWords[row.state][language]}${row.state === 'doing' && row.percent !== null ? ` · ${row.percent}%` : ''}`}
                </State>
              ),
          },
        ]}
        clearHref={base}
        search={search}
        page={query.page}
        perPage={PER_PAGE}
        total={total}
      />
    </>
  )
}
