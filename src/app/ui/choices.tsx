import type { ReactNode } from 'react'
import { describedBy, FieldFrame, GroupFrame, type FieldFrameProps } from './field-frame.tsx'
import { useChoices, useField } from './form.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; count?: number; disabled?: boolean }

type SelectProps = FieldFrameProps & {
  choices: readonly { value: string; label: string }[]
  defaultValue?: string | undefined
  /** First entry with an empty value; "Chọn…" unless told otherwise, none with `false`. */
  empty?: string | false
}

/** One of many short names. */
export function Select(props: SelectProps) {
  const { name, choices, defaultValue, hint, empty } = props
  const language = useLanguage()
  const { id, error, value } = useField(name, defaultValue)
  return (
    <FieldFrame {...props} id={id} error={error}>
      <select
        className="select"
        id={id}
        name={name}
        defaultValue={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, hint, error)}
      >
        {empty === false ? null : <option value="">{empty ?? words.choose[language]}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** One of a few. Nothing is chosen beforehand unless `defaultValue` says so. */
export function Radios(props: FieldFrameProps & { choices: readonly Choice[]; defaultValue?: string | undefined }) {
  const { name, choices, defaultValue } = props
  const { id, error, chosen } = useChoices(name, defaultValue === undefined ? [] : [defaultValue])
  return (
    <GroupFrame {...props} id={id} error={error}>
      {choices.map((choice) => (
        <CheckLine key={choice.value} type="radio" name={name} choice={choice} checked={chosen.includes(choice.value)} />
      ))}
    </GroupFrame>
  )
}

/** Any of several; read with `formData.getAll(name)`. */
export function Checks(props: FieldFrameProps & { choices: readonly Choice[]; defaultValues?: readonly string[] }) {
  const { name, choices, defaultValues = [] } = props
  const { id, error, chosen } = useChoices(name, defaultValues)
  return (
    <GroupFrame {...props} id={id} error={error}>
      {choices.map((choice) => (
        <CheckLine key={choice.value} type="checkbox" name={name} choice={choice} checked={chosen.includes(choice.value)} />
      ))}
    </GroupFrame>
  )
}

/** A single statement to agree to, such as a declaration. */
export function CheckBox({ name, label, checked = false }: { name: string; label: ReactNode; checked?: boolean }) {
  const { id, error, chosen } = useChoices(name, checked ? ['1'] : [])
  return (
    <div className={error === undefined ? 'field' : 'field field-bad'} id={id} tabIndex={-1}>
      {error === undefined ? null : <p className="error">{error}</p>}
      <CheckLine type="checkbox" name={name} choice={{ value: '1', label }} checked={chosen.includes('1')} />
    </div>
  )
}

function CheckLine({ type, name, choice, checked }: { type: 'radio' | 'checkbox'; name: string; choice: Choice; checked: boolean }) {
  return (
    <label className="check">
      <input type={type} name={name} value={choice.value} defaultChecked={checked} disabled={choice.disabled} />
      <span>
        {choice.label}
        {choice.hint === undefined ? null : <span className="hint block">{choice.hint}</span>}
      </span>
      {choice.count === undefined ? null : <span className="n">{choice.count}</span>}
    </label>
  )
}
