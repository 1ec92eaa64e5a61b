import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

type Props = { label: string; name?: string; defaultValue?: string | undefined; hint?: string; placeholder?: string }

/** Search field with its button; stands inside a GET form. */
export function SearchBox({ label, name = 'q', defaultValue, hint, placeholder }: Props) {
  const language = useLanguage()
  return (
    <>
      <search className="search">
        <label className="vh" htmlFor={`s-${name}`}>
          {label}
        </label>
        <input
          className="input"
          id={`s-${name}`}
          name={name}
          type="search"
          defaultValue={defaultValue}
          placeholder={placeholder}
          aria-describedby={hint === undefined ? undefined : `s-${name}-hint`}
        />
        <button className="btn">
          <Icon name="search" />
          <span>{words.search[language]}</span>
        </button>
      </search>
      {hint === undefined ? null : (
        <p className="hint" id={`s-${name}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}
