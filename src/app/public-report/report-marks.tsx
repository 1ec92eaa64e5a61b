import { isOverdue, reportStateWords, type ReportState } from '#/programme/public-report/public-report.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { words } from './public-report.messages.ts'

/** Its state, and that its day has passed. */
export function ReportMarks({ report, today }: { report: { state: ReportState; dueOn: string }; today: string }) {
  const language = useLanguage()
  const { mark, ...said } = reportStateWords[report.state]
  return (
    <>
      <State kind={mark}>{said[language]}</State>
      {isOverdue(report, today) ? (
        <>
          {' '}
          <State kind="late">{words.overdue[language]}</State>
        </>
      ) : null}
    </>
  )
}
