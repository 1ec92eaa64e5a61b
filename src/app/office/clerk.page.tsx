import { formatDate } from '#/platform/text/format.ts'
import { clerkPapers, countClerkPapers, type ClerkFilter } from '#/programme/certificate/register.store.ts'
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
const views = { '': 'waiting', 'da-dinh': 'attached', 'tat-ca': null } as const satisfies Record<string, ClerkFilter>
type View = keyof typeof views

/** `xem` da-dinh | tat-ca, waiting otherwise · `q` search · `trang` page. */
export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(serves(actor, actor.authority, 'clerk'))
  const q = wordsAsked(url.searchParams)
  const view: View = (['da-dinh', 'tat-ca'] as const).find((one) => one === url.searchParams.get('xem')) ?? ''
  const page = pageAsked(url.searchParams)
  const scope = { authority: actor.authority, words: q }
  const counts = await countClerkPapers(db, scope)
  const total = view === '' ? counts.waiting : view === 'da-dinh' ? counts.attached : counts.waiting + counts.attached
  return { papers: await clerkPapers(db, { ...scope, filter: views[view], page, size: SIZE }), q, view, page, counts, total }
})

export default function Clerk({ loaderData: { papers, q, view, page, counts, total } }: Route.ComponentProps) {
  const language = useLanguage()
  const href = (change: { view?: View; page?: number }) => {
    const search = new URLSearchParams()
    if (q !== '') search.set('q', q)
    const xem: View = change.view ?? view
    if (xem !== '') search.set('xem', xem)
    if ((change.page ?? 1) > 1) search.set('trang', String(change.page))
    const text = search.toString()
    return text === '' ? '/van-thu' : `/van-thu?${text}`
  }
  const empty = q === '' ? emptyWords[view] : { title: words.noneFound, hint: words.noneFoundHint }
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
          { href: href({ view: '' }), label: words.waiting[language], count: counts.waiting, current: view === '' },
          { href: href({ view: 'da-dinh' }), label: words.attachedTab[language], count: counts.attached, current: view === 'da-dinh' },
          {
            href: href({ view: 'tat-ca' }),
            label: words.all[language],
            count: counts.waiting + counts.attached,
            current: view === 'tat-ca',
          },
        ]}
      />
      <Toolbar
        search={<Field name="q" type="search" label={words.search[language]} defaultValue={q} maxLength={200} />}
        hidden={view === '' ? {} : { xem: view }}
      />
      {papers.length === 0 ? (
        <EmptyState
          {...(q === '' && view === '' ? { icon: 'done' as const } : {})}
          title={empty.title[language]}
          hint={empty.hint[language]}
        />
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

const emptyWords = {
  '': { title: words.noneWaiting, hint: words.noneWaitingHint },
  'da-dinh': { title: words.noneAttached, hint: words.noneAttachedHint },
  'tat-ca': { title: words.noneTitle, hint: words.noneHint },
}
