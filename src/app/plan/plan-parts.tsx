// A plan read as a document: its words, targets, tasks by section, money and products.
import { formatDate, formatDong } from '#/platform/text/format.ts'
import { promised, timeOf } from '#/programme/programme-plan/programme-plan.paper.ts'
import type { StoredParts } from '#/programme/programme-plan/plan.store.ts'
import {
  conditionWords,
  fundSourceWords,
  partsGap,
  productKindWords,
  scopeWords,
  type PlanContent,
  type TaskBody,
} from '#/programme/programme-plan/programme-plan.ts'
import { fill } from '../idea/idea.messages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './plan.messages.ts'

type Props = { parts: StoredParts; base: string; edit: boolean }

const lists = ['basis', 'purposes', 'requirements', 'aims'] as const

export function PlanWords({ content }: { content: PlanContent }) {
  const language = useLanguage()
  return (
    <>
      {lists.map((name) =>
        content[name].length === 0 ? null : (
          <section key={name} className="stack">
            <h2 className="h3">{words[name][language]}</h2>
            <ul>
              {content[name].map((line) => (
                <li key={line.text}>{line.text}</li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  )
}

export function PlanOrganisation({ content }: { content: PlanContent }) {
  const language = useLanguage()
  if (content.organisation.length + content.solutions.length === 0) return null
  return (
    <section className="stack">
      {content.solutions.length === 0 ? null : (
        <>
          <h2 className="h3">{words.solutions[language]}</h2>
          <ul>
            {content.solutions.map((line) => (
              <li key={line.text}>{line.text}</li>
            ))}
          </ul>
        </>
      )}
      {content.organisation.length === 0 ? null : <h2 className="h3">{words.organisation[language]}</h2>}
      {content.organisation.map((entry) => (
        <div key={entry.body}>
          <b>{entry.body}</b>
          <ul>
            {entry.lines.map((line) => (
              <li key={line.text}>{line.text}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Section({
  id,
  title,
  add,
  children,
}: {
  id: string
  title: string
  add: { href: string; label: string } | null
  children: React.ReactNode
}) {
  return (
    <section className="stack" id={id} aria-labelledby={`${id}-ten`}>
      <div className="row between">
        <h2 id={`${id}-ten`}>{title}</h2>
        {add === null ? null : (
          <ButtonLink kind="quiet" small href={add.href}>
            {add.label}
          </ButtonLink>
        )}
      </div>
      {children}
    </section>
  )
}

export function PlanTargets({ parts, base, edit }: Props) {
  const language = useLanguage()
  const add = edit ? { href: `${base}/muc/chi-tieu/them`, label: words.addTarget[language] } : null
  if (parts.targets.length === 0 && !edit) return null
  return (
    <Section id="chi-tieu" title={words.targets[language]} add={add}>
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
    </Section>
  )
}

const names = (bodies: readonly TaskBody[], part: 'lead' | 'co') =>
  bodies
    .filter((body) => body.part === part)
    .map((body) => body.name)
    .join('; ')

export function PlanTasks({ parts, base, edit }: Props) {
  const language = useLanguage()
  const add = edit ? { href: `${base}/muc/nhiem-vu/them`, label: words.addTask[language] } : null
  if (parts.tasks.length === 0 && !edit) return null
  return (
    <Section id="nhiem-vu" title={words.tasks[language]} add={add}>
      {parts.tasks.length === 0 ? null : (
        <Table
          caption={words.tasks[language]}
          rows={parts.tasks}
          rowKey={(row) => row.code}
          columns={[
            { key: 'code', label: words.code[language], cell: (row) => row.code },
            {
              key: 'title',
              label: words.taskTitle[language],
              head: true,
              cell: (row) => (
                <>
                  {row.section === '' ? null : <small className="quiet block">{row.section}</small>}
                  {edit ? <a href={`${base}/muc/nhiem-vu/${row.code}`}>{row.title}</a> : row.title}
                  {row.content === '' ? null : <small className="quiet block">{row.content}</small>}
                </>
              ),
            },
            { key: 'lead', label: words.lead[language], cell: (row) => names(row.bodies, 'lead') },
            { key: 'co', label: words.co[language], cell: (row) => names(row.bodies, 'co') },
            {
              key: 'time',
              label: words.period[language],
              cell: (row) => (
                <>
                  {timeOf(row)}
                  {row.reading === null ? null : <small className="quiet block">{row.reading}</small>}
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

export function PlanMoney({ parts, base, edit }: Props) {
  const language = useLanguage()
  const add = edit ? { href: `${base}/muc/kinh-phi/them`, label: words.addMoney[language] } : null
  if (parts.money.length === 0 && !edit) return null
  const sums = parts.money.flatMap((line) => {
    const gap = partsGap(parts.money, line.code)
    return gap === null ? [] : [{ code: line.code, gap }]
  })
  return (
    <Section id="kinh-phi" title={words.money[language]} add={add}>
      {parts.money.length === 0 ? null : (
        <Table
          caption={words.money[language]}
          rows={parts.money}
          rowKey={(row) => row.code}
          columns={[
            { key: 'code', label: words.code[language], cell: (row) => row.code },
            {
              key: 'title',
              label: words.moneyTitle[language],
              head: true,
              cell: (row) => (
                <>
                  {row.partOf === null ? null : '– '}
                  {edit ? <a href={`${base}/muc/kinh-phi/${row.code}`}>{row.title}</a> : row.title}
                  {row.note === '' ? null : <small className="quiet block">{row.note}</small>}
                </>
              ),
            },
            {
              key: 'amount',
              label: words.amount[language],
              align: 'right',
              nowrap: true,
              cell: (row) => (row.amount === null ? '' : <span className="num">{formatDong(row.amount)}</span>),
            },
            {
              key: 'sources',
              label: words.sources[language],
              cell: (row) => row.sources.map((one) => fundSourceWords[one][language]).join(', '),
            },
          ]}
        />
      )}
      {sums.map(({ code, gap }) => (
        <p key={code} className="hint">
          {gap === 0 ? fill(words.sum[language], { code }) : fill(words.gap[language], { code, gap: formatDong(gap) })}
        </p>
      ))}
    </Section>
  )
}

export function PlanProducts({ parts, base, edit }: Props) {
  const language = useLanguage()
  const add = edit ? { href: `${base}/muc/san-pham/them`, label: words.addProduct[language] } : null
  if (parts.products.length === 0 && !edit) return null
  const rows = parts.products.map((row, index) => ({ ...row, key: String(index + 1) }))
  return (
    <Section id="san-pham" title={words.products[language]} add={add}>
      {rows.length === 0 ? null : (
        <Table
          caption={words.products[language]}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            {
              key: 'product',
              label: words.productName[language],
              head: true,
              cell: (row) => (edit ? <a href={`${base}/muc/san-pham/${row.key}`}>{row.productName}</a> : row.productName),
            },
            { key: 'producer', label: words.producerName[language], cell: (row) => row.producerName },
            { key: 'commune', label: words.communeName[language], cell: (row) => row.communeName },
            { key: 'kind', label: words.productKind[language], cell: (row) => productKindWords[row.kind][language] },
            { key: 'star', label: words.targetStar[language], cell: (row) => (row.targetStar === null ? '' : `${row.targetStar} sao`) },
            {
              key: 'linked',
              label: words.linked[language],
              narrow: 'full',
              cell: (row) =>
                row.productId === null ? (
                  <State kind="todo">{words.unlinked[language]}</State>
                ) : (
                  <State kind="done">{words.linked[language]}</State>
                ),
            },
          ]}
        />
      )}
    </Section>
  )
}
