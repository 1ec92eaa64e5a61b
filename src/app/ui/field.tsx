import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import { useField } from './form.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

type Mode = 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search'

export type FieldProps = FieldFrameProps & {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'password' | 'email' | 'tel' | 'search' | 'url'>
  defaultValue?: string | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: Mode
  maxLength?: number
  /** Width by the expected length, in characters. */
  size?: 'short' | 'middle' | 'full'
  /** A text after the box, such as a unit. */
  unit?: string
  placeholder?: string
  readOnly?: boolean
  /** Texts offered while typing; anything may be typed all the same. */
  suggestions?: readonly string[]
}

/** One line of text. */
export function Field(props: FieldProps) {
  const {
    name,
    type = 'text',
    defaultValue,
    autoComplete,
    inputMode,
    maxLength,
    size = 'full',
    unit,
    placeholder,
    readOnly,
    suggestions,
    hint,
  } = props
  const { id, error, value } = useField(name, defaultValue)
  const box = (
    <input
      className={size === 'full' ? 'input' : `input input-${size}`}
      id={id}
      name={name}
      type={type}
      defaultValue={type === 'password' ? undefined : value}
      autoComplete={autoComplete}
      inputMode={inputMode}
      maxLength={maxLength}
      placeholder={placeholder}
      readOnly={readOnly}
      list={suggestions === undefined ? undefined : `${id}-list`}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(id, hint, error)}
    />
  )
  const input =
    suggestions === undefined ? (
      box
    ) : (
      <>
        {box}
        <datalist id={`${id}-list`}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      </>
    )
  return (
    <FieldFrame {...props} id={id} error={error}>
      {unit === undefined ? (
        input
      ) : (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      )}
    </FieldFrame>
  )
}

type OneBox = Omit<FieldProps, 'type' | 'inputMode' | 'size' | 'unit'>

/** A date as one text field dd/MM/yyyy: quicker on a phone than three boxes or a calendar. */
export function DateField(props: OneBox) {
  const language = useLanguage()
  return (
    <Field autoComplete="off" {...props} hint={props.hint ?? words.dateHint[language]} inputMode="numeric" size="short" maxLength={10} />
  )
}

/** Whole đồng, typed with or without dots. */
export function MoneyField(props: OneBox) {
  const language = useLanguage()
  return <Field autoComplete="off" {...props} inputMode="numeric" size="middle" unit={words.dong[language]} maxLength={20} />
}
