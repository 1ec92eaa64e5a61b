import { useContext } from 'react'
import { CurrentForm, fieldId, type FormRefusal } from './form.tsx'
import { useLanguage } from './language.ts'

/**
 * All messages of a refused form, each a link to its field; renders nothing when all is well. Stands first in the form, or first on a page
 * of many small forms with the `refusal` and the `scope` of the form it came from. Takes the focus, so that it is seen and read out first.
 */
export function ErrorSummary({ refusal, scope }: { refusal?: FormRefusal | undefined; scope?: string }) {
  const language = useLanguage()
  const form = useContext(CurrentForm)
  const { errors, summary, next } = refusal ?? form
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
    <section className="errors" role="alert" aria-labelledby="can-sua" tabIndex={-1} autoFocus>
      <h2 id="can-sua" className="h3">
        {title}
      </h2>
      {next === undefined || next === '' ? null : <p>{next}</p>}
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>{name === '_form' ? <b>{message}</b> : <a href={`#${fieldId(name, scope ?? form.scope)}`}>{message}</a>}</li>
        ))}
      </ul>
    </section>
  )
}
