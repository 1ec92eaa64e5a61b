import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong } from '#/platform/text/format.ts'
import { ledgerOf } from '#/programme/money/money.store.ts'
import { entryStateWords, type EntryState } from '#/programme/money/money.ts'
import { receiveMoney, waiveReceivable } from '#/programme/support/receivable.actions.ts'
import { receivableFor } from '#/programme/support/receivable.store.ts'
import { receivableWords } from '#/programme/support/support.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { verbWords, words } from './support.messages.ts'
import type { Route } from './+types/receivable.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await receivableFor(db, actor, params['id'])
  const history = file.staff ? await ledgerOf(db, { kind: 'receivable', id: file.receivable.id }) : []
  return { ...file, history, today: formatDate(plainDateOf(now)) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'waive') await act((ctx) => waiveReceivable(ctx, id, texts))
  else await act((ctx) => receiveMoney(ctx, id, texts))
  return saved(`/ho-tro/phai-thu/${id}`)
})

export default function ReceivablePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { receivable, receipts, staff, rights, history, today } = loaderData
  const state = receivableWords[receivable.state]
  const dong = (value: number) => <span className="num">{formatDong(value)}</span>
  return (
    <Page
      title={`${words.receivables[language]}: ${formatDong(receivable.amount)}`}
      eyebrow={receivable.producer}
      crumbs={[
        { href: '/ho-tro', label: words.supports[language] },
        { href: '/ho-tro/phai-thu', label: words.receivables[language] },
      ]}
      crumbTitle={receivable.producer}
      layout="measure"
      marks={<State kind={state.mark}>{state[language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.reason[language], value: receivable.reason },
            { label: words.decision[language], value: receivable.decisionNumber },
            { label: words.due[language], value: formatDate(receivable.dueOn) },
            { label: words.received[language], value: dong(receivable.received) },
            { label: words.left[language], value: dong(receivable.state === 'waived' ? 0 : receivable.left) },
            ...(receivable.waivedReason === '' ? [] : [{ label: words.waive[language], value: receivable.waivedReason }]),
          ]}
        />
        {receipts.length === 0 ? null : (
          <section className="stack" aria-labelledby="lan-thu">
            <h2 id="lan-thu">{words.receipts[language]}</h2>
            <ul className="stack">
              {receipts.map((one) => {
                const entry = entryStateWords[one.state as EntryState]
                const text = [formatDate(one.receivedOn), formatDong(one.amount), one.paper].join(' · ')
                return (
                  <li key={one.id} className="row between">
                    {staff ? (
                      <a className="tap" href={`/kinh-phi/but-toan/${one.entryId}`}>
                        {text}
                      </a>
                    ) : (
                      <span>{text}</span>
                    )}
                    <State kind={entry.mark}>{entry[language]}</State>
                  </li>
                )
              })}
            </ul>
          </section>
        )}
        {rights.receive ? (
          <Panel title={words.receive[language]} small>
            <DeedForm deed="receive" answer={actionData} label={words.receive[language]}>
              <MoneyField name="amount" label={words.amount[language]} />
              <DateField name="receivedOn" label={words.receivedOn[language]} defaultValue={today} />
              <Field name="paper" label={words.paper[language]} size="middle" maxLength={100} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.waive ? (
          <Panel title={words.waive[language]} small wash>
            <ReasonDeed deed="waive" answer={actionData} label={words.waive[language]} />
          </Panel>
        ) : null}
        {history.length === 0 ? null : <LedgerLines lines={history} verbs={verbWords} />}
      </div>
    </Page>
  )
}
