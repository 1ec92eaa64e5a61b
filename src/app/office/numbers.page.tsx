import { redirect } from 'react-router'
import { formatInstantDate } from '#/platform/text/format.ts'
import { registerRights } from '#/programme/certificate/certificate.policy.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { cancelReserved, reserveNumber } from '#/programme/certificate/number-register.actions.ts'
import { numberRows } from '#/programme/certificate/register.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import type { Route } from './+types/numbers.page'
import { clerkWords as words, fillIn } from './decision.messages.ts'
import { formText } from './issuing-form.server.ts'

const SIZE = 50
const STATES = ['reserved', 'used', 'cancelled'] as const

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(registerRights(actor, { authority: actor.authority, kind: '' }).see)
  const { committee, office } = await bodiesOf(db, actor.authority)
  const bodies = [committee, office].filter((body) => body !== null)
  const kept = bodies.filter((body) => registerRights(actor, { authority: actor.authority, kind: body.kind }).keep)
  const q = wordsAsked(url.searchParams)
  const state = STATES.find((one) => one === url.searchParams.get('tt')) ?? ''
  const page = pageAsked(url.searchParams)
  const rows = await numberRows(db, { authority: actor.authority, words: q, state, page, size: SIZE })
  return {
    rows,
    q,
    state,
    page,
    total: rows[0]?.total ?? 0,
    kept: kept.map((body) => ({ value: body.id, label: body.name })),
    taken: (url.searchParams.get('giu') ?? '').slice(0, 40),
  }
})

export const action = pageAction(async ({ act, form }) => {
  if (formText(form, 'intent') === 'cancel') {
    await act((ctx) => cancelReserved(ctx, formText(form, 'entryId'), formText(form, 'reason')))
    return redirect('/van-thu/so-van-ban')
  }
  const { printed } = await act((ctx) =>
    reserveNumber(ctx, { bodyId: formText(form, 'bodyId'), symbol: formText(form, 'symbol'), irregular: formText(form, 'irregular') }),
  )
  return redirect(`/van-thu/so-van-ban?giu=${encodeURIComponent(printed)}`)
})

export default function Numbers({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, q, state, page, total, kept, taken } = loaderData
  const language = useLanguage()
  const keeps = new Set(kept.map((body) => body.value))
  const marks = { reserved: 'part', used: 'done', cancelled: 'ended' } as const
  const href = (next: number) => `/van-thu/so-van-ban?${new URLSearchParams({ q, tt: state, trang: String(next) }).toString()}`
  return (
    <Page
      title={words.register[language]}
      lead={words.registerLead[language]}
      crumbs={[{ href: '/van-thu', label: words.title[language] }]}
    >
      <div className="stack-l">
        {taken === '' ? null : <Notice kind="good" announce title={fillIn(words.taken[language], { number: taken })} />}
        {kept.length === 0 ? null : (
          <Panel title={words.reserveTitle[language]} small className="measure">
            <Form refusal={actionData}>
              <ErrorSummary />
              <Select name="bodyId" label={words.body[language]} choices={kept} empty={false} />
              <Field
                name="symbol"
                label={words.symbol[language]}
                hint={words.symbolHint[language]}
                defaultValue="QĐ-UBND"
                size="middle"
                maxLength={30}
              />
              <Field
                name="irregular"
                label={words.irregular[language]}
                hint={words.irregularHint[language]}
                optional
                size="short"
                maxLength={9}
              />
              <Button>{words.reserve[language]}</Button>
            </Form>
          </Panel>
        )}
        <Toolbar search={<Field name="q" type="search" label={words.search[language]} defaultValue={q} maxLength={200} />}>
          <Filter
            name="tt"
            label={words.state[language]}
            value={state}
            choices={STATES.map((one) => ({ value: one, label: words[one][language] }))}
          />
        </Toolbar>
        {rows.length === 0 ? (
          <EmptyState title={words.noneTitle[language]} hint={words.noneHint[language]} />
        ) : (
          <Table
            caption={words.register[language]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'number',
                label: words.number[language],
                head: true,
                cell: (row) => (row.irregular ? `${row.printed} (${words.irregularMark[language]})` : row.printed),
              },
              { key: 'body', label: words.body[language], cell: (row) => row.bodyName },
              { key: 'date', label: words.date[language], cell: (row) => formatInstantDate(row.takenAt) },
              { key: 'by', label: words.takenBy[language], cell: (row) => row.takenBy ?? '' },
              { key: 'for', label: words.usedFor[language], cell: (row) => row.title ?? row.reason ?? '' },
              {
                key: 'state',
                label: words.state[language],
                cell: (row) => <State kind={marks[row.state]}>{words[row.state][language]}</State>,
              },
              {
                key: 'act',
                label: words.cancel[language],
                cell: (row) =>
                  row.state === 'reserved' && keeps.has(row.bodyId) ? <CancelNumber id={row.id} printed={row.printed} /> : null,
              },
            ]}
          />
        )}
        <Pager page={page} pages={Math.ceil(total / SIZE)} hrefFor={href} />
      </div>
    </Page>
  )
}

/** One line: reason and button, for a number that is only held. */
function CancelNumber({ id, printed }: { id: string; printed: string }) {
  const language = useLanguage()
  return (
    <form method="post" className="row">
      <input type="hidden" name="intent" value="cancel" />
      <input type="hidden" name="entryId" value={id} />
      <label className="vh" htmlFor={`ly-do-${id}`}>
        {words.reason[language]} {printed}
      </label>
      <input className="input input-short" id={`ly-do-${id}`} name="reason" maxLength={300} placeholder={words.reason[language]} required />
      <Button kind="danger" small>
        {words.cancel[language]}
      </Button>
    </form>
  )
}
