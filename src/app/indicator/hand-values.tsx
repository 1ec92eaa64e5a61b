// Values entered by hand: what holds, what was taken back and why, each with its evidence; the form for the next.
import { formatDate, formatDateTime } from '#/platform/text/format.ts'
import type { AttachmentLine } from '#/programme/attachment/attachment.ts'
import type { HandValue } from '#/programme/indicator/target-value.store.ts'
import type { Target } from '#/programme/programme-plan/programme-plan.ts'
import { AttachmentFields, AttachmentList } from '../files/attachments.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { basisText } from './target-print.ts'
import { fill } from './indicator.messages.ts'
import { words } from './target.messages.ts'

type Props = { values: readonly HandValue[]; files: readonly AttachmentLine[]; unit: Target['unit']; writes: boolean; answer: unknown }

export function HandValues({ values, files, unit, writes, answer }: Props) {
  const language = useLanguage()
  const share = unit === 'percent'
  return (
    <section className="stack" aria-labelledby="gia-tri">
      <h2 id="gia-tri">{words.values[language]}</h2>
      {values.length === 0 ? <p className="hint">{words.noValues[language]}</p> : null}
      {values.map((value) => (
        <div key={value.id} className="stack">
          <p>
            <b>{formatDate(value.asOf)}</b>:{' '}
            {value.takenBackAt === null ? basisText(unit, value, language) : <s>{basisText(unit, value, language)}</s>}
            <small className="block quiet">
              {value.note} · {value.enteredBy}, {formatDateTime(value.enteredAt)}
            </small>
            {value.takenBackAt === null ? null : (
              <small className="block">{fill(words.takenBack[language], { reason: value.takenBackReason ?? '' })}</small>
            )}
          </p>
          <AttachmentList files={files.filter((file) => file.subjectId === value.id)} />
          {writes && value.takenBackAt === null ? (
            <Disclose summary={words.takeBack[language]} open={refusedFor(answer, value.id) !== undefined}>
              <Form refusal={refusedFor(answer, value.id)} scope={`rut${value.id.slice(-6)}`}>
                <ErrorSummary />
                <input type="hidden" name="deed" value="takeBack" />
                <input type="hidden" name="value" value={value.id} />
                <TextArea name="reason" label={words.reason[language]} rows={2} maxLength={1000} />
                <div>
                  <Button kind="danger" small>
                    {words.takeBack[language]}
                  </Button>
                </div>
              </Form>
            </Disclose>
          ) : null}
        </div>
      ))}
      {writes ? (
        <Panel title={words.enter[language]} small wash>
          <Form refusal={refusalOf(answer, 'enter')} upload scope="nhap">
            <ErrorSummary />
            <input type="hidden" name="deed" value="enter" />
            <DateField name="asOf" label={words.day[language]} />
            <Field
              name="numerator"
              label={(share ? words.shareNumerator : words.numerator)[language]}
              inputMode="numeric"
              size="short"
              maxLength={20}
            />
            {share ? (
              <Field name="denominator" label={words.denominator[language]} inputMode="numeric" size="short" maxLength={20} />
            ) : null}
            <TextArea name="note" label={words.note[language]} rows={2} maxLength={1000} />
            <AttachmentFields />
            <div>
              <Button>{words.enter[language]}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
    </section>
  )
}

/** Each value has its own press: only the one pressed shows the refusal. */
function refusedFor(answer: unknown, valueId: string) {
  const refusal = refusalOf(answer, 'takeBack')
  return refusal?.values?.['value'] === valueId ? refusal : undefined
}
