import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatNumber } from '#/platform/text/format.ts'
import { keepsMoney, readsMoney } from '#/programme/money/money.policy.ts'
import { openLines, sourcesOf } from '#/programme/money/money.store.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { draftRewardList } from '#/programme/reward/list.actions.ts'
import { usablePolicies } from '#/programme/reward/policy.store.ts'
import { listRewardLists, ownRewards, rewardsToClaim, type RewardListSort } from '#/programme/reward/reward.store.ts'
import { listStates, listWords, rewardWords, type RewardState } from '#/programme/reward/reward.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { withParams } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { listQuery, PER_PAGE } from './list-query.ts'
import { words } from './reward.messages.ts'
import type { Route } from './+types/rewards.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const staff = readsMoney(actor, actor.authority)
  const owner = producersOf(actor).length > 0
  mustSee(staff || owner)
  const query = listQuery(url.searchParams)
  const keep = keepsMoney(actor, actor.authority)
  const { authority } = actor
  return {
    query,
    search: url.search,
    own: owner ? await ownRewards(db, actor) : null,
    lists: staff ? await listRewardLists(db, actor, query) : null,
    claims: staff ? await rewardsToClaim(db, authority) : [],
    form: keep
      ? {
          today: formatDate(plainDateOf(now)),
          policies: (await usablePolicies(db, authority)).map((one) => ({ value: one.id, label: one.title })),
          lines: (await openLines(db, authority)).map((one) => ({ value: one.id, label: `${one.title} (${one.year})` })),
          sources: (await sourcesOf(db, authority))
            .filter((one) => one.endedOn === null)
            .map((one) => ({ value: one.id, label: one.name })),
        }
      : null,
  }
})

export const action = pageAction(async ({ act, form }) =>
  saved(`/thuong/danh-sach/${await act((ctx) => draftRewardList(ctx, textsOf(form)))}`),
)

export default function Rewards({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { query, search, own, lists, claims, form } = loaderData
  const sortBy = (sort: RewardListSort) => ({
    sortHref: withParams(search, { xep: query.sort === sort ? null : sort, trang: null }),
    ...(query.sort === sort ? { sorted: sort === 'amount' ? ('descending' as const) : ('ascending' as const) } : {}),
  })
  return (
    <Page
      title={(lists === null ? words.own : words.rewards)[language]}
      lead={words.lead[language]}
      className="print-wide"
      actions={
        lists === null ? undefined : (
          <>
            <ButtonLink kind="quiet" href="/thuong/chinh-sach">
              {words.policies[language]}
            </ButtonLink>
            <PrintButton />
          </>
        )
      }
    >
      <div className="stack-l">
        {own === null ? null : own.length === 0 ? (
          <EmptyState title={words.noOwn[language]} />
        ) : (
          <Table
            caption={words.own[language]}
            rows={own}
            rowKey={(row) => row.id}
            columns={[
              { key: 'product', label: words.product[language], head: true, cell: (row) => <b>{row.product}</b> },
              { key: 'star', label: words.star[language], cell: (row) => `${row.star} sao` },
              {
                key: 'amount',
                label: words.amount[language],
                align: 'right',
                narrow: 'line',
                cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
              },
              { key: 'number', narrow: 'line', label: words.number[language], cell: (row) => row.number },
              { key: 'paid', label: words.paidOn[language], cell: (row) => (row.paidOn === null ? '' : formatDate(row.paidOn)) },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => (
                  <State kind={rewardWords[row.state as RewardState].mark}>{rewardWords[row.state as RewardState][language]}</State>
                ),
              },
            ]}
          />
        )}
        {lists === null ? null : lists.total === 0 && search === '' ? (
          <EmptyState
            title={words.none[language]}
            hint={words.noneHint[language]}
            action={<ButtonLink href="/thuong/chinh-sach">{words.policies[language]}</ButtonLink>}
          />
        ) : (
          <div>
            <Toolbar
              search={<Field name="q" type="search" label={words.findList[language]} defaultValue={query.search} />}
              hidden={query.sort === 'recent' ? {} : { xep: query.sort }}
            >
              <Filter
                name="trang-thai"
                label={words.state[language]}
                value={query.state}
                choices={listStates.map((state) => ({ value: state, label: listWords[state][language] }))}
              />
            </Toolbar>
            <Listing
              caption={words.lists[language]}
              rows={lists.rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'title',
                  label: words.list[language],
                  head: true,
                  ...sortBy('title'),
                  cell: (row) => (
                    <a href={`/thuong/danh-sach/${row.id}`}>
                      <b>{row.title}</b>
                    </a>
                  ),
                },
                {
                  key: 'products',
                  label: words.products[language],
                  align: 'right',
                  narrow: 'line',
                  cell: (row) => <span className="num">{row.products}</span>,
                },
                {
                  key: 'amount',
                  label: words.amount[language],
                  align: 'right',
                  narrow: 'line',
                  ...sortBy('amount'),
                  cell: (row) => <span className="num">{formatNumber(row.amount)}</span>,
                },
                {
                  key: 'number',
                  narrow: 'line',
                  label: words.number[language],
                  cell: (row) =>
                    row.number === null ? '' : [row.number, row.decidedOn === null ? '' : formatDate(row.decidedOn)].join(', '),
                },
                {
                  key: 'state',
                  label: words.state[language],
                  narrow: 'full',
                  cell: (row) => <State kind={listWords[row.state].mark}>{listWords[row.state][language]}</State>,
                },
              ]}
              clearHref="/thuong"
              search={search}
              page={query.page}
              perPage={PER_PAGE}
              total={lists.total}
              excel={`/thuong.xlsx${search}`}
            />
          </div>
        )}
        {claims.length === 0 ? null : (
          <section className="stack" aria-labelledby="thu-hoi">
            <h2 id="thu-hoi">{words.toClaim[language]}</h2>
            <ul>
              {claims.map((one) => (
                <li key={one.id}>
                  <a className="tap" href={`/thuong/danh-sach/${one.listId}`}>
                    {[one.product, one.producer, `${one.star} sao`, formatNumber(one.amount)].join(' · ')}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {form === null || form.policies.length === 0 ? null : (
          <Panel title={words.newList[language]} small className="measure no-print">
            <DeedForm deed="draft" answer={actionData} label={words.newList[language]}>
              <Select name="policyId" label={words.policy[language]} choices={form.policies} />
              <Field name="title" label={words.title[language]} maxLength={300} />
              <DateField name="from" label={words.from[language]} />
              <DateField name="to" label={words.to[language]} defaultValue={form.today} />
              <Select name="lineId" label={words.line[language]} choices={form.lines} />
              <Select name="sourceId" label={words.source[language]} choices={form.sources} />
            </DeedForm>
          </Panel>
        )}
      </div>
    </Page>
  )
}
