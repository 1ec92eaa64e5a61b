// A plan to be read: figures, sources, schedule with what was reported; the same for producer, commune and office.
import type { ReactNode } from 'react'
import { formatDate, formatDong, formatInstantDate, formatNumber } from '#/platform/text/format.ts'
import { milestoneWords } from '#/programme/idea/idea.workflow.ts'
import type { PlanFile } from '#/programme/idea/plan.load.ts'
import { partWords, sourceWords } from '#/programme/idea/plan.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './idea.messages.ts'

/** What the office asked to be changed. */
export function Asked({ file }: { file: PlanFile }) {
  const language = useLanguage()
  if (file.asked.length === 0) return null
  return (
    <Notice kind="warn" title={words.asked[language]}>
      <ul>
        {file.asked.map((one) => (
          <li key={one.id}>
            <b>{partWords[one.part][language]}:</b> {one.ask}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export function PlanFacts({ file }: { file: PlanFile }) {
  const language = useLanguage()
  const { plan } = file
  const long = (name: 'goals' | 'materials' | 'workforce' | 'market' | 'quality') => ({ label: words[name][language], value: plan[name] })
  return (
    <div className="stack">
      <Facts
        facts={[
          { label: words.producer[language], value: plan.producerName, note: plan.communeName ?? '' },
          ...(plan.approvedAt === null
            ? []
            : [
                {
                  label: words.approval[language],
                  value: (
                    <a href={`/tep/van-ban/${plan.approvalDocumentId ?? ''}`}>
                      {fill(words.approvalPaper[language], { number: plan.approvalNumber ?? '' })}
                    </a>
                  ),
                  note: `${formatInstantDate(plan.approvedAt)}. ${plan.approvalReason}`,
                },
              ]),
          long('goals'),
          long('materials'),
          long('workforce'),
          long('market'),
          long('quality'),
          ...file.sources.map((row) => ({
            label: sourceWords[row.source][language],
            value: <span className="num">{formatDong(row.amount)}</span>,
          })),
          ...(plan.investmentTotal === null
            ? []
            : [{ label: words.investmentTotal[language], value: <b className="num">{formatDong(plan.investmentTotal)}</b> }]),
        ].filter((fact) => fact.value !== '')}
      />
      {file.years.length === 0 ? null : (
        <Table
          caption={words.years[language]}
          variant="plain"
          rows={file.years}
          rowKey={(row) => String(row.year)}
          columns={[
            { key: 'year', label: words.year[language], head: true, cell: (row) => <span className="num">{row.year}</span> },
            {
              key: 'volume',
              label: `${words.volume[language]} (${plan.outputUnit})`,
              align: 'right',
              cell: (row) => <span className="num">{formatNumber(row.volume)}</span>,
            },
            {
              key: 'revenue',
              label: words.revenue[language],
              align: 'right',
              cell: (row) => <span className="num">{formatDong(row.revenue)}</span>,
            },
          ]}
        />
      )}
    </div>
  )
}

type ProgressProps = {
  file: PlanFile
  today: string
  /** What stands under a milestone or report: the producer's way to report it, the commune's to confirm it. */
  underMilestone: (milestone: PlanFile['milestones'][number]) => ReactNode
  underReport?: (report: PlanFile['reports'][number]) => ReactNode
}

export function PlanProgress({ file, today, underMilestone, underReport = () => null }: ProgressProps) {
  const language = useLanguage()
  const confirmed = (one: { confirmedAt: Date | null; confirmedBy: string | null; confirmRemark: string }) =>
    one.confirmedAt === null
      ? words.notConfirmed[language]
      : [
          fill(words.confirmed[language], { who: one.confirmedBy ?? '', day: formatInstantDate(one.confirmedAt) }),
          ...(one.confirmRemark === '' ? [] : [one.confirmRemark]),
        ].join('. ')
  return (
    <>
      <section className="stack" aria-labelledby="tien-do">
        <h2 id="tien-do">{words.milestones[language]}</h2>
        {file.milestones.map((milestone) => {
          const papers = file.papers.filter((paper) => paper.milestoneId === milestone.id)
          const late =
            file.plan.state === 'approved' && milestone.dueOn < today && (milestone.state === 'planned' || milestone.state === 'doing')
          return (
            <Panel key={milestone.id} title={`${milestone.ordinal}. ${milestone.title}`} small>
              <p className="row">
                <State kind={late ? 'late' : milestoneWords[milestone.state].mark}>{milestoneWords[milestone.state][language]}</State>
                <span className="hint">
                  {words.dueOn[language]} <span className="num">{formatDate(milestone.dueOn)}</span>
                </span>
              </p>
              {milestone.report === '' ? null : <p>{milestone.report}</p>}
              {milestone.reportedAt === null ? null : (
                <>
                  {papers.length === 0 ? (
                    <p className="hint">{words.noPapers[language]}</p>
                  ) : (
                    <ul>
                      {papers.map((paper) => (
                        <li key={`${paper.paperId}-${paper.fileId ?? ''}`}>
                          {paper.fileId === null ? (
                            paper.title
                          ) : (
                            <a href={`/tep/giay-to/${paper.fileId}`}>{`${paper.title}: ${paper.fileName}`}</a>
                          )}
                        </li>
                      ))}
                    </ul>
                  )}
                  <p className="hint">{confirmed(milestone)}</p>
                </>
              )}
              {underMilestone(milestone)}
            </Panel>
          )
        })}
      </section>
      <section className="stack" aria-labelledby="sau-thang">
        <h2 id="sau-thang">{words.halfYears[language]}</h2>
        {file.reports.length === 0 ? <p className="hint">{words.noReports[language]}</p> : null}
        {file.reports.map((report) => (
          <Panel key={report.id} title={`${words[report.half === 1 ? 'firstHalf' : 'secondHalf'][language]} ${report.year}`} small>
            <p className="num">
              {formatNumber(report.volume)} {file.plan.outputUnit} · {formatDong(report.revenue)} · {words.workers[language].toLowerCase()}{' '}
              {formatNumber(report.workers)}
            </p>
            <p>{report.content}</p>
            <p className="hint">{confirmed(report)}</p>
            {underReport(report)}
          </Panel>
        ))}
      </section>
    </>
  )
}
