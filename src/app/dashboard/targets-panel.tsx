// The targets of the desk's plan of the day: done, progress, forecast, verdict.
import { formatDateTime } from '#/platform/text/format.ts'
import { fill } from '../indicator/indicator.messages.ts'
import { words as targetWords } from '../indicator/target.messages.ts'
import { TargetCounts, TargetTable } from '../indicator/target-table.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './dashboard.messages.ts'
import type { DashboardData } from './dashboard.server.ts'

export function TargetsPanel({ targets, asOf }: { targets: DashboardData['targets']; asOf: string }) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="chi-tieu">
      <h2 id="chi-tieu">{targetWords.targets[language]}</h2>
      {targets === null ? (
        <p className="hint">
          {words.noPlan[language]} <a href="/ke-hoach">{targetWords.openPlans[language]}</a>
        </p>
      ) : (
        <>
          <p>
            <a href={`/ke-hoach/${targets.plan.id}`}>{targets.plan.title}</a>.{' '}
            {fill(words.targetsNote[language], { at: formatDateTime(targets.computedAt) })}
          </p>
          {targets.rows.length === 0 ? (
            <p className="hint">{targetWords.noTargets[language]}</p>
          ) : (
            <>
              <TargetCounts rows={targets.rows} />
              <TargetTable rows={targets.rows} planId={targets.plan.id} asOf={asOf} />
              <p className="hint">{targetWords.forecastNote[language]}</p>
            </>
          )}
        </>
      )}
    </section>
  )
}
