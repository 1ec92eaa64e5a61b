// The check of components as one form: a verdict and a remark per line, saved together. The same for both levels.
import type { Check, ComponentLine } from '#/programme/commune/components.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { SaveBar } from '../ui/save-bar.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './commune.messages.ts'

type Props = {
  lines: readonly ComponentLine[]
  checks: readonly Check[]
  /** Verdicts of the level below, shown beside. */
  beside?: readonly Check[]
  papers: ReadonlyMap<string, string>
  editable: boolean
  refusal?: FormRefusal | undefined
}

export function CheckForm({ lines, checks, beside, papers, editable, refusal }: Props) {
  const language = useLanguage()
  const own = new Map(checks.map((check) => [check.component, check]))
  const other = new Map((beside ?? []).map((check) => [check.component, check]))
  const verdictText = (check: Check | undefined) => (check ? words[check.verdict][language] : words.notYet[language])
  const table = (
    <Table
      caption={words.checkTitle[language]}
      rows={lines}
      rowKey={(line) => line.code}
      columns={[
        {
          key: 'title',
          label: words.components[language],
          head: true,
          cell: (line) => (
            <span id={`tp-${line.code.replace(':', '-')}`}>
              {line.title[language]}
              {line.need === 'always' ? null : <span className="quiet"> ({words.ifAny[language]})</span>}
              <small>
                {[
                  line.template,
                  line.criteria.length > 0 ? `${words.criterion[language]} ${line.criteria.join(', ')}` : '',
                  ...line.paperIds.map((id) => papers.get(id) ?? ''),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          ),
        },
        ...(beside === undefined
          ? []
          : [
              {
                key: 'beside',
                label: language === 'vi' ? 'Cấp xã' : 'Commune',
                cell: (line: ComponentLine) => (
                  <>
                    {other.has(line.code) ? verdictText(other.get(line.code)) : '–'}
                    <small>{other.get(line.code)?.remark}</small>
                  </>
                ),
              },
            ]),
        {
          key: 'verdict',
          label: words.verdict[language],
          narrow: 'full',
          cell: (line) =>
            editable ? (
              <Select
                name={`verdict:${line.code}`}
                label={`${words.verdict[language]}: ${line.title[language]}`}
                hideLabel
                empty={words.notYet[language]}
                defaultValue={own.get(line.code)?.verdict ?? ''}
                choices={(['present', 'missing', 'wrong', 'notApplicable'] as const).map((verdict) => ({
                  value: verdict,
                  label: words[verdict][language],
                }))}
              />
            ) : (
              verdictText(own.get(line.code))
            ),
        },
        {
          key: 'remark',
          label: words.remark[language],
          narrow: 'full',
          cell: (line) =>
            editable ? (
              <Field
                name={`remark:${line.code}`}
                label={`${words.remark[language]}: ${line.title[language]}`}
                hideLabel
                maxLength={1000}
                defaultValue={own.get(line.code)?.remark ?? ''}
              />
            ) : (
              (own.get(line.code)?.remark ?? '')
            ),
        },
      ]}
    />
  )
  if (!editable) return table
  return (
    <Form refusal={refusal} id="kiem-tra">
      <ErrorSummary />
      <p className="hint">{words.checkHint[language]}</p>
      {table}
      <SaveBar>
        <Button name="viec" value="kiem-tra">
          {words.saveCheck[language]}
        </Button>
      </SaveBar>
    </Form>
  )
}
