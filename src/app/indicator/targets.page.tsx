import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { fill } from './indicator.messages.ts'
import { words } from './target.messages.ts'
import { TargetCounts, TargetTable } from './target-table.tsx'
import { targetsPage } from './targets.server.ts'
import type { Route } from './+types/targets.page'

export const loader = pageLoader(targetsPage)

export default function Targets({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan, plans, rows, asOf, computedAt, search } = loaderData
  return (
    <Page
      title={words.targets[language]}
      lead={fill(words.lead[language], { day: formatDate(asOf), at: formatDateTime(computedAt) })}
      className="print-wide"
      actions={
        plan === null ? (
          <ButtonLink kind="quiet" small href="/chi-tieu/danh-sach">
            {words.dictionary[language]}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink kind="quiet" small href="/chi-tieu/danh-sach">
              {words.dictionary[language]}
            </ButtonLink>
            <ButtonLink kind="quiet" small href={`/chi-tieu.xlsx${search}`}>
              {words.excel[language]}
            </ButtonLink>
            <PrintButton />
          </>
        )
      }
    >
      {plan === null ? (
        <EmptyState
          title={words.noPlan[language]}
          hint={words.noPlanHint[language]}
          action={<ButtonLink href="/ke-hoach">{words.openPlans[language]}</ButtonLink>}
        />
      ) : (
        <>
          <Toolbar search={<Select name="ke-hoach" label={words.plan[language]} empty={false} defaultValue={plan.id} choices={plans} />}>
            <DateField name="den" label={words.asOf[language]} defaultValue={formatDate(asOf)} />
          </Toolbar>
          <div className="stack mt-l">
            <p>
              <a href={`/ke-hoach/${plan.id}`}>{plan.title}</a>, {plan.owner}, {formatDate(plan.startsOn)} – {formatDate(plan.endsOn)}
            </p>
            <TargetCounts rows={rows} />
            {rows.length === 0 ? (
              <p className="hint">{words.noTargets[language]}</p>
            ) : (
              <TargetTable rows={rows} planId={plan.id} asOf={asOf} />
            )}
            <p className="hint">{words.forecastNote[language]}</p>
          </div>
        </>
      )}
    </Page>
  )
}
