// How to reach who reported: shown once in the answer to a press, because each reading is written down.
import { DeedForm } from '../idea/deed-form.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { words } from './public-report.messages.ts'

type Contact = { name: string; phone: string; email: string }

export function Reporter({ known, answer }: { known: boolean; answer: unknown }) {
  const language = useLanguage()
  const reporter = typeof answer === 'object' && answer !== null && 'reporter' in answer ? (answer.reporter as Contact) : null
  return (
    <section className="stack no-print" aria-labelledby="nguoi-phan-anh">
      <h2 id="nguoi-phan-anh">{words.reporter[language]}</h2>
      {reporter === null ? null : (
        <Facts
          facts={(['name', 'phone', 'email'] as const)
            .filter((part) => reporter[part] !== '')
            .map((part) => ({ label: words[part][language], value: reporter[part] }))}
        />
      )}
      {known && reporter === null ? (
        <DeedForm deed="reporter" answer={answer} label={words.readReporter[language]} kind="quiet">
          <p className="hint">{words.readReporterNote[language]}</p>
        </DeedForm>
      ) : null}
      {known ? null : <p className="quiet">{words.noContact[language]}</p>}
    </section>
  )
}
