import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { pastStatus, publicProducer } from '#/programme/import/past-status.ts'
import { pastByProvince, type PastPlace } from '#/programme/import/past-place.store.ts'
import { pastList } from '#/programme/import/past.store.ts'
import { CURRENT_ERA, inSentence } from '#/programme/units/units.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { publicLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import type { Route } from './+types/past.page'
import { fill, importWords as words, statusWords } from './import-pages.messages.ts'

const SIZE = 50

/** "e2023:70": a province of an era, as the filter names it. */
const placeKey = ({ era, code }: PastPlace) => `${era}:${code}`

function placeAsked(params: URLSearchParams): PastPlace | null {
  const [, era, code] = /^(e2023|e2025):(\d{2})$/.exec(params.get('tinh') ?? '') ?? []
  return code !== undefined && (era === 'e2023' || era === 'e2025') ? { era, code } : null
}

export const loader = publicLoader(async ({ db, url, now, services }) => {
  const query = wordsAsked(url.searchParams)
  const page = pageAsked(url.searchParams)
  const place = placeAsked(url.searchParams)
  const { provinceCode } = services.config
  const { total, rows } = await pastList(db, provinceCode, { words: query, place, page, size: SIZE })
  const provinces = await pastByProvince(db, provinceCode)
  const today = plainDateOf(now)
  return {
    query,
    page,
    total,
    place: place === null ? '' : placeKey(place),
    provinces,
    search: url.search,
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

export default function PastRecognitions({ loaderData: { query, page, total, place, provinces, search, rows } }: Route.ComponentProps) {
  const language = useLanguage()
  const unknown = words.unknown[language]
  return (
    <Page
      title={words.pastTitle[language]}
      lead={words.pastLead[language]}
      marks={<span>{fill(words.found[language], { n: formatNumber(total) })}</span>}
    >
      {total === 0 && query === '' && place === '' ? (
        <EmptyState icon="search" title={words.nothingFound[language]} />
      ) : (
        <>
          <Toolbar search={<Field name="q" type="search" label={words.pastSearch[language]} defaultValue={query} maxLength={200} />}>
            <Filter
              name="tinh"
              label={words.province[language]}
              value={place}
              choices={provinces
                .flatMap((one) => [one, ...one.older])
                .map((one) => ({
                  value: placeKey(one),
                  label: `${one.name} (${(one.era === CURRENT_ERA ? words.since : words.until)[language]})`,
                }))}
            />
          </Toolbar>
          <Listing
            caption={words.pastTitle[language]}
            clearHref="/cong-nhan-truoc-day"
            search={search}
            page={page}
            perPage={SIZE}
            total={total}
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
        </>
      )}
      <Provinces provinces={provinces} />
    </Page>
  )
}

/** Counts by province of today with the older ones beside them, each a link to its rows. */
function Provinces({ provinces }: { provinces: Route.ComponentProps['loaderData']['provinces'] }) {
  const language = useLanguage()
  if (provinces.length === 0) return null
  const link = (one: PastPlace & { name: string }) => <a href={`?tinh=${placeKey(one)}`}>{one.name}</a>
  return (
    <section className="stack mt-l" aria-labelledby="theo-tinh">
      <h2 id="theo-tinh">{words.province[language]}</h2>
      <Table
        caption={words.province[language]}
        rows={provinces}
        rowKey={(row) => row.code}
        columns={[
          { key: 'now', label: words.provinceNow[language], head: true, cell: link },
          { key: 'n', label: words.results[language], align: 'right', cell: (row) => <b className="num">{formatNumber(row.n)}</b> },
          {
            key: 'then',
            label: words.provinceThen[language],
            cell: (row) =>
              row.older.length === 0 ? (
                '–'
              ) : (
                <ul className="plain">
                  {row.older.map((one) => (
                    <li key={placeKey(one)}>
                      {link(one)}: <span className="num">{formatNumber(one.n)}</span>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </section>
  )
}
