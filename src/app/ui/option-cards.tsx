import type { ReactNode } from 'react'
import { describedBy } from './field-frame.tsx'
import { useChoices } from './form.tsx'
import { Icon } from './icon.tsx'
import { useLanguage, type Language } from './language.ts'
import { GateMark } from './star.tsx'
import { sharedOpening } from './shared-opening.ts'
import { words } from './ui.messages.ts'

export type Option = {
  /** What the form sends: the option's number, or "0" for none reached. */
  value: string
  text: string
  points: number
  /** Stars for which this is the least option. */
  gateFor?: readonly number[]
  /** What choosing it would do: "Tổng sẽ là 67 điểm. Tiêu chí này đạt yêu cầu 4 sao." Shown when chosen. */
  effect?: ReactNode
  /** A quiet remark: "Chủ thể tự chấm mức này". */
  remark?: ReactNode
}

type Props = {
  name: string
  /** Read out before the options: "Chọn mức của tiêu chí 3.5". */
  legend: string
  options: readonly Option[]
  /** Stored choice; nothing is chosen beforehand without it. */
  chosen?: string | undefined
  /** Numbered key caps beside the cards (score sheet). */
  keys?: boolean
}

/** The levels of one criterion, lowest first; an option that begins with the whole text of the one before says only what it adds. */
export function OptionCards({ name, legend, options, chosen, keys = false }: Props) {
  const language = useLanguage()
  const { id, error, chosen: picked } = useChoices(name, chosen === undefined ? [] : [chosen])
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy(id, undefined, error)}>
      <legend className="vh">{legend}</legend>
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      )}
      <div className="options">
        {options.map((option, index) => (
          <div className="option" key={option.value}>
            <input
              type="radio"
              name={name}
              id={`${id}-${option.value}`}
              value={option.value}
              defaultChecked={picked.includes(option.value)}
            />
            <label htmlFor={`${id}-${option.value}`}>
              <span className="what">
                <OptionText option={option} before={options[index - 1]} language={language} />{' '}
                <span className="chosen">({language === 'vi' ? 'đã chọn' : 'chosen'})</span>
              </span>
              <span className="pts">
                <b>{option.points}</b> {words.points[language]}
              </span>
              <Below option={option} />
            </label>
            {keys ? <kbd aria-hidden="true">{index + 1}</kbd> : null}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function OptionText({ option, before, language }: { option: Option; before: Option | undefined; language: Language }) {
  const rest = before === undefined ? null : sharedOpening(before.text, option.text)
  if (before === undefined || rest === null) return option.text
  return (
    <>
      <span className="same">{`${words.likeLevel[language]} ${before.points} ${words.points[language]},`}</span> {rest}
    </>
  )
}

function Below({ option }: { option: Option }) {
  const { gateFor = [], effect, remark } = option
  if (gateFor.length === 0 && effect === undefined && remark === undefined) return null
  return (
    <span className="below">
      {gateFor.length === 0 ? null : <GateMark stars={gateFor} />}
      {remark === undefined ? null : <span className="hint">{remark}</span>}
      {effect === undefined ? null : <span className="effect">{effect}</span>}
    </span>
  )
}
