import { ACCOUNTS_PER_PAGE, listAccounts } from '#/programme/people/account.store.ts'
import { formatNumber } from '#/platform/text/format.ts'
import { must } from '#/programme/refuse.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { roleNames } from '../account/account.messages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { adminMessages as words } from './admin.messages.ts'
import type { Route } from './+types/accounts.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  must(hasRole(actor, 'admin'))
  const query = wordsAsked(url.searchParams)
  const page = pageAsked(url.searchParams)
  const { total, rows } = await listAccounts(db, actor, { query, page })
  return {
    query,
    page,
    total,
    pages: Math.max(1, Math.ceil(total / ACCOUNTS_PER_PAGE)),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      username: row.username ?? '',
      blocked: row.blockedAt !== null,
      roles: row.roles ?? [],
    })),
  }
})

export default function Accounts({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, page, pages, query, total } = loaderData
  return (
    <Page
      title={words.accounts[language]}
      lead={words.count[language].replace('{n}', formatNumber(total))}
      actions={
        <>
          <ButtonLink href="/quan-tri/tai-khoan/them">{words.addAccount[language]}</ButtonLink>
          <ButtonLink kind="quiet" href="/quan-tri/cac-cap">
            {words.desks[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/co-quan">
            {words.bodies[language]}
          </ButtonLink>
        </>
      }
    >
      <form method="get" className="stack">
        <SearchBox name="q" label={words.search[language]} defaultValue={query} />
      </form>
      {rows.length === 0 ? (
        <EmptyState icon="search" title={words.none[language]} hint={words.noneHint[language]} />
      ) : (
        <Table
          caption={words.accounts[language]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: words.name[language],
              head: true,
              cell: (row) => <a href={`/quan-tri/tai-khoan/${row.id}`}>{row.name}</a>,
            },
            { key: 'username', label: words.username[language], cell: (row) => row.username },
            {
              key: 'roles',
              label: words.roles[language],
              cell: (row) => row.roles.map((role) => roleNames[role as keyof typeof roleNames][language]).join(', ') || '—',
            },
            {
              key: 'state',
              label: words.state[language],
              cell: (row) => <State kind={row.blocked ? 'stop' : 'done'}>{(row.blocked ? words.blocked : words.active)[language]}</State>,
            },
          ]}
        />
      )}
      <Pager page={page} pages={pages} hrefFor={(to) => `?${new URLSearchParams({ q: query, trang: String(to) }).toString()}`} />
    </Page>
  )
}
