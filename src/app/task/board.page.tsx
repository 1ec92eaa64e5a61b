import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { mustSee } from '#/programme/refuse.ts'
import { keepsWork } from '#/programme/task/task.policy.ts'
import { boardBy, boardOf, type BoardBy, type BoardRow } from '#/programme/task/task.store.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { words } from './task.messages.ts'
import type { Route } from './+types/board.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(keepsWork(actor))
  const by = boardBy.find((one) => one === url.searchParams.get('theo')) ?? 'plan'
  return { by, rows: await boardOf(db, actor, by, plainDateOf(now)) }
})

const names = { plan: 'byPlan', body: 'byBody', period: 'byPeriod' } as const
/** The filter of the list that a row of the board stands for. */
const filters: Record<BoardBy, string> = { plan: 'ke-hoach', body: 'don-vi', period: 'thang' }

/** "2026-03" as people write it. */
function monthOf(key: string): string {
  return key.split('-').toReversed().join('/')
}

export default function Board({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { by, rows } = loaderData
  const link = (row: BoardRow, more: string) => `/nhiem-vu/tat-ca?${filters[by]}=${encodeURIComponent(row.key)}${more}`
  const figure = (key: 'late' | 'silent' | 'soon', label: string) => ({
    key,
    label,
    align: 'right' as const,
    cell: (row: BoardRow) =>
      row[key] === 0 ? (
        <span className="num">0</span>
      ) : (
        <a className="num" href={link(row, `&khi=${key}`)}>
          {row[key]}
        </a>
      ),
  })
  return (
    <Page
      title={words.board[language]}
      lead={words.boardLead[language]}
      crumbs={[{ href: '/nhiem-vu', label: words.mine[language] }]}
      actions={
        <ButtonLink kind="quiet" href="/nhiem-vu/tat-ca">
          {words.all[language]}
        </ButtonLink>
      }
    >
      <Tabs
        label={words.board[language]}
        tabs={boardBy.map((one) => ({ href: `/nhiem-vu/bang?theo=${one}`, label: words[names[one]][language], current: one === by }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.none[language]} hint={words.noneHint[language]} />
      ) : (
        <Table
          caption={words.board[language]}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            {
              key: 'name',
              label: words[names[by]][language],
              head: true,
              cell: (row) => (by === 'period' ? monthOf(row.label) : row.label),
            },
            {
              key: 'total',
              label: words.total[language],
              align: 'right',
              cell: (row) => (
                <a className="num" href={link(row, '')}>
                  {row.total}
                </a>
              ),
            },
            { key: 'done', label: words.done[language], align: 'right', cell: (row) => <span className="num">{row.done}</span> },
            figure('soon', words.soon[language]),
            figure('late', words.late[language]),
            figure('silent', words.silent[language]),
          ]}
        />
      )}
    </Page>
  )
}
