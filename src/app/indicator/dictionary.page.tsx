import { fold, wordMatcher } from '#/platform/text/fold.ts'
import { wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { dictionaryOf, mustRead } from './figure.server.ts'
import { kindWords, words } from './indicator.messages.ts'
import type { Route } from './+types/dictionary.page'

export const loader = pageLoader(async (page) => {
  mustRead(page)
  const query = wordsAsked(page.url.searchParams)
  const matches = wordMatcher(query)
  return { query, rows: dictionaryOf(query, page.lang, (text) => matches(fold(text))) }
})

export default function Dictionary({ loaderData: { query, rows } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      crumbs={[{ href: '/chi-tieu', label: words.targets[language] }]}
      title={words.dictionary[language]}
      lead={words.dictionaryLead[language]}
      className="print-wide"
      actions={<PrintButton />}
    >
      <Toolbar search={<Field name="q" type="search" label={words.dictionarySearch[language]} defaultValue={query} />} />
      {rows.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.noneFound[language]}
          action={
            <ButtonLink kind="quiet" href="/chi-tieu/danh-sach">
              {words.clear[language]}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={words.dictionary[language]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'title',
              label: words.indicator[language],
              head: true,
              cell: (row) => (
                <a href={`/chi-tieu/danh-sach/${row.id}`}>
                  <b>{row.title}</b>
                </a>
              ),
            },
            { key: 'formula', label: words.formula[language], narrow: 'full', cell: (row) => row.formula },
            { key: 'kind', label: words.kind[language], cell: (row) => kindWords[row.kind][language] },
            { key: 'unit', label: words.unit[language], cell: (row) => row.measure },
            { key: 'registers', label: words.registers[language], cell: (row) => row.registers },
          ]}
        />
      )}
    </Page>
  )
}
