// How a report stands, in words, shape and colour: its state, and whether it is in time.
import { daysLate, reportStateWords, type FiledFacts } from '#/programme/report/report.ts'
import { fill } from '../commune/commune.messages.ts'
import { State } from '../ui/state.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './report.messages.ts'

type Shown = FiledFacts & { nothingToReport: boolean; stale: boolean }

export function ReportMarks({ report, today }: { report: Shown; today: string }) {
  const language = useLanguage()
  const late = daysLate(report, today)
  const { mark, ...said } = reportStateWords[report.state]
  return (
    <>
      <State kind={mark}>{said[language]}</State>
      {report.nothingToReport ? <State kind="info">{words.nothing[language]}</State> : null}
      {late > 0 ? <State kind="late">{fill(words.lateBy[language], { n: late })}</State> : null}
      {report.stale ? <State kind="back">{words.stale[language]}</State> : null}
    </>
  )
}
