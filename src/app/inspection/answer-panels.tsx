// The producer’s answers, and what the office does with a violation.
import { formatDateTime } from '#/platform/text/format.ts'
import { violationTransitions, type ViolationState } from '#/programme/inspection/violation.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { PapersField, PhotosField } from './evidence-fields.tsx'
import { words } from './inspection.messages.ts'

type Answer = { id: string; text: string; answeredAt: Date; verdict: 'enough' | 'notEnough' | null; remark: string }

export function Answers({ answers }: { answers: readonly Answer[] }) {
  const language = useLanguage()
  if (answers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="giai-trinh">
      <h2 id="giai-trinh">{words.answers[language]}</h2>
      <Timeline
        events={answers.map((one) => ({
          title: one.text,
          date: formatDateTime(one.answeredAt),
          dateTime: one.answeredAt.toISOString(),
          note: one.verdict === null ? '' : [words[one.verdict][language], one.remark].filter((part) => part !== '').join(': '),
        }))}
      />
    </section>
  )
}

export function AnswerPanel({ answer }: { answer: unknown }) {
  const language = useLanguage()
  return (
    <Panel title={words.answer[language]} className="no-print">
      <Form upload refusal={refusalOf(answer, 'answer')} scope="answer">
        <ErrorSummary />
        <input type="hidden" name="deed" value="answer" />
        <TextArea name="text" label={words.answerText[language]} rows={4} maxLength={4000} />
        <PhotosField />
        <PapersField />
        <div>
          <Button>{words.answer[language]}</Button>
        </div>
      </Form>
    </Panel>
  )
}

const ends = [
  ['settled', 'toSettled'],
  ['forwarded', 'toForwarded'],
  ['lifted', 'toLifted'],
] as const

export function OfficePanels({ state, answer }: { state: ViolationState; answer: unknown }) {
  const language = useLanguage()
  const next = violationTransitions[state]
  const choices = state === 'proposed' ? [] : ends.filter(([to]) => next.includes(to))
  return (
    <>
      {state === 'answered' ? (
        <Panel title={words.judge[language]} wash className="no-print">
          <DeedForm deed="judge" answer={answer} label={words.judge[language]}>
            <Radios
              name="verdict"
              label={words.verdict[language]}
              choices={(['enough', 'notEnough'] as const).map((one) => ({ value: one, label: words[one][language] }))}
            />
            <TextArea name="remark" label={words.judgeRemark[language]} optional rows={2} maxLength={1000} />
            <DateField name="dueOn" label={words.newDue[language]} optional />
          </DeedForm>
        </Panel>
      ) : null}
      {state === 'open' || state === 'returned' ? (
        <Disclose summary={words.extend[language]}>
          <DeedForm deed="extend" answer={answer} label={words.extend[language]} kind="quiet">
            <DateField name="dueOn" label={words.newDue[language]} />
            <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
          </DeedForm>
        </Disclose>
      ) : null}
      {choices.length > 0 ? (
        <Disclose summary={words.close[language]}>
          <DeedForm deed="close" answer={answer} label={words.close[language]} kind="quiet">
            <Radios
              name="to"
              label={words.closeTo[language]}
              choices={choices.map(([to, word]) => ({ value: to, label: words[word][language] }))}
            />
            <Field name="forwardedTo" label={words.forwardedTo[language]} hint={words.forForward[language]} optional maxLength={300} />
            <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
          </DeedForm>
        </Disclose>
      ) : null}
    </>
  )
}
