// The check of components as one form: a verdict and a remark per line, saved together. The same for both levels.
import { formatInstantDate } from '#/platform/text/format.ts'
import type { Reopened } from '#/programme/commune/carry.ts'
import type { Check, ComponentLine } from '#/programme/commune/components.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { SaveBar } from '../ui/save-bar.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './commune.messages.ts'

type Props = {
  lines: readonly ComponentLine[]
  checks: readonly Check[]
  /** Verdicts of the level below, shown beside. */
  beside?: readonly Check[]
  papers: ReadonlyMap<string, string>
  /** Lines the last supplement opened again, with why; they stand first. */
  reopened: Readonly<Record<string, Reopened>>
  editable: boolean
  refusal?: FormRefusal | undefined
}

export function CheckForm({ lines, checks, beside, papers, reopened, editable, refusal }: Props) {
  const language = useLanguage()
  const own = new Map(checks.map((check) => [check.component, check]))
  const other = new Map((beside ?? []).map((check) => [check.component, check]))
  const verdictText = (check: Check | undefined) => (check ? words[check.verdict][language] : words.notYet[language])
  const anyReopened = Object.keys(reopened).length > 0 || checks.some((check) => check.keptOn !== undefined)
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
              <Since reopened={reopened[line.code]} check={own.get(line.code)} />
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
      {anyReopened ? <p className="hint">{words.carriedHint[language]}</p> : null}
      {table}
      <SaveBar>
        <Button name="viec" value="kiem-tra">
          {words.saveCheck[language]}
        </Button>
      </SaveBar>
    </Form>
  )
}

/** What the last supplement did to a line: opened it again, or left the earlier verdict standing. */
function Since({ reopened, check }: { reopened: Reopened | undefined; check: Check | undefined }) {
  const language = useLanguage()
  if (check?.keptOn !== undefined)
    return <small className="quiet">{fill(words.keptFrom[language], { day: formatInstantDate(check.keptOn) })}</small>
  if (reopened === undefined) return null
  if (check !== undefined) return <small className="quiet">{words.judgedAgain[language]}</small>
  return (
    <small>
      <State kind="back">{(reopened === 'asked' ? words.wasAsked : words.wasChanged)[language]}</State>
    </small>
  )
}
