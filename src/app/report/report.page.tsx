import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime, formatInstantDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { contentOf, startCompute } from '#/programme/report/compute.actions.ts'
import { figuresOf, liveFigures } from '#/programme/report/figures.store.ts'
import { addReportFiles, removeReportFile } from '#/programme/report/file.actions.ts'
import { fileNothing, goWithout, markReady, unready } from '#/programme/report/fill.actions.ts'
import { figureRows } from '#/programme/report/form.ts'
import {
  acceptAll,
  acceptReport,
  approveReport,
  excuseReport,
  expectReport,
  extendReport,
  reopenReport,
  takeBackReport,
} from '#/programme/report/judge.actions.ts'
import { promisesOf } from '#/programme/report/promise.store.ts'
import { proposalsOf } from '#/programme/report/proposals.store.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { eraNote } from '#/programme/report/report.paper.ts'
import { unitKindOf } from '#/programme/report/report.policy.ts'
import { belowOf, besidesOf, reportHistory } from '#/programme/report/report.store.ts'
import { locked } from '#/programme/report/report.ts'
import { fill } from '../commune/commune.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { Besides } from './besides.tsx'
import { FiguresTable } from './figures-table.tsx'
import { History } from './history.tsx'
import { ReportDeeds } from './report-deeds.tsx'
import { ReportFiles } from './report-files.tsx'
import { ReportMarks } from './report-marks.tsx'
import { words } from './report.messages.ts'
import type { Route } from './+types/report.page'

