import { formatDate, formatDateTime, formatDong } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { addEntryPapers, approveEntry, refuseEntry, removeEntryPaper, takeBackEntry } from '#/programme/money/entry.actions.ts'
import { entryFor } from '#/programme/money/entry.store.ts'
import { ledgerOf } from '#/programme/money/money.store.ts'
import { entryStateWords, kindRules } from '#/programme/money/money.ts'
import { Papers } from '../files/attachments.tsx'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { verbWords, words } from './money.messages.ts'
import { LedgerLines } from './money-history.tsx'
import type { Route } from './+types/entry.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const file = await entryFor(db, actor, params['id'])
  return {
    ...file,
    files: await attachmentsOf(db, 'moneyEntry', [file.entry.id]),
    history: await ledgerOf(db, { kind: 'moneyEntry', id: file.entry.id }),
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'approve') await act((ctx) => approveEntry(ctx, id))
  else if (deed === 'refuse') await act((ctx) => refuseEntry(ctx, id, texts))
  else if (deed === 'takeBack') await act((ctx) => takeBackEntry(ctx, id))
  else if (deed === 'removeFile') await act((ctx) => removeEntryPaper(ctx, id, form.get('file')))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => addEntryPapers(ctx, id, files, texts['caption']))
  }
  return saved(`/kinh-phi/but-toan/${id}`)
})

export default function EntryPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { entry, linked, rights, files, history } = loaderData
  const state = entryStateWords[entry.state]
  const said = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }])
  return (
    <Page
      title={`${kindRules[entry.kind].words[language]} ${formatDong(entry.amount)}`}
      crumbs={[
        { href: '/kinh-phi', label: words.money[language] },
        { href: `/kinh-phi/khoan/${entry.lineId}`, label: entry.line },
      ]}
      crumbTitle={kindRules[entry.kind].words[language]}
      layout="measure"
      marks={<State kind={state.mark}>{state[language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.line[language], value: <a href={`/kinh-phi/khoan/${entry.lineId}`}>{entry.line}</a> },
            { label: words.source[language], value: entry.source },
            { label: words.amount[language], value: <span className="num">{formatDong(entry.amount)}</span> },
            { label: words.onDay[language], value: formatDate(entry.onDay) },
            ...said(words.decisionNumber[language], entry.decisionNumber),
            ...said(words.payee[language], entry.payee),
            ...said(words.note[language], entry.note),
            { label: words.enteredBy[language], value: entry.enteredByName ?? '', note: formatDateTime(entry.enteredAt) },
            ...(entry.decidedAt === null
              ? []
              : [{ label: words.decidedBy[language], value: entry.decidedByName ?? '', note: formatDateTime(entry.decidedAt) }]),
            ...said(words.reason[language], entry.decideReason),
          ]}
        />
        {rights.approve ? (
          <Panel title={words.approve[language]} small>
            <p className="hint">{words.approveHint[language]}</p>
            <DeedForm deed="approve" answer={actionData} label={words.approve[language]} />
            <ReasonDeed deed="refuse" answer={actionData} label={words.refuse[language]} />
          </Panel>
        ) : null}
        {rights.takeBack ? (
          <Panel small wash>
            <p className="hint">{words.waitsOther[language]}</p>
            <DeedForm deed="takeBack" answer={actionData} kind="danger" label={words.takeBack[language]} />
          </Panel>
        ) : null}
        {linked.length === 0 ? null : (
          <section className="stack" aria-labelledby="lien-quan">
            <h2 id="lien-quan">{words.linked[language]}</h2>
            <ul className="stack">
              {linked.map((one) => (
                <li key={one.id} className="row between">
                  <a className="tap" href={`/kinh-phi/but-toan/${one.id}`}>
                    {[kindRules[one.kind].words[language], formatDong(one.amount), formatDate(one.onDay), one.line].join(' · ')}
                  </a>
                  <State kind={entryStateWords[one.state].mark}>{entryStateWords[one.state][language]}</State>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Papers
          files={files}
          title={words.papers[language]}
          addLabel={words.addPapers[language]}
          add={rights.papers}
          removable={rights.removePaper}
          answer={actionData}
        />
        <LedgerLines lines={history} verbs={verbWords} />
      </div>
    </Page>
  )
}
