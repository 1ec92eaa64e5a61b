import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { pastStatus, publicProducer } from '#/programme/import/past-status.ts'
import { pastList } from '#/programme/import/past.store.ts'
import { inSentence } from '#/programme/units/units.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { publicLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { Table } from '../ui/table.tsx'
import type { Route } from './+types/past.page'
import { fill, importWords as words, statusWords } from './import-pages.messages.ts'

const SIZE = 50

export const loader = publicLoader(async ({ db, url, now, services }) => {
  const query = wordsAsked(url.searchParams)
  const page = pageAsked(url.searchParams)
  const { total, rows } = await pastList(db, services.config.provinceCode, { words: query, page, size: SIZE })
  const today = plainDateOf(now)
  return {
    query,
    page,
    total,
    pages: Math.ceil(total / SIZE),
    rows: rows.map((row) => ({
      id: row.id,
      product: row.product,
      producer: row.producer === null ? null : (publicProducer(row.producer) ?? ''),
      place: [row.commune, row.district, row.province].filter((part) => part !== null).join(', '),
      nowCommune: row.nowCommune,
      star: row.recognised === true ? row.star : null,
      decision: [row.decisionNo, row.decisionDate === null ? row.year : formatDate(row.decisionDate)]
        .filter((part) => part !== null)
        .join(', '),
      status: pastStatus(row, today),
    })),
  }
})

export default function PastRecognitions({ loaderData: { query, page, pages, total, rows } }: Route.ComponentProps) {
  const language = useLanguage()
  const unknown = words.unknown[language]
  return (
    <Page title={words.pastTitle[language]} lead={words.pastLead[language]}>
      <form method="get" className="stack">
        <SearchBox name="q" label={words.pastSearch[language]} placeholder={words.pastSearch[language]} defaultValue={query} />
      </form>
      <p>{fill(words.found[language], { n: formatNumber(total) })}</p>
      {rows.length === 0 ? (
        <EmptyState icon="search" title={words.nothingFound[language]} />
      ) : (
        <Table
          caption={words.pastTitle[language]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'product', label: words.product[language], head: true, cell: (row) => row.product },
            {
              key: 'producer',
              label: words.producer[language],
              cell: (row) => (row.producer === null ? unknown : row.producer === '' ? words.privateName[language] : row.producer),
            },
            {
              key: 'place',
              label: words.placeThen[language],
              cell: (row) => (
                <>
                  {row.place || unknown}
                  {row.nowCommune === null ? null : <small> ({fill(words.now[language], { place: inSentence(row.nowCommune) })})</small>}
                </>
              ),
            },
            { key: 'star', label: words.star[language], nowrap: true, cell: (row) => (row.star === null ? unknown : `${row.star} sao`) },
            { key: 'decision', label: words.decision[language], cell: (row) => row.decision || unknown },
            {
              key: 'term',
              label: words.term[language],
              cell: (row) =>
                fill(statusWords[row.status.kind][language], 'lastDay' in row.status ? { date: formatDate(row.status.lastDay) } : {}),
            },
          ]}
        />
      )}
      <Pager page={page} pages={pages} hrefFor={(to) => `?${new URLSearchParams({ q: query, trang: String(to) }).toString()}`} />
    </Page>
  )
}
