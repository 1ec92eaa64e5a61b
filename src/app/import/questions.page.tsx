import { openQuestions } from '#/programme/import/question.store.ts'
import { importRights } from '#/programme/import/rights.ts'
import { questionWords } from '#/programme/import/import.messages.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import type { Route } from './+types/questions.page'
import { importWords as words } from './import-pages.messages.ts'

const SIZE = 50

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(importRights(actor, { provinceCode: actor.provinceCode }).decide)
  const asked = url.searchParams.get('loai')
  const kind = asked === 'unit' || asked === 'near' ? asked : null
  const page = pageAsked(url.searchParams)
  const { unit, near, rows } = await openQuestions(db, actor.provinceCode, { kind, page, size: SIZE })
  const total = kind === 'unit' ? unit : kind === 'near' ? near : unit + near
  return {
    kind,
    page,
    unit,
    near,
    pages: Math.ceil(total / SIZE),
    rows: rows.map((row) => ({ id: row.id, kind: row.kind, why: row.why, cells: row.cells })),
  }
})

export default function Questions({ loaderData: { kind, page, pages, unit, near, rows } }: Route.ComponentProps) {
  const language = useLanguage()
  const address = (to: string, number = 1) => `?${new URLSearchParams({ loai: to, trang: String(number) }).toString()}`
  return (
    <Page
      title={words.questions[language]}
      lead={words.questionsLead[language]}
      crumbs={[{ href: '/nhap-lieu', label: words.title[language] }]}
    >
      <Tabs
        label={words.questions[language]}
        tabs={[
          { href: '?', label: words.all[language], count: unit + near, current: kind === null },
          { href: address('unit'), label: words.unitKind[language], count: unit, current: kind === 'unit' },
          { href: address('near'), label: words.nearKind[language], count: near, current: kind === 'near' },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={words.nothing[language]} hint={words.nothingHint[language]} />
      ) : (
        <Table
          caption={words.questions[language]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'product',
              label: words.product[language],
              head: true,
              cell: (row) => <a href={`/nhap-lieu/can-quyet-dinh/${row.id}`}>{row.cells.product}</a>,
            },
            { key: 'why', label: words.reason[language], cell: (row) => questionWords[row.why]?.[language] ?? row.why },
            { key: 'producer', label: words.producer[language], cell: (row) => row.cells.producer || words.unknown[language] },
            {
              key: 'place',
              label: words.place[language],
              cell: (row) =>
                [row.cells.commune, row.cells.district, row.cells.province].filter(Boolean).join(', ') || words.unknown[language],
            },
            { key: 'decision', label: words.decision[language], cell: (row) => row.cells.decision_no || words.unknown[language] },
          ]}
        />
      )}
      <Pager page={page} pages={pages} hrefFor={(to) => address(kind ?? '', to)} />
    </Page>
  )
}
