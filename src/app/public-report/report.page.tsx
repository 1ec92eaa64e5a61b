import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { joinCase, leaveCase } from '#/programme/public-report/case.actions.ts'
import {
  answerReport,
  assignReport,
  linkReport,
  noteOnReport,
  readReporter,
  restoreReport,
  setSpam,
} from '#/programme/public-report/public-report.actions.ts'
import { reportFor, reportHistory } from '#/programme/public-report/public-report.store.ts'
import { topicWords } from '#/programme/public-report/public-report.ts'
import { candidateText, suggestions } from '#/programme/register/resolve.ts'
import { AttachmentList } from '../files/attachments.tsx'
import { fill } from '../commune/commune.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { LedgerLines, saidIn } from '../ui/ledger-lines.tsx'
import { Page } from '../ui/page.tsx'
import { verbWords, words } from './public-report.messages.ts'
import { ReportDesk } from './report-desk.tsx'
import { ReportMarks } from './report-marks.tsx'
import { ReportNotes } from './report-notes.tsx'
import { Reporter } from './reporter.tsx'
import type { Route } from './+types/report.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const file = await reportFor(db, actor, params['id'], now)
  const { report, rights } = file
  const linkable = rights.keep && (report.state === 'received' || report.state === 'looking')
  const offers = (to: 'product' | 'producer') => suggestions(db, to, report.authority, null, 1000)
  return {
    ...file,
    today: plainDateOf(now),
    photos: await attachmentsOf(db, 'publicReportPhoto', [report.id]),
    originals: rights.keep ? await attachmentsOf(db, 'publicReport', [report.id]) : [],
    products: linkable ? (await offers('product')).map(candidateText) : [],
    producers: linkable ? (await offers('producer')).map(candidateText) : [],
    history: await reportHistory(db, 'publicReport', report.id),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  // Shown once, in the answer to the press that was written down.
  if (deed === 'reporter') return { reporter: await act((ctx) => readReporter(ctx, id)) }
  if (deed === 'assign') await act((ctx) => assignReport(ctx, id, texts))
  else if (deed === 'link') await act((ctx) => linkReport(ctx, id, texts))
  else if (deed === 'join') await act((ctx) => joinCase(ctx, id))
  else if (deed === 'leave') await act((ctx) => leaveCase(ctx, id))
  else if (deed === 'answer') await act((ctx) => answerReport(ctx, id, texts))
  else if (deed === 'spam') await act((ctx) => setSpam(ctx, id))
  else if (deed === 'restore') await act((ctx) => restoreReport(ctx, id))
  else await act((ctx) => noteOnReport(ctx, id, texts))
  return saved(`/tinh/phan-anh/${id}`)
})

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { report, rights, hasContact, photos, originals, notes, inspections, history, today } = loaderData
  const said = (label: string, value: string | null): Fact[] => (value === null || value === '' ? [] : [{ label, value }])
  const linked = (label: string, text: string | null, href: string): Fact[] =>
    text === null ? [] : [{ label, value: <a href={href}>{text}</a> }]
  return (
    <Page
      title={topicWords[report.topic][language]}
      crumbs={[{ href: '/tinh/phan-anh', label: words.reports[language] }]}
      layout="measure"
      marks={<ReportMarks report={report} today={today} />}
    >
      <div className="stack-l">
        <p className="pre">{report.words}</p>
        {photos.length === 0 ? null : (
          <ul className="cards">
            {photos.map((photo, index) => (
              <li key={photo.id}>
                <a href={`/dinh-kem/${photo.id}`}>
                  <img className="photo" src={`/dinh-kem/${photo.id}`} alt={fill(words.photo[language], { n: index + 1 })} loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        )}
        <Facts
          facts={[
            ...linked(words.product[language], report.product, `/san-pham/${report.productId}`),
            ...linked(words.producer[language], report.producer, `/chu-the/${report.producerId}`),
            ...linked(words.certificate[language], report.verifyCode, `/c/${report.verifyCode}`),
            ...said(words.typed[language], report.about),
            ...said(words.seenWhere[language], report.seenWhere),
            ...said(words.seenOn[language], report.seenOn && formatDate(report.seenOn)),
            {
              label: words.fromBody[language],
              value: report.body === null ? words.public[language] : `${report.body} (${report.filedByName})`,
            },
            { label: words.receivedOn[language], value: <span className="num">{formatInstantDate(report.receivedAt)}</span> },
            { label: words.dueOn[language], value: <span className="num">{formatDate(report.dueOn)}</span> },
            ...said(words.who[language], report.assigneeName),
            ...(inspections.length === 0
              ? []
              : [
                  {
                    label: words.inspections[language],
                    value: inspections.map((one) => (
                      <a key={one.id} className="tap block" href={`/hau-kiem/${one.id}`}>
                        {formatDate(one.plannedOn)}
                      </a>
                    )),
                  },
                ]),
            ...linked(words.case[language], report.caseId && words.toCase[language], `/tinh/phan-anh/vu-viec/${report.caseId}`),
          ]}
        />
        {report.answer === null ? null : (
          <section className="stack" aria-labelledby="tra-loi">
            <h2 id="tra-loi">{words.answer[language]}</h2>
            <p className="pre">{report.answer}</p>
          </section>
        )}
        {rights.keep ? <ReportDesk {...loaderData} answer={actionData} /> : null}
        {rights.keep ? <Reporter known={hasContact} answer={actionData} /> : null}
        {originals.length === 0 ? null : (
          <section className="stack no-print" aria-labelledby="anh-goc">
            <h2 id="anh-goc">{words.originals[language]}</h2>
            <AttachmentList files={originals} />
          </section>
        )}
        <ReportNotes notes={notes} keep={rights.keep} answer={actionData} />
        <LedgerLines lines={history} verbs={verbWords} note={({ payload }) => saidIn(payload, 'to')} />
      </div>
    </Page>
  )
}
