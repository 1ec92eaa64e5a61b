import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { printPercent } from '#/programme/indicator/indicator.ts'
import { targetStates, type TargetState } from '#/programme/indicator/target.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DateField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { fill } from './indicator.messages.ts'
import { scopeWords, words } from './target.messages.ts'
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
            <Counts rows={rows} />
            {rows.length === 0 ? (
              <p className="hint">{words.noTargets[language]}</p>
            ) : (
              <TargetTable rows={rows} planId={plan.id} day={asOf} />
            )}
            <p className="hint">{words.forecastNote[language]}</p>
          </div>
        </>
      )}
    </Page>
  )
}

type Rows = Route.ComponentProps['loaderData']['rows']

function Counts({ rows }: { rows: Rows }) {
  const language = useLanguage()
  const counts = Map.groupBy(rows, (row) => row.state)
  return (
    <p className="row">
      {(Object.keys(targetStates) as TargetState[]).flatMap((state) => {
        const n = counts.get(state)?.length ?? 0
        return n === 0
          ? []
          : [
              <State key={state} kind={targetStates[state].mark}>
                {targetStates[state][language]}: {n}
              </State>,
            ]
      })}
    </p>
  )
}

function TargetTable({ rows, planId, day }: { rows: Rows; planId: string; day: string }) {
  const language = useLanguage()
  const href = (code: string) => `/chi-tieu/ke-hoach/${planId}/${encodeURIComponent(code)}?den=${formatDate(day)}`
  return (
    <Table
      caption={words.targets[language]}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'target',
          label: words.target[language],
          head: true,
          cell: (row) => (
            <>
              <a href={href(row.code)}>
                <b>
                  {row.code}. {row.title}
                </b>
              </a>
              <small className="block quiet">
                {[
                  row.partOf === null ? '' : `${words.partOf[language]} ${row.partOf}`,
                  row.scope === 'whole' ? '' : scopeWords[row.scope][language],
                  row.byHand ? words.byHand[language] : '',
                  row.condition ?? '',
                  row.reading ?? '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </>
          ),
        },
        { key: 'promised', label: words.promised[language], cell: (row) => row.promised },
        {
          key: 'value',
          label: words.value[language],
          cell: (row) => (
            <>
              <a href={href(row.code)}>{row.done}</a>
              {row.blank === null ? null : <small className="block quiet">{row.blank}</small>}
            </>
          ),
        },
        { key: 'progress', label: words.progress[language], cell: (row) => <Meter hundredths={row.progress} /> },
        { key: 'forecast', label: words.forecast[language], cell: (row) => row.forecast ?? '–' },
        { key: 'due', label: words.due[language], cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
        {
          key: 'state',
          label: words.state[language],
          cell: (row) => <State kind={targetStates[row.state].mark}>{targetStates[row.state][language]}</State>,
        },
      ]}
    />
  )
}

/** A bar and its number; the bar ends at the whole. */
function Meter({ hundredths }: { hundredths: number | null }) {
  if (hundredths === null) return <>–</>
  return (
    <span className="fit">
      <svg className="meter" aria-hidden="true">
        <rect className="c0" width="100%" height="10" />
        <rect className="c3" width={`${Math.min(100, hundredths / 100)}%`} height="10" />
      </svg>{' '}
      {printPercent(hundredths)}
    </span>
  )
}
