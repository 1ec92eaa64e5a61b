import { openKinds, type OpenRow } from '#/regulation/correspondence.open.ts'
import { must } from '#/programme/refuse.ts'
import { readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { withParams } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Fold, Toolbar } from '../ui/toolbar.tsx'
import { askedRows, tableKey } from './correspondence.query.ts'
import { filled, openKindWords, regulationWords as words } from './regulation.messages.ts'
import type { Route } from './+types/correspondence.page'

const SIZE = 50

export const loader = pageLoader(async ({ actor, url, services }) => {
  must(readsRegulations(actor, services.config.provinceCode))
  const { asked, tables, table, all, rows } = await askedRows(services.regulations, url.searchParams)
  const number = (id: string) => services.regulations.get(id).regulation.number
  const sets = services.regulations.get(table.to).regulation.sets.map(({ set, title }) => ({ set, title: title.vi }))
  return {
    asked,
    search: url.search,
    provenance: table.provenance,
    tables: tables.map((one) => ({ value: tableKey(one), label: `${number(one.from)} → ${number(one.to)}` })),
    sets: sets.filter(({ set }) => all.some((row) => row.new?.set === set)),
    kinds: openKinds.map((kind) => ({ kind, n: all.filter((row) => row.kind === kind).length })),
    total: rows.length,
    rows: rows.slice((asked.page - 1) * SIZE, asked.page * SIZE),
  }
})

export default function CorrespondencePage({ loaderData }: Route.ComponentProps) {
  const { asked, search, provenance, tables, sets, kinds, total, rows } = loaderData
  const language = useLanguage()
  return (
    <Page
      title={words.tables[language]}
      lead={words.tablesLead[language]}
      crumbs={[{ href: '/quan-tri/quy-dinh', label: words.title[language] }]}
      className="print-wide"
    >
      <Toolbar search={<Field name="q" type="search" label={words.search[language]} defaultValue={asked.search} maxLength={200} />}>
        <Fold>
          <Select name="bang" label={words.table[language]} empty={false} defaultValue={asked.table} choices={tables} />
        </Fold>
        <Fold>
          <Select
            name="bo"
            label={words.set[language]}
            empty={words.all[language]}
            defaultValue={asked.set === null ? '' : String(asked.set)}
            choices={[
              ...sets.map(({ set, title }) => ({ value: String(set), label: `${set}. ${title}` })),
              { value: '0', label: openKindWords.none[language] },
            ]}
          />
        </Fold>
        <Fold>
          <Select
            name="loai"
            label={words.kind[language]}
            empty={words.all[language]}
            defaultValue={asked.kind ?? ''}
            choices={kinds.map(({ kind, n }) => ({ value: kind, label: `${openKindWords[kind][language]} (${formatNumber(n)})` }))}
          />
        </Fold>
        <Fold>
          <Select
            name="xep"
            label={words.order[language]}
            empty={words.byPrint[language]}
            defaultValue={asked.sort === 'kind' ? 'loai' : ''}
            choices={[{ value: 'loai', label: words.kind[language] }]}
          />
        </Fold>
      </Toolbar>
      <p className="hint mb">
        {provenance[language]}{' '}
        {filled(words.fileToCorrect[language], {
          file: `rules/correspondence/${asked.table}.yaml`,
          command: 'npm run ocop regulation check',
        })}
      </p>
      {rows.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.nothingOpen[language]}
          hint={words.nothingOpenHint[language]}
          action={
            <ButtonLink kind="quiet" href={`?bang=${asked.table}`}>
              {words.everyOpenRow[language]}
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption={words.tables[language]}
          rows={rows.map((row, index) => ({ ...row, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            { key: 'new', label: words.newCriterion[language], head: true, cell: (row) => <SideOf side={row.new} language={language} /> },
            {
              key: 'old',
              label: words.oldCriterion[language],
              narrow: 'full',
              cell: (row) => <SideOf side={row.old} language={language} />,
            },
            { key: 'kind', label: words.kind[language], cell: (row) => openKindWords[row.kind][language] },
            {
              key: 'equal',
              label: words.equalOptions[language],
              nowrap: true,
              cell: (row) =>
                row.options.length === 0
                  ? '–'
                  : filled(words.equalOf[language], { n: row.equal, of: new Set(row.options.map((option) => option.old)).size }),
            },
            { key: 'note', label: words.rowNote[language], narrow: 'full', cell: (row) => row.note || '–' },
          ]}
        />
      )}
      <Pager page={asked.page} pages={Math.ceil(total / SIZE)} hrefFor={(to) => withParams(search, { trang: String(to) })} />
      <ExcelLink href={`/quan-tri/quy-dinh/doi-chieu.xlsx${search}`} rows={total} />
    </Page>
  )
}

function SideOf({ side, language }: { side: OpenRow['new']; language: Language }) {
  if (side === null) return '–'
  if (side.code === null) return filled(words[side.title === '' ? 'inSet' : 'wholeSet'][language], { n: side.set, title: side.title })
  return (
    <>
      {side.code} {side.title}
      <small className="block quiet">{filled(words.inSet[language], { n: side.set })}</small>
    </>
  )
}
