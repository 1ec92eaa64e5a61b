// The words of a plan: its basis and aims before the targets, its solutions and who does what after the tasks.
import type { Line, PlanContent } from '#/programme/programme-plan/programme-plan.ts'
import { useLanguage } from '../ui/language.ts'
import { PlanSection } from './plan-section.tsx'
import { words } from './plan.messages.ts'

const lists = [
  { name: 'basis', id: 'can-cu' },
  { name: 'purposes', id: 'muc-dich' },
  { name: 'requirements', id: 'yeu-cau' },
  { name: 'aims', id: 'muc-tieu' },
] as const

/** The lists the plan has, with where they stand. */
export const wordsOf = (content: PlanContent) => lists.filter(({ name }) => content[name].length > 0)

export function PlanWords({ content }: { content: PlanContent }) {
  const language = useLanguage()
  return wordsOf(content).map(({ name, id }) => (
    <PlanSection key={id} id={id} title={words[name][language]}>
      <Lines lines={content[name]} />
    </PlanSection>
  ))
}

export function PlanSolutions({ content }: { content: PlanContent }) {
  const language = useLanguage()
  if (content.solutions.length === 0) return null
  return (
    <PlanSection id="giai-phap" title={words.solutions[language]}>
      <Lines lines={content.solutions} />
    </PlanSection>
  )
}

export function PlanOrganisation({ content }: { content: PlanContent }) {
  const language = useLanguage()
  if (content.organisation.length === 0) return null
  return (
    <PlanSection id="to-chuc" title={words.organisation[language]}>
      {content.organisation.map((entry) => (
        <div key={entry.body}>
          <h3>{entry.body}</h3>
          <Lines lines={entry.lines} />
        </div>
      ))}
    </PlanSection>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <div className="measure">
      <ul>
        {lines.map((line) => (
          <li key={line.text}>{line.text}</li>
        ))}
      </ul>
    </div>
  )
}
