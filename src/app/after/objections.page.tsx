import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { listObjections, type ObjectionSort } from '#/programme/objection/objection.list.ts'
import { objectionStates, objectionWords } from '#/programme/objection/objection.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './after.messages.ts'
import { objectionQuery, PER_PAGE } from './list-query.ts'
import { resultWords } from './result-words.ts'
import type { Route } from './+types/objections.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const query = objectionQuery(url.searchParams)
  return { ...(await listObjections(db, actor, query, plainDateOf(now))), query, search: url.search }
})

export default function Objections({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search } = loaderData
  const sortBy = (sort: ObjectionSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  if (total === 0 && search === '')
    return (
      <Page title={words.objections[language]}>
        <EmptyState
          title={words.noObjections[language]}
          hint={words.noObjectionsHint[language]}
          action={<ButtonLink href="/tinh">{words.toHome[language]}</ButtonLink>}
        />
      </Page>
    )
  return (
    <Page title={words.objections[language]} className="print-wide">
      <Toolbar
        search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
        hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
      >
        <Filter
          name="trang-thai"
          label={words.state[language]}
          value={query.state}
          choices={objectionStates.map((state) => ({ value: state, label: objectionWords[state][language] }))}
        />
        <Filter
          name="qua-han"
          label={words.answerDue[language]}
          value={query.late ? '1' : ''}
          choices={[{ value: '1', label: words.onlyLate[language] }]}
        />
      </Toolbar>
      <Listing
        caption={words.objections[language]}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'product',
            label: words.product[language],
            head: true,
            ...sortBy('product'),
            cell: (row) => (
              <a href={`/tinh/kien-nghi/${row.id}`}>
                <b>{row.productName}</b>
              </a>
            ),
          },
          {
            key: 'producer',
            label: words.producer[language],
            narrow: 'full',
            ...sortBy('producer'),
            cell: (row) => row.producerName,
          },
          { key: 'result', label: words.result[language], cell: (row) => <span className="num">{resultWords(row, language)}</span> },
          { key: 'filed', label: words.filedOn[language], cell: (row) => <span className="num">{formatInstantDate(row.filedAt)}</span> },
          {
            key: 'due',
            label: words.answerDue[language],
            ...sortBy('due'),
            cell: (row) =>
              row.answerDueOn === null ? (
                ''
              ) : row.late ? (
                <DeadlineChip mood="late">{formatDate(row.answerDueOn)}</DeadlineChip>
              ) : (
                <span className="num">{formatDate(row.answerDueOn)}</span>
              ),
          },
          {
            key: 'state',
            label: words.state[language],
            narrow: 'full',
            cell: (row) => <State kind={objectionWords[row.state].mark}>{objectionWords[row.state][language]}</State>,
          },
        ]}
        clearHref="/tinh/kien-nghi"
        search={search}
        page={query.page}
        perPage={PER_PAGE}
        total={total}
        excel={`/tinh/kien-nghi.xlsx${search}`}
      />
    </Page>
  )
}
