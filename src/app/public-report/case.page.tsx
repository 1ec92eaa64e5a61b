import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDateTime, formatInstantDate } from '#/platform/text/format.ts'
import { answerCase, tellHolder } from '#/programme/public-report/case.actions.ts'
import { caseFor, reportHistory } from '#/programme/public-report/public-report.store.ts'
import { topicWords } from '#/programme/public-report/public-report.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines } from '../ui/ledger-lines.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { AnswerFields } from './answer-fields.tsx'
import { verbWords, words } from './public-report.messages.ts'
import { ReportMarks } from './report-marks.tsx'
import type { Route } from './+types/case.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await caseFor(db, actor, params['id'])
  return { ...file, today: plainDateOf(now), history: await reportHistory(db, 'publicReportCase', file.case.id) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'tell') await act((ctx) => tellHolder(ctx, id, texts))
  else await act((ctx) => answerCase(ctx, id, texts))
  return saved(`/tinh/phan-anh/vu-viec/${id}`)
})

export default function CasePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { case: one, rights, reports, messages, today, history } = loaderData
  const open = one.state === 'open'
  return (
    <Page
      title={`${words.case[language]}: ${one.product ?? one.producer}`}
      crumbs={[{ href: '/tinh/phan-anh', label: words.reports[language] }]}
      marks={<State kind={open ? 'info' : 'done'}>{(open ? words.caseOpen : words.caseClosed)[language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            ...(one.product === null
              ? []
              : [{ label: words.product[language], value: <a href={`/san-pham/${one.productId}`}>{one.product}</a> }]),
            { label: words.producer[language], value: <a href={`/chu-the/${one.producerId}`}>{one.producer}</a> },
            { label: words.openedAt[language], value: <span className="num">{formatInstantDate(one.openedAt)}</span> },
          ]}
        />
        <section className="stack" aria-labelledby="cac-phan-anh">
          <h2 id="cac-phan-anh">{words.caseReports[language]}</h2>
          <Table
            caption={words.caseReports[language]}
            rows={reports}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'topic',
                label: words.topicShort[language],
                head: true,
                cell: (row) => <a href={`/tinh/phan-anh/${row.id}`}>{topicWords[row.topic][language]}</a>,
              },
              { key: 'words', label: words.words[language], narrow: 'full', cell: (row) => <span className="pre">{row.words}</span> },
              {
                key: 'received',
                label: words.receivedOn[language],
                nowrap: true,
                cell: (row) => <span className="num">{formatInstantDate(row.receivedAt)}</span>,
              },
              { key: 'state', label: words.state[language], narrow: 'full', cell: (row) => <ReportMarks report={row} today={today} /> },
            ]}
          />
        </section>
        {messages.length === 0 ? null : (
          <section className="stack measure" aria-labelledby="da-thong-bao">
            <h2 id="da-thong-bao">{words.told[language]}</h2>
            {messages.map((message) => (
              <div key={message.id}>
                <p className="pre">{message.words}</p>
                <small className="quiet">{formatDateTime(message.toldAt)}</small>
              </div>
            ))}
          </section>
        )}
        {rights.keep && open ? (
          <Panel title={words.next[language]} wash className="no-print measure">
            <Disclose summary={words.tell[language]} open={refusalOf(actionData, 'tell') !== undefined}>
              <DeedForm deed="tell" answer={actionData} label={words.tell[language]} kind="quiet">
                <TextArea name="words" label={words.tellWords[language]} hint={words.tellHint[language]} rows={4} maxLength={3000} />
              </DeedForm>
            </Disclose>
            <Disclose summary={words.answerAll[language]} open={refusalOf(actionData, 'answer') !== undefined}>
              <DeedForm deed="answer" answer={actionData} label={words.answerAll[language]}>
                <AnswerFields />
              </DeedForm>
            </Disclose>
          </Panel>
        ) : null}
        <LedgerLines lines={history} verbs={verbWords} note={() => []} />
      </div>
    </Page>
  )
}
