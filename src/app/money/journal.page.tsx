import { formatDate } from '#/platform/text/format.ts'
import { listEntries, type EntrySort } from '#/programme/money/entry.store.ts'
import { budgetYears, openLines, sourcesOf } from '#/programme/money/money.store.ts'
import { entryKinds, entryStates, entryStateWords, groupWords, kindGroups, kindRules, type KindGroup } from '#/programme/money/money.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { mustSee } from '#/programme/refuse.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Filter, Fold, Toolbar } from '../ui/toolbar.tsx'
import { entryColumns } from './entry-columns.tsx'
import { journalQuery, PER_PAGE } from './list-query.ts'
import { words } from './money.messages.ts'
import type { Route } from './+types/journal.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(readsMoney(actor, actor.authority))
  const query = journalQuery(url.searchParams)
  const lines = await openLines(db, actor.authority)
  return {
    ...(await listEntries(db, actor, query)),
    query,
    search: url.search,
    lines: lines.map((line) => ({ value: line.id, label: `${line.title} (${line.year})` })),
    sources: (await sourcesOf(db, actor.authority)).map((source) => ({ value: source.id, label: source.name })),
    years: await budgetYears(db, actor.authority),
  }
})

export default function Journal({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, lines, sources, years } = loaderData
  const sortBy = (sort: EntrySort) => ({
    sortHref: withParams(search, { xep: sort === 'recent' ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'payee' || sort === 'line' ? ('ascending' as const) : ('descending' as const) } : {}),
  })
  return (
    <Page
      title={words.journal[language]}
      crumbs={[{ href: '/kinh-phi', label: words.money[language] }]}
      className="print-wide"
      actions={<PrintButton />}
    >
      {total === 0 && search === '' ? (
        <EmptyState title={words.noEntries[language]} action={<ButtonLink href="/kinh-phi">{words.money[language]}</ButtonLink>} />
      ) : (
        <>
          <Toolbar
            search={<Field name="q" type="search" label={words.journalHint[language]} defaultValue={query.search} />}
            hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
          >
            <Filter
              name="trang-thai"
              label={words.state[language]}
              value={query.state}
              choices={entryStates.map((state) => ({ value: state, label: entryStateWords[state][language] }))}
            />
            <Filter
              name="loai"
              label={words.kind[language]}
              value={query.kind}
              choices={[
                ...entryKinds.map((kind) => ({ value: kind as string, label: kindRules[kind].words[language] })),
                ...(Object.keys(kindGroups) as KindGroup[]).map((group) => ({
                  value: group as string,
                  label: groupWords[group][language],
                })),
              ]}
            />
            <Filter name="khoan" label={words.line[language]} value={query.lineId} choices={lines} />
            <Filter name="nguon" label={words.source[language]} value={query.sourceId} choices={sources} />
            <Filter
              name="nam"
              label={words.year[language]}
              value={query.year === null ? '' : String(query.year)}
              choices={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <Fold>
              <Field
                name="tu"
                label={words.fromDay[language]}
                inputMode="numeric"
                placeholder="dd/MM/yyyy"
                defaultValue={query.from === null ? '' : formatDate(query.from)}
              />
            </Fold>
            <Fold>
              <Field
                name="den"
                label={words.toDay[language]}
                inputMode="numeric"
                placeholder="dd/MM/yyyy"
                defaultValue={query.to === null ? '' : formatDate(query.to)}
              />
            </Fold>
          </Toolbar>
          <Listing
            caption={words.journal[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={entryColumns(language, { sortBy })}
            clearHref="/kinh-phi/so"
            search={search}
            page={query.page}
            perPage={PER_PAGE}
            total={total}
            excel={`/kinh-phi/so.xlsx${search}`}
          />
        </>
      )}
    </Page>
  )
}
