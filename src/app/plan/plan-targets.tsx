// What a plan promises.
import { formatDate } from '#/platform/text/format.ts'
import { promised } from '#/programme/programme-plan/programme-plan.paper.ts'
import { conditionWords, scopeWords } from '#/programme/programme-plan/programme-plan.ts'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { PlanSection, type PartProps } from './plan-section.tsx'
import { words } from './plan.messages.ts'

export function PlanTargets({ parts, base, edit }: PartProps) {
  const language = useLanguage()
  const deeds = edit ? [{ href: `${base}/muc/chi-tieu/them`, label: words.addTarget[language] }] : []
  if (parts.targets.length === 0 && !edit) return null
  return (
    <PlanSection id="chi-tieu" title={words.targets[language]} deeds={deeds}>
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
