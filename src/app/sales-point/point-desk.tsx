// What the office does with a point: judge the criteria, open, suspend, close.
import { formatDate } from '#/platform/text/format.ts'
import { openCriteria, type PointState, type Verdicts } from '#/programme/sales-point/sales-point.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { Select } from '../ui/choices.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { words } from './sales-point.messages.ts'

type Props = {
  point: { state: PointState; criteria: Verdicts; decisionNumber: string | null; openedOn: string }
  criteria: { criteria: readonly string[]; own: boolean }
  today: string
  answer: unknown
}

export function PointDesk({ point, criteria, today, answer }: Props) {
  const language = useLanguage()
  if (point.state === 'closed') return null
  const missing = openCriteria(criteria.criteria, point.criteria).length
  const opening = point.state === 'planned' || point.state === 'suspended'
  return (
    <>
      <section className="stack no-print" aria-labelledby="tieu-chi">
        <h2 id="tieu-chi">{`${words.criteria[language]}: ${criteria.criteria.length - missing}/${criteria.criteria.length}`}</h2>
        <p className="hint">{criteria.own ? words.criteriaLead[language] : words.criteriaStandIn[language]}</p>
        <p>
          <a className="tap" href="/diem-ban/tieu-chi">
            {words.criteriaChange[language]}
          </a>
        </p>
        <Disclose summary={words.judge[language]} open={missing > 0}>
          <DeedForm deed="criteria" answer={answer} label={words.judge[language]} kind={missing > 0 ? 'primary' : 'quiet'}>
            {criteria.criteria.map((criterion, index) => (
              <Select
                key={criterion}
                name={`c${index}`}
                label={criterion}
                empty={words.notJudged[language]}
                defaultValue={point.criteria[criterion] ?? ''}
                choices={[
                  { value: 'met', label: words.met[language] },
                  { value: 'notMet', label: words.notMet[language] },
                ]}
              />
            ))}
          </DeedForm>
        </Disclose>
      </section>
      <Panel title={words.next[language]} wash className="no-print">
        {opening ? (
          <DeedForm
            deed="open"
            answer={answer}
            label={(point.state === 'planned' ? words.open : words.reopen)[language]}
            kind={missing === 0 ? 'primary' : 'quiet'}
          >
            <Field name="decisionNumber" label={words.decisionNumber[language]} defaultValue={point.decisionNumber ?? ''} maxLength={100} />
            {point.state === 'planned' ? (
              <DateField name="openedOn" label={words.openedOn[language]} defaultValue={formatDate(point.openedOn)} />
            ) : null}
          </DeedForm>
        ) : (
          <Disclose summary={words.suspend[language]}>
            <ReasonDeed deed="suspend" answer={answer} label={words.suspend[language]} />
          </Disclose>
        )}
        <Disclose summary={words.close[language]}>
          <ReasonDeed deed="close" answer={answer} label={words.close[language]}>
            <DateField name="closedOn" label={words.closedOn[language]} defaultValue={formatDate(today)} />
          </ReasonDeed>
        </Disclose>
      </Panel>
    </>
  )
}
