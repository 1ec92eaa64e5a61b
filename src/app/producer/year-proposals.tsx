// Figures of the producer's own filed years, offered for the years the report asks for. Nothing is ticked beforehand: each is the person's own.
import type { Proposal } from '#/programme/producer-year/dossier-figures.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Checks } from '../ui/choices.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { words } from './producer.messages.ts'

export function YearProposals({ proposals, answer }: { proposals: readonly Proposal[]; answer: unknown }) {
  const language = useLanguage()
  if (proposals.length === 0) return null
  return (
    <Panel title={words.fromYears[language]} small wash>
      <DeedForm deed="fill" kind="quiet" answer={answer} label={words.fillChosen[language]}>
        <Checks
          name="taken"
          label={words.fromYearsLead[language]}
          choices={proposals.map(({ name, label, shown, from }) => ({
            value: name,
            label: `${label[language]}: ${shown}`,
            hint: from[language],
          }))}
        />
      </DeedForm>
    </Panel>
  )
}
