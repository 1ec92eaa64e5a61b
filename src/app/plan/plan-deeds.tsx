// What may be pressed on a plan, each in its own small form.
import { formatDate } from '#/platform/text/format.ts'
import type { PlanRights } from '#/programme/programme-plan/plan.policy.ts'
import { verdicts, verdictWords } from '#/programme/programme-plan/opinion.ts'
import type { opinionsOn } from '#/programme/programme-plan/opinion.actions.ts'
import { conditionWords, type Target } from '#/programme/programme-plan/programme-plan.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { CheckBox, Radios, Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './plan.messages.ts'

export type Reserved = readonly { id: string; printed: string }[]

export function IssueDeed({ answer, reserved, today }: { answer: unknown; reserved: Reserved; today: string }) {
  const language = useLanguage()
  return (
    <Panel title={words.issue[language]} small>
      <p className="hint">{words.issueLead[language]}</p>
      <DeedForm deed="issue" answer={answer} label={words.issue[language]}>
        <IssuingFields reserved={reserved} today={formatDate(today)} />
        <CheckBox name="later" label={words.later[language]} />
      </DeedForm>
      <Disclose summary={words.returnIt[language]}>
        <ReasonDeed deed="return" answer={answer} label={words.returnIt[language]} />
      </Disclose>
    </Panel>
  )
}

export function DraftDeeds({ rights, answer, state, base }: { rights: PlanRights; answer: unknown; state: string; base: string }) {
  const language = useLanguage()
  if (!rights.submit) return null
  return (
    <Panel small wash>
      <div className="row">
        {rights.writeSubmission ? (
          <>
            <ButtonLink href={`${base}/to-trinh`}>{words.writeSubmission[language]}</ButtonLink>
            <DeedForm deed="submit" answer={answer} label={words.submitBare[language]} kind="quiet" />
          </>
        ) : (
          <DeedForm deed="submit" answer={answer} label={words.submit[language]} />
        )}
        {rights.askOpinions ? <DeedForm deed="ask" answer={answer} label={words.askOpinions[language]} kind="quiet" /> : null}
        {state === 'opinion' ? <DeedForm deed="back" answer={answer} label={words.takeBack[language]} kind="quiet" /> : null}
      </div>
      <Disclose summary={words.cancel[language]}>
        <ReasonDeed deed="cancel" answer={answer} label={words.cancel[language]} />
      </Disclose>
    </Panel>
  )
}

export function Opinions({
  opinions,
  rights,
  answer,
}: {
  opinions: Awaited<ReturnType<typeof opinionsOn>>
  rights: PlanRights
  answer: unknown
}) {
  const language = useLanguage()
  const may = rights.giveOpinion || rights.keepOpinions
  if (opinions.length === 0 && !may) return null
  return (
    <section className="stack" id="y-kien" aria-labelledby="y-kien-ten">
      <h2 id="y-kien-ten">{words.opinions[language]}</h2>
      {opinions.length === 0 ? <p className="hint">{words.noOpinions[language]}</p> : null}
      {opinions.map((one) => (
        <Panel key={one.id} small wash>
          <p>
            <b>{one.bodyName}</b>: {verdictWords[one.verdict][language]}
          </p>
          {one.remarks === '' ? null : <p className="pre">{one.remarks}</p>}
          {one.answeredAt === null ? null : (
            <p>
              <b>{words.answer[language]}</b>: {one.answer}
            </p>
          )}
          {rights.keepOpinions && one.answeredAt === null ? (
            <Disclose summary={words.answer[language]}>
              <DeedForm deed={`answer:${one.id}`} answer={answer} label={words.save[language]} kind="quiet">
                <TextArea name="answer" label={words.answer[language]} rows={3} maxLength={2000} />
              </DeedForm>
            </Disclose>
          ) : null}
        </Panel>
      ))}
      {may ? (
        <Disclose summary={rights.giveOpinion ? words.giveOpinion[language] : words.recordOpinion[language]} open={rights.giveOpinion}>
          <DeedForm deed="opinion" answer={answer} label={words.giveOpinion[language]} kind={rights.giveOpinion ? 'primary' : 'quiet'}>
            {rights.giveOpinion ? null : <Field name="bodyName" label={words.bodyName[language]} maxLength={200} />}
            <Radios
              name="verdict"
              label={words.verdict[language]}
              choices={verdicts.map((value) => ({ value, label: verdictWords[value][language] }))}
            />
            <TextArea name="remarks" label={words.remarks[language]} optional rows={4} maxLength={5000} />
          </DeedForm>
        </Disclose>
      ) : null}
    </section>
  )
}

type RunProps = {
  answer: unknown
  number: string | null
  targets: readonly Target[]
  unlinked: readonly string[]
  bodies: readonly { id: string; name: string }[]
}

/** What the office settles while the plan is in force. */
export function RunDeeds({ answer, number, targets, unlinked, bodies }: RunProps) {
  const language = useLanguage()
  const conditional = targets.filter((target) => target.condition !== null)
  return (
    <>
      {unlinked.length === 0 ? null : (
        <Panel title={words.unlinkedNames[language]} small id="chua-gan">
          <p className="hint">{words.unlinkedHint[language]}</p>
          {unlinked.map((name) => (
            <Disclose key={name} summary={name}>
              <DeedForm deed={`link:${name}`} answer={answer} label={words.link[language]} kind="quiet">
                <Select name="bodyId" label={words.body[language]} choices={bodies.map((body) => ({ value: body.id, label: body.name }))} />
              </DeedForm>
            </Disclose>
          ))}
        </Panel>
      )}
      {conditional.map((target) => (
        <Disclose key={target.code} summary={`${words.settle[language]}: ${target.code}`}>
          <DeedForm deed={`condition:${target.code}`} answer={answer} label={words.save[language]} kind="quiet">
            <Radios
              name="state"
              label={target.condition ?? ''}
              defaultValue={target.conditionState ?? undefined}
              choices={(['waiting', 'met', 'dropped'] as const).map((state) => ({ value: state, label: conditionWords[state][language] }))}
            />
            <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
          </DeedForm>
        </Disclose>
      ))}
      {number === null ? (
        <Disclose summary={words.numberLater[language]}>
          <DeedForm deed="number" answer={answer} label={words.save[language]} kind="quiet">
            <Field name="number" label={words.number[language]} hint={words.numberHint[language]} size="middle" maxLength={40} />
          </DeedForm>
        </Disclose>
      ) : null}
      <Disclose summary={words.adjust[language]}>
        <DeedForm deed="adjust" answer={answer} label={words.adjust[language]} kind="quiet">
          <TextArea name="reason" label={words.reason[language]} rows={3} maxLength={1000} />
        </DeedForm>
      </Disclose>
    </>
  )
}
