// What a plan promises.
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import { targetStates } from '#/programme/indicator/target.ts'
import { promised } from '#/programme/programme-plan/programme-plan.paper.ts'
import { conditionWords, scopeWords, type Target } from '#/programme/programme-plan/programme-plan.ts'
import { fill } from '../idea/idea.messages.ts'
import type { RevisionFigures } from '../indicator/targets.server.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { PlanSection, type PartProps } from './plan-section.tsx'
import { words } from './plan.messages.ts'

/** `figures`: of a plan in force or of the day it was replaced, each beside its promise. */
export function PlanTargets({ parts, base, edit, figures }: PartProps & { figures: RevisionFigures | null }) {
  const language = useLanguage()
  const deeds = edit ? [{ href: `${base}/muc/chi-tieu/them`, label: words.addTarget[language] }] : []
  if (parts.targets.length === 0 && !edit) return null
  const past = figures === null || figures.countsNow === null ? '' : `?den=${figures.asOf}`
  const done: readonly Column<Target>[] =
    figures === null
      ? []
      : [
          {
            key: 'done',
            label: words.done[language],
            cell: ({ code }) => {
              const row = figures.rows[code]
              return row === undefined ? null : (
                <>
                  <a href={`/chi-tieu${base}/${encodeURIComponent(code)}${past}`}>{row.done}</a>
                  {row.blank === null ? null : <small className="quiet block">{row.blank}</small>}
                  {row.byHand ? <small className="quiet block">{words.byHand[language]}</small> : null}
                </>
              )
            },
          },
          {
            key: 'state',
            label: words.standing[language],
            cell: ({ code }) => {
              const row = figures.rows[code]
              return row === undefined ? null : <State kind={targetStates[row.state].mark}>{targetStates[row.state][language]}</State>
            },
          },
        ]
  return (
    <PlanSection id="chi-tieu" title={words.targets[language]} deeds={deeds}>
      {figures === null || parts.targets.length === 0 ? null : (
        <p className="hint">
          {fill((figures.countsNow === null ? words.figuresOf : words.figuresThen)[language], {
            day: formatDate(figures.asOf),
            at: formatDateTime(figures.computedAt),
          })}{' '}
          {figures.countsNow === null ? (
            <a className="no-print" href={`/chi-tieu?ke-hoach=${base.split('/').at(-1) ?? ''}`}>
              {words.allFigures[language]}
            </a>
          ) : (
            <a href={`/ke-hoach/${figures.countsNow.id}#chi-tieu`}>{fill(words.countsNow[language], { n: figures.countsNow.revision })}</a>
          )}
        </p>
      )}
      {parts.targets.length === 0 ? null : (
        <Table
          caption={words.targets[language]}
          rows={parts.targets}
          rowKey={(row) => row.code}
          columns={[
            { key: 'code', label: words.code[language], cell: (row) => row.code },
            {
              key: 'title',
              label: words.targetTitle[language],
              head: true,
              cell: (row) => (
                <>
                  {edit ? <a href={`${base}/muc/chi-tieu/${row.code}`}>{row.title}</a> : row.title}
                  {[
                    row.partOf === null ? '' : `${words.partOf[language]} ${row.partOf}`,
                    row.scope === 'whole' ? '' : scopeWords[row.scope][language],
                    row.reading ?? '',
                  ]
                    .filter((text) => text !== '')
                    .map((text) => (
                      <small key={text} className="quiet block">
                        {text}
                      </small>
                    ))}
                </>
              ),
            },
            { key: 'value', label: words.op[language], cell: (row) => promised(row) },
            ...done,
            { key: 'due', label: words.due[language], nowrap: true, cell: (row) => <span className="num">{formatDate(row.dueOn)}</span> },
            { key: 'lead', label: words.leadBody[language], cell: (row) => row.leadBody ?? '' },
            {
              key: 'condition',
              label: words.condition[language],
              narrow: 'full',
              cell: (row) =>
                row.condition === null || row.conditionState === null ? null : (
                  <>
                    <State kind={row.conditionState === 'met' ? 'done' : row.conditionState === 'dropped' ? 'ended' : 'todo'}>
                      {conditionWords[row.conditionState][language]}
                    </State>
                    <small className="quiet block">{row.condition}</small>
                  </>
                ),
            },
          ]}
        />
      )}
    </PlanSection>
  )
}
