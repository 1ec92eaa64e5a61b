import { formatDate } from '#/platform/text/format.ts'
import { clerkPapers } from '#/programme/certificate/register.store.ts'
import { serves } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import type { Route } from './+types/clerk.page'
import { clerkWords as words } from './decision.messages.ts'

const SIZE = 50

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(serves(actor, actor.authority, 'clerk'))
  const q = wordsAsked(url.searchParams)
  const all = url.searchParams.get('xem') === 'tat-ca'
  const page = pageAsked(url.searchParams)
  const papers = await clerkPapers(db, { authority: actor.authority, words: q, waiting: !all, page, size: SIZE })
  return { papers, q, all, page, total: papers[0]?.total ?? 0 }
})

export default function Clerk({ loaderData: { papers, q, all, page, total } }: Route.ComponentProps) {
  const language = useLanguage()
  const href = (change: { all?: boolean; page?: number }) => {
    const search = new URLSearchParams()
    if (q !== '') search.set('q', q)
    if (change.all ?? all) search.set('xem', 'tat-ca')
    if ((change.page ?? 1) > 1) search.set('trang', String(change.page))
    const text = search.toString()
    return text === '' ? '/van-thu' : `/van-thu?${text}`
  }
  return (
    <Page
      title={words.title[language]}
      lead={words.lead[language]}
      actions={
        <ButtonLink kind="quiet" href="/van-thu/so-van-ban">
          {words.register[language]}
        </ButtonLink>
      }
    >
      <Tabs
        label={words.title[language]}
        tabs={[
          { href: href({ all: false }), label: words.waiting[language], current: !all },
          { href: href({ all: true }), label: words.all[language], current: all },
        ]}
      />
      <Toolbar
        search={<Field name="q" type="search" label={words.search[language]} defaultValue={q} maxLength={200} />}
        hidden={all ? { xem: 'tat-ca' } : {}}
      />
      {papers.length === 0 ? (
        <EmptyState title={words.noneTitle[language]} hint={words.noneHint[language]} />
      ) : (
        <Table
          caption={words.title[language]}
          rows={papers}
          rowKey={(row) => row.id}
          columns={[
            { key: 'title', label: words.paper[language], head: true, cell: (row) => <a href={`/van-thu/${row.id}`}>{row.title}</a> },
            { key: 'number', label: words.number[language], cell: (row) => row.number ?? '', nowrap: true },
            { key: 'date', label: words.date[language], cell: (row) => (row.issuedOn === null ? '' : formatDate(row.issuedOn)) },
            {
              key: 'copies',
              label: words.copies[language],
              cell: (row) =>
                row.copies > 0 ? <State kind="done">{row.copies}</State> : <State kind="todo">{words.waiting[language]}</State>,
            },
          ]}
        />
      )}
      <Pager page={page} pages={Math.ceil(total / SIZE)} hrefFor={(next) => href({ page: next })} />
    </Page>
  )
}
