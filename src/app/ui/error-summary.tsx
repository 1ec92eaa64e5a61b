import { useContext } from 'react'
import { CurrentForm, fieldId } from './form.tsx'
import { useLanguage } from './language.ts'

/** All messages of a refused form, each a link to its field. Stands first in the form; renders nothing when all is well. */
export function ErrorSummary() {
  const language = useLanguage()
  const { errors, summary, next } = useContext(CurrentForm)
  const entries = Object.entries(errors)
  if (entries.length === 0 && summary === undefined) return null
  const title =
    entries.length === 0
      ? summary
      : language === 'vi'
        ? `Có ${entries.length} chỗ cần sửa`
        : entries.length === 1
          ? '1 thing to correct'
          : `${entries.length} things to correct`
  return (
    <section className="errors" role="alert" aria-labelledby="can-sua" tabIndex={-1}>
      <h2 id="can-sua" className="h3">
        {title}
      </h2>
      {next === undefined || next === '' ? null : <p>{next}</p>}
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name === '_form' ? <b>{message}</b> : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </section>
  )
}
