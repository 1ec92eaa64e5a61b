// The list of ideas, the same for the producer, the commune and the office: search, filter, sort, pages.
import { formatDong, formatInstantDate } from '#/platform/text/format.ts'
import { ideaKinds, kindWords, priorities, priorityWords } from '#/programme/idea/idea.ts'
import type { IdeaQuery, IdeaRow, IdeaSort } from '#/programme/idea/idea.store.ts'
import { ideaStates, ideaWords } from '#/programme/idea/idea.workflow.ts'
import { withParams } from '../list-address.ts'
import { Field } from '../ui/field.tsx'
import { Listing } from '../ui/listing.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { words } from './idea.messages.ts'
import { PER_PAGE } from './list-query.ts'

type Props = {
  rows: readonly IdeaRow[]
  total: number
  query: IdeaQuery
  /** "?q=…" of the page. */
  search: string
  /** Address of the list; the page of one idea lies under it. */
  base: string
  /** Columns of the producer's own name are left out on the producer's page. */
  withProducer: boolean
  calls?: readonly { value: string; label: string }[]
}

export function IdeasTable({ rows, total, query, search, base, withProducer, calls = [] }: Props) {
  const language = useLanguage()
  const sortBy = (sort: IdeaSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: 'ascending' as const } : {}),
  })
  return (
    <>
      <Toolbar
        search={<Field name="q" type="search" label={words.search[language]} defaultValue={query.search} />}
        hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
      >
        <Filter
          name="trang-thai"
          label={words.state[language]}
          value={query.state}
          choices={ideaStates
            .filter((state) => (withProducer ? state !== 'draft' : true))
            .map((state) => ({ value: state, label: ideaWords[state][language] }))}
        />
        <Filter
          name="loai"
          label={words.kind[language]}
          value={query.kind}
          choices={ideaKinds.map((kind) => ({ value: kind, label: kindWords[kind][language] }))}
        />
        <Filter
          name="uu-tien"
          label={words.priority[language]}
          value={query.priority}
          choices={priorities.map((one) => ({ value: one, label: priorityWords[one][language] }))}
        />
        {calls.length === 0 ? null : <Filter name="dot" label={words.call[language]} value={query.callId} choices={calls} />}
      </Toolbar>
      <Listing
        caption={words.ideas[language]}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            label: words.idea[language],
            head: true,
            ...sortBy('name'),
            cell: (row) => (
              <a href={`${base}/${row.id}`}>
                <b>{row.name}</b>
              </a>
            ),
          },
          ...(withProducer
            ? [
                {
                  key: 'producer',
                  label: words.producer[language],
                  narrow: 'full' as const,
                  ...sortBy('producer'),
                  cell: (row: IdeaRow) => row.producer,
                },
                { key: 'commune', label: words.commune[language], ...sortBy('commune'), cell: (row: IdeaRow) => row.commune },
              ]
            : []),
          { key: 'kind', label: words.kind[language], cell: (row) => kindWords[row.kind][language] },
          {
            key: 'investment',
            label: words.investment[language],
            align: 'right',
            nowrap: true,
            narrow: 'full',
            ...sortBy('investment'),
            cell: (row) => (row.investment === null ? '' : <span className="num">{formatDong(row.investment)}</span>),
          },
          {
            key: 'submitted',
            label: words.submitted[language],
            ...sortBy('submitted'),
            cell: (row) => (row.submittedAt === null ? '' : <span className="num">{formatInstantDate(row.submittedAt)}</span>),
          },
          {
            key: 'state',
            label: words.state[language],
            narrow: 'full',
            cell: (row) => <State kind={ideaWords[row.state].mark}>{ideaWords[row.state][language]}</State>,
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
