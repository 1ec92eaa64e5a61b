import type { Change, OptionChange } from '#/regulation/compare.ts'
import { must } from '#/programme/refuse.ts'
import { examineRevision } from '#/programme/regulation-revision/revision.actions.ts'
import { revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import type { Route } from './+types/comparison.page'

type Line = { what: string; before: string | null; after: string | null }

export const loader = pageLoader(async ({ db, actor, params, lang, services }) => {
  must(readsRegulations(actor, services.config.provinceCode))
  const row = await revisionOf(db, params['id'])
  const { comparison, shifts } = examineRevision(services.regulations, row)
  const line = (name: string, { what, before, after }: Change): Line => ({ what: name === '' ? what : `${name} · ${what}`, before, after })
  const option = ({ before, after, status, moved, changes }: OptionChange): Line[] => {
    const name = filled(words.option[lang], { n: after ?? before ?? 0 })
    if (status === 'added') return [{ what: name, before: null, after: words.added[lang] }]
    if (status === 'removed') return [{ what: name, before: '', after: words.removed[lang] }]
    const move = moved ? [{ what: name, before: '', after: filled(words.moved[lang], { from: before ?? 0, to: after ?? 0 }) }] : []
    return [...move, ...changes.map((change) => line(name, change))]
  }
  const sections = [
    { title: words.general[lang], lines: (comparison?.regulation ?? []).map((change) => line('', change)) },
    ...(comparison?.sets ?? []).flatMap((set) => [
      { title: `${words.set[lang]} ${set.set}`, lines: set.changes.map((change) => line('', change)) },
      ...set.criteria.map((criterion) => ({
        title: `${words.set[lang]} ${set.set} · ${criterion.code}`,
        lines: [
          ...(criterion.status === 'added' || criterion.status === 'removed'
            ? [{ what: criterion.code, before: null, after: words[criterion.status][lang] }]
            : []),
          ...criterion.changes.map((change) => line('', change)),
          ...criterion.options.flatMap(option),
        ],
      })),
    ]),
  ].filter((section) => section.lines.length > 0)
  return { id: row.id, baseId: row.baseId, compared: comparison !== null, sections, shifts }
})

export default function Comparison({ loaderData: { id, baseId, compared, sections, shifts } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.changes[language]}
      crumbs={[
        { href: '/quan-tri/quy-dinh', label: words.title[language] },
        { href: `/quan-tri/quy-dinh/ban/${id}`, label: filled(words.versionOf[language], { id: baseId }) },
      ]}
    >
      <div className="stack-l">
        {compared ? null : <Notice kind="warn">{words.noBase[language]}</Notice>}
        {shifts.length === 0 ? null : (
          <Notice kind="warn" title={filled(words.shifts[language], { n: shifts.length })}>
            <p>{words.shiftsText[language]}</p>
            <p>{shifts.map(({ set, criterion }) => `${words.set[language]} ${set} · ${criterion}`).join('; ')}.</p>
          </Notice>
        )}
        {sections.length === 0 ? <EmptyState title={words.noChanges[language]} /> : null}
        {sections.map((section) => (
          <Table
            key={section.title}
            caption={section.title}
            showCaption
            rows={section.lines.map((line, index) => ({ ...line, key: String(index) }))}
            rowKey={(line) => line.key}
            columns={[
              { key: 'what', label: words.what[language], head: true, cell: (line) => line.what },
              { key: 'before', label: words.before[language], cell: (line) => line.before ?? '–' },
              { key: 'after', label: words.after[language], cell: (line) => line.after ?? '–' },
            ]}
          />
        ))}
      </div>
    </Page>
  )
}
