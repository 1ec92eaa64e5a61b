// What may be done with a batch: published, thrown away, corrected, recalled.
import type { BatchState } from '#/programme/batch/batch.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { Disclose } from '../ui/disclose.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './batch.messages.ts'

type Props = { batch: { state: BatchState }; rights: { keep: boolean; recall: boolean }; steps: number; answer: unknown }

export function BatchDeeds({ batch, rights, steps, answer }: Props) {
  const language = useLanguage()
  const refused = (deed: string) => refusalOf(answer, deed) !== undefined
  if (batch.state === 'draft' && rights.keep)
    return (
      <Panel title={words.next[language]} wash className="no-print">
        <DeedForm deed="publish" answer={answer} label={words.publish[language]} kind={steps > 0 ? 'primary' : 'quiet'}>
          <p className="hint">{(steps > 0 ? words.publishHint : words.stepsHint)[language]}</p>
        </DeedForm>
        <Disclose summary={words.drop[language]}>
          <DeedForm deed="drop" answer={answer} label={words.drop[language]} kind="danger" />
        </Disclose>
      </Panel>
    )
  if (batch.state !== 'published' || !rights.recall) return null
  return (
    <Panel title={words.next[language]} wash className="no-print">
      {rights.keep ? (
        <Disclose summary={words.correct[language]} open={refused('correct')}>
          <DeedForm deed="correct" answer={answer} label={words.correct[language]} kind="quiet">
            <TextArea name="correction" label={words.correction[language]} hint={words.correctionHint[language]} maxLength={500} />
          </DeedForm>
        </Disclose>
      ) : null}
      <Disclose summary={words.recall[language]} open={refused('recall')}>
        <ReasonDeed deed="recall" answer={answer} label={words.recall[language]}>
          <p className="hint">{words.recallHint[language]}</p>
        </ReasonDeed>
      </Disclose>
    </Panel>
  )
}
