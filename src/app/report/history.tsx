// What the ledger tells of a call, a report or a form: what, who, when, and the words given with it.
import { formatDateTime } from '#/platform/text/format.ts'
import type { HistoryLine } from '#/programme/report/report.store.ts'
import { useLanguage } from '../ui/language.ts'
import { Timeline } from '../ui/timeline.tsx'
import { verbWords, words } from './report.messages.ts'

export function History({ lines }: { lines: readonly HistoryLine[] }) {
  const language = useLanguage()
  const events = lines.flatMap((line) => {
    const title = verbWords[line.verb]?.[language]
    if (title === undefined) return []
    const { payload } = line
    const missing = payload['missing']
    const note = [line.who, String(payload['reason'] ?? ''), Array.isArray(missing) ? missing.slice(0, 20).join(', ') : '']
      .filter((part) => part !== '')
      .join(' · ')
    return [{ title, date: formatDateTime(line.at), dateTime: line.at.toISOString(), note }]
  })
  if (events.length === 0) return null
  return (
    <section className="stack" aria-labelledby="dien-bien">
      <h2 id="dien-bien">{words.history[language]}</h2>
      <Timeline events={events} />
    </section>
  )
}
