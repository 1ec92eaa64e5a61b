import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong, formatInstantDate, formatNumber } from '#/platform/text/format.ts'
import { ledgerOf } from '#/programme/money/money.store.ts'
import {
  addMilestone,
  approveSupport,
  closeSupport,
  dropMilestone,
  refuseSupport,
  resumeSupport,
  signSupport,
  suspendSupport,
  terminateSupport,
} from '#/programme/support/support.actions.ts'
import { supportFor } from '#/programme/support/support.store.ts'
import { itemRules, supportWords } from '#/programme/support/support.ts'
import { openLines, sourcesOf } from '#/programme/money/money.store.ts'
import { entryStateWords, kindRules, type EntryKind, type EntryState } from '#/programme/money/money.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Select } from '../ui/choices.tsx'
import { Facts, type Fact } from '../ui/facts.tsx'
import { DateField, Field, MoneyField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Manage } from './manage.tsx'
import { Milestones } from './milestones.tsx'
import { verbWords, words } from './support.messages.ts'
import { Twins } from './twins.tsx'
import type { Route } from './+types/support.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await supportFor(db, actor, params['id'])
  const { authority } = file.contract
  return {
    ...file,
    today: plainDateOf(now),
    lines: file.rights.decide ? await openLines(db, authority) : [],
    sources: file.rights.decide ? (await sourcesOf(db, authority)).filter((source) => source.endedOn === null) : [],
    history: await ledgerOf(db, { kind: 'supportContract', id: file.contract.id }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed'] ?? ''
  if (deed === 'approve') await act((ctx) => approveSupport(ctx, id, texts))
  else if (deed === 'refuse') await act((ctx) => refuseSupport(ctx, id, texts))
  else if (deed === 'drop') await act((ctx) => dropMilestone(ctx, id, texts['milestone'] ?? ''))
  else if (deed === 'sign') await act((ctx) => signSupport(ctx, id, texts))
  else if (deed === 'suspend') await act((ctx) => suspendSupport(ctx, id, texts))
  else if (deed === 'resume') await act((ctx) => resumeSupport(ctx, id, texts))
  else if (deed === 'close') await act((ctx) => closeSupport(ctx, id))
  else if (deed === 'terminate') await act((ctx) => terminateSupport(ctx, id, texts))
  else await act((ctx) => addMilestone(ctx, id, texts))
  return saved(`/ho-tro/${id}`)
})

export default function SupportPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { contract, rights, staff, milestones, entries, receivables, paid, twins, today, lines, sources, history } = loaderData
  const state = supportWords[contract.state]
  const item = itemRules[contract.itemCategory]
  const dong = (value: number) => <span className="num">{formatDong(value)}</span>
  const said = (label: string, value: string | null): Fact[] => (value === null || value === '' ? [] : [{ label, value }])
  return (
    <Page
      title={item.words[language]}
      eyebrow={[contract.producer, contract.product].filter(Boolean).join(' · ')}
      crumbs={[{ href: '/ho-tro', label: words.supports[language] }]}
      marks={<State kind={state.mark}>{state[language]}</State>}
      className="print-wide"
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.detail[language], value: contract.itemDetail },
            { label: words.asked[language], value: dong(contract.asked), note: formatInstantDate(contract.askedAt) },
            { label: words.approved[language], value: contract.approved === null ? '–' : dong(contract.approved) },
            { label: words.paid[language], value: dong(paid) },
            ...(contract.ownShare === null ? [] : [{ label: words.ownShare[language], value: dong(contract.ownShare) }]),
            ...said(words.number[language], contract.number),
            ...said(words.signedOn[language], contract.signedOn === null ? null : formatDate(contract.signedOn)),
            ...(staff ? [...said(words.line[language], contract.line), ...said(words.source[language], contract.source)] : []),
            ...said(words.reason[language], contract.stateReason),
            ...(staff ? said(words.twinReason[language], contract.twinReason) : []),
          ]}
        />
        <Twins rows={twins} authority={contract.authority} />
        {rights.decide ? (
          <Panel title={words.approve[language]} small className="measure">
            <DeedForm deed="approve" answer={actionData} label={words.approve[language]}>
              <MoneyField name="approved" label={words.approved[language]} defaultValue={formatNumber(contract.asked)} />
              <Select
                name="lineId"
                label={words.line[language]}
                choices={lines.map((line) => ({ value: line.id, label: `${line.title} (${line.year})` }))}
              />
              <Select
                name="sourceId"
                label={words.source[language]}
                choices={sources.map((source) => ({ value: source.id, label: source.name }))}
              />
              {twins.length === 0 ? null : <TextArea name="twinReason" label={words.twinReason[language]} rows={2} maxLength={1000} />}
            </DeedForm>
            <ReasonDeed deed="refuse" answer={actionData} label={words.refuse[language]} />
          </Panel>
        ) : null}
        {milestones.length === 0 ? null : <Milestones contractId={contract.id} rows={milestones} today={today} arrange={rights.arrange} />}
        {rights.arrange ? (
          <Panel title={words.addMilestone[language]} small className="measure">
            <DeedForm deed="add" kind="quiet" answer={actionData} label={words.addMilestone[language]}>
              <Field name="title" label={words.title[language]} maxLength={300} />
              <TextArea
                name="evidenceAsked"
                label={words.evidence[language]}
                hint={words.evidenceHint[language]}
                optional
                rows={2}
                maxLength={1000}
              />
              <DateField name="dueOn" label={words.due[language]} />
              <MoneyField name="amount" label={words.amount[language]} />
              <MoneyField name="retained" label={words.retained[language]} optional />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.sign ? (
          <Panel title={words.sign[language]} small className="measure">
            <p className="hint">{words.signHint[language]}</p>
            <DeedForm deed="sign" answer={actionData} label={words.sign[language]}>
              <Field name="number" label={words.number[language]} size="middle" maxLength={100} />
              <DateField name="signedOn" label={words.signedOn[language]} defaultValue={formatDate(today)} />
            </DeedForm>
          </Panel>
        ) : null}
        {entries.length === 0 ? null : (
          <section className="stack" aria-labelledby="but-toan">
            <h2 id="but-toan">{words.payments[language]}</h2>
            <ul className="stack">
              {entries.map((entry) => {
                const entryState = entryStateWords[entry.state as EntryState]
                return (
                  <li key={entry.id} className="row between">
                    <a className="tap" href={`/kinh-phi/but-toan/${entry.id}`}>
                      {[kindRules[entry.kind as EntryKind].words[language], formatDong(entry.amount), formatDate(entry.onDay), entry.note]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </a>
                    <State kind={entryState.mark}>{entryState[language]}</State>
                  </li>
                )
              })}
            </ul>
          </section>
        )}
        {receivables.length === 0 ? null : (
          <section className="stack" aria-labelledby="phai-thu">
            <h2 id="phai-thu">{words.receivables[language]}</h2>
            <ul>
              {receivables.map((one) => (
                <li key={one.id}>
                  <a className="tap" href={`/ho-tro/phai-thu/${one.id}`}>
                    {[formatDong(one.amount), `${words.due[language]} ${formatDate(one.dueOn)}`].join(' · ')}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Manage rights={rights} paid={paid} answer={actionData} />
        <LedgerLines lines={history} verbs={verbWords} />
      </div>
    </Page>
  )
}
