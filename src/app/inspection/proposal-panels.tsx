// Proposed withdrawals of a violation: how each stands, the form that proposes one, and the leader’s decision.
import { formatDate } from '#/platform/text/format.ts'
import { violationTransitions, type ViolationState } from '#/programme/inspection/violation.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Radios, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Facts } from '../ui/facts.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './inspection.messages.ts'

type Ground = { value: string; label: string }
type Proposal = {
  id: string
  certificateId: string
  productCode: string
  ground: string
  reason: string
  conclusion: string
  concludedOn: string
  dueOn: string
  state: 'open' | 'agreed' | 'refused'
  decisionReason: string
}

const marks = { open: ['todo', 'open'], agreed: ['ended', 'agreed'], refused: ['back', 'notAgreed'] } as const

type Props = { proposals: readonly Proposal[]; grounds: readonly Ground[]; decide: boolean; answer: unknown }

export function Proposals({ proposals, grounds, decide, answer }: Props) {
  const language = useLanguage()
  return proposals.map((one) => {
    const [mark, word] = marks[one.state]
    return (
      <Panel key={one.id} title={words.proposals[language]} className="stack">
        <p>
          <State kind={mark}>{words[word][language]}</State>
        </p>
        <Facts
          facts={[
            {
              label: words.certificate[language],
              value: (
                <a className="code" href={`/tinh/chung-nhan/${one.certificateId}`}>
                  {one.productCode}
                </a>
              ),
            },
            { label: words.ground[language], value: grounds.find((ground) => ground.value === one.ground)?.label ?? one.ground },
            { label: words.reason[language], value: one.reason },
            ...(one.conclusion === '' ? [] : [{ label: words.conclusionOf[language], value: one.conclusion }]),
            { label: words.concludedOn[language], value: formatDate(one.concludedOn) },
            { label: words.dueOn[language], value: <span className="num">{formatDate(one.dueOn)}</span> },
            ...(one.decisionReason === '' ? [] : [{ label: words.decision[language], value: one.decisionReason }]),
          ]}
        />
        {one.state === 'open' && decide ? (
          <DeedForm deed="decide" answer={answer} label={words.decide[language]} kind="danger">
            <input type="hidden" name="proposal" value={one.id} />
            <Radios
              name="agree"
              label={words.decision[language]}
              choices={[
                { value: 'yes', label: words.agree[language] },
                { value: 'no', label: words.disagree[language] },
              ]}
            />
            <Field
              name="decisionNumber"
              label={words.decisionNumber[language]}
              hint={words.forAgree[language]}
              optional
              size="middle"
              maxLength={60}
            />
            <DateField name="decisionDate" label={words.decisionDate[language]} optional />
            <TextArea name="reason" label={words.decisionReason[language]} optional rows={2} maxLength={1000} />
          </DeedForm>
        ) : null}
      </Panel>
    )
  })
}

type ProposeProps = { state: ViolationState; ground: string | null; doneOn: string | null; grounds: readonly Ground[]; answer: unknown }

/** The ground of the violation and the day of the record stand there already; the office may write others. */
export function ProposePanel({ state, ground, doneOn, grounds, answer }: ProposeProps) {
  const language = useLanguage()
  if (!violationTransitions[state].includes('proposed')) return null
  return (
    <Disclose summary={words.propose[language]}>
      <p className="hint">{words.proposeLead[language]}</p>
      <DeedForm deed="propose" answer={answer} label={words.propose[language]} kind="danger">
        <Select name="ground" label={words.ground[language]} defaultValue={ground ?? ''} choices={grounds} />
        <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={2000} />
        <Field name="conclusion" label={words.conclusionOf[language]} hint={words.conclusionHint[language]} optional maxLength={500} />
        <DateField name="concludedOn" label={words.concludedOn[language]} defaultValue={doneOn === null ? '' : formatDate(doneOn)} />
      </DeedForm>
    </Disclose>
  )
}
