// The form of a return for supplement: lines already judged missing or wrong stand first, filled with the officer's remark.
import type { Check, ComponentLine } from '#/programme/commune/components.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill, words } from './commune.messages.ts'

type Props = {
  lines: readonly ComponentLine[]
  checks: readonly Check[]
  criteria: readonly { criterion: string; title: string }[]
  days: number
  dueOn: string
  last: string
  note?: string
  refusal?: FormRefusal | undefined
}

export function AskForm({ lines, checks, criteria, days, dueOn, last, note, refusal }: Props) {
  const language = useLanguage()
  const byCode = new Map(checks.map((check) => [check.component, check]))
  const lacking = lines.filter((line) => ['missing', 'wrong'].includes(byCode.get(line.code)?.verdict ?? ''))
  const others = lines.filter((line) => !lacking.includes(line))
  const typed = (prefix: string) => Object.entries(refusal?.values ?? {}).some(([name, value]) => name.startsWith(prefix) && value !== '')
  const componentBox = (line: ComponentLine, stored: string) => (
    <TextArea
      key={line.code}
      name={`ask:component:${line.code}`}
      label={line.title[language]}
      optional
      rows={2}
      maxLength={1000}
      defaultValue={stored}
    />
  )
  return (
    <Form refusal={refusal}>
      <ErrorSummary />
      {lacking.length === 0 ? null : (
        <section className="stack" aria-labelledby="thieu">
          <h2 id="thieu" className="h3">
            {words.missing[language]}, {words.wrong[language].toLowerCase()}
          </h2>
          {lacking.map((line) => componentBox(line, byCode.get(line.code)?.remark ?? ''))}
        </section>
      )}
      <Disclose summary={words.askComponents[language]} open={lacking.length === 0 || typed('ask:component:')}>
        {others.map((line) => componentBox(line, ''))}
      </Disclose>
      <Disclose summary={words.askCriteria[language]} open={typed('ask:criterion:')}>
        {criteria.map((one) => (
          <TextArea
            key={one.criterion}
            name={`ask:criterion:${one.criterion}`}
            label={`${one.criterion} ${one.title}`}
            optional
            rows={2}
            maxLength={1000}
          />
        ))}
      </Disclose>
      <TextArea name="ask:general:0" label={words.askGeneral[language]} optional rows={2} maxLength={1000} />
      <TextArea name="reason" label={words.askReason[language]} optional rows={2} maxLength={2000} />
      <DateField name="dueOn" label={words.askDue[language]} hint={fill(words.askDueHint[language], { days, last })} defaultValue={dueOn} />
      {note === undefined ? null : <Notice>{note}</Notice>}
      <SaveBar>
        <Button icon="returned">{words.askSend[language]}</Button>
      </SaveBar>
    </Form>
  )
}