export const loader = pageLoader(async ({ db, actor, params, url, now }) => {
  const { report, rights } = await reportFor(db, actor, params['id'])
  const content = await contentOf(db, report)
  const wantsLive = url.searchParams.get('so') === 'truc-tiep' && locked.includes(report.state)
  return {
    report,
    rights,
    content,
    kind: unitKindOf(report),
    figures: Object.fromEntries(await figuresOf(db, report.id)),
    live: wantsLive ? Object.fromEntries(await liveFigures(db, report, figureRows(content), now)) : null,
    promises: Object.fromEntries(await promisesOf(db, actor, report, content)),
    proposals: await proposalsOf(db, report.id),
    below: await belowOf(db, report.id),
    besides: await besidesOf(db, report.id),
    files: await attachmentsOf(db, 'report', [report.id]),
    history: await reportHistory(db, { kind: 'report', id: report.id }),
    era: eraNote(report) !== null,
    today: plainDateOf(now),
    now,
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  switch (texts['deed']) {
    case 'files': {
      const files = await incomingFiles(page, form, 'files')
      await act((ctx) => addReportFiles(ctx, id, files, texts['caption']))
      break
    }
    case 'removeFile':
      await act((ctx) => removeReportFile(ctx, id, form.get('file')))
      break
    case 'compute':
      await act((ctx) => startCompute(ctx, id))
      break
    case 'acceptAll':
      await act((ctx) => acceptAll(ctx, id))
      break
    case 'ready':
      await act((ctx) => markReady(ctx, id))
      break
    case 'nothing':
      await act((ctx) => fileNothing(ctx, id, texts))
      break
    case 'unready':
      await act((ctx) => unready(ctx, id))
      break
    case 'goWithout':
      await act((ctx) => goWithout(ctx, id, texts))
      break
    case 'approve':
      await act((ctx) => approveReport(ctx, id, texts))
      break
    case 'takeBack':
      await act((ctx) => takeBackReport(ctx, id, texts))
      break
    case 'accept':
      await act((ctx) => acceptReport(ctx, id))
      break
    case 'reopen':
      await act((ctx) => reopenReport(ctx, id, texts))
      break
    case 'excuse':
      await act((ctx) => excuseReport(ctx, id, texts))
      break
    case 'expect':
      await act((ctx) => expectReport(ctx, id))
      break
    default:
      await act((ctx) => extendReport(ctx, id, texts))
  }
  return saved(`/bao-cao/${id}`)
})

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { report, rights, content, kind, figures, promises, live, below, besides, files, history, era, today } = loaderData
  const isLocked = locked.includes(report.state)
  const computing = report.computeRun !== null
  const restated = Object.fromEntries(
    besides.restatements.map(({ rowCode, numerator, denominator }) => [rowCode, { numerator, denominator }]),
  )
  return (
    <Page
      title={report.unitName}
      tabTitle={`${report.unitName}, ${report.callTitle}`}
      eyebrow={report.callTitle}
      crumbs={[{ href: '/bao-cao', label: words.reports[language] }]}
      className="print-wide"
      marks={<ReportMarks report={report} today={today} />}
    >
      <div className="stack-l">
        {computing ? (
          <Notice title={fill(words.computing[language], { done: report.computeDone, total: report.computeTotal })} announce>
            {/* A press, not a page that reloads under the reader (WCAG 2.2.1). */}
            <p>
              <a href={`/bao-cao/${report.id}`}>{words.computingHint[language]}</a>
            </p>
            <progress value={report.computeDone} max={Math.max(report.computeTotal, 1)} aria-label={words.compute[language]} />
          </Notice>
        ) : null}
        {report.stale ? <Notice kind="warn">{words.staleNote[language]}</Notice> : null}
        {isLocked && report.approvedAt !== null ? (
          <Notice kind="good" title={fill(words.lockedNote[language], { date: formatInstantDate(report.approvedAt) })}>
            {live === null ? (
              <a href={`/bao-cao/${report.id}?so=truc-tiep`}>{words.seeLive[language]}</a>
            ) : (
              <p>
                {fill(words.liveNote[language], { time: formatDateTime(loaderData.now) })}.{' '}
                <a href={`/bao-cao/${report.id}`}>{words.hideLive[language]}</a>
              </p>
            )}
          </Notice>
        ) : null}
        <Facts
          facts={[
            { label: words.period[language], value: `${formatDate(report.periodFrom)} – ${formatDate(report.periodTo)}` },
            {
              label: words.cutOff[language],
              value: formatDate(report.cutOffOn),
              note:
                report.computedAt === null
                  ? words.notComputed[language]
                  : `${words.computedAt[language]} ${formatDateTime(report.computedAt)}`,
            },
            { label: words.due[language], value: formatDate(report.dueOn) },
            { label: words.filed[language], value: report.filedOn === null ? words.notFiled[language] : formatDate(report.filedOn) },
            ...(report.approverName === null ? [] : [{ label: words.approvedBy[language], value: report.approverName }]),
            ...(report.reason === '' ? [] : [{ label: words.reason[language], value: report.reason }]),
            ...(below.waited === 0
              ? []
              : [
                  {
                    label: fill(words.waitsFor[language], { n: below.waited }),
                    value: below.names.join(', '),
                    ...(below.waited > below.names.length ? { note: words.andMore[language] } : {}),
                  },
                ]),
          ]}
        />
        {era ? <Notice>{words.eraNote[language]}</Notice> : null}
        <p className="row">
          {below.total === 0 ? null : (
            <ButtonLink kind="quiet" href={`/bao-cao?dot=${report.callId}`}>
              {fill(words.below[language], { n: below.total })}
            </ButtonLink>
          )}
          {report.documentId === null ? null : (
            <>
              <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${report.documentId}`}>
                {words.paper[language]}
              </ButtonLink>
              <WordLink href={`/tep/van-ban/${report.documentId}.docx`} />
            </>
          )}
          {isLocked ? null : (
            <ButtonLink kind="quiet" icon="doc" href={`/bao-cao/${report.id}/du-thao.pdf`}>
              {words.draftPaper[language]}
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" icon="download" href={`/bao-cao/${report.id}/bang.xlsx`} download>
            {words.table[language]}
          </ButtonLink>
        </p>
        <ReportDeeds
          report={{
            id: report.id,
            state: report.state,
            upperAuthority: report.upperAuthority,
            computing,
            body: kind === 'body',
            leaf: below.total === 0,
          }}
          rights={rights}
          toAccept={below.toAccept}
          answer={actionData}
        />
        <FiguresTable
          reportId={report.id}
          content={content}
          figures={figures}
          promises={promises}
          restated={restated}
          live={live}
          personal={rights.personal}
        />
        <ReportFiles files={files} writing={rights.fill} answer={actionData} />
        <Besides comment={report.comment} proposals={loaderData.proposals} besides={besides} content={content} />
        <History lines={history} />
      </div>
    </Page>
  )
}
