// The history of an idea or plan from the ledger: what, who, when, and the words that were given with it.
import { formatDateTime } from '#/platform/text/format.ts'
import type { HistoryLine } from '#/programme/idea/idea.store.ts'
import { ideaWords, selectionOutcomes } from '#/programme/idea/idea.workflow.ts'
import { useLanguage } from '../ui/language.ts'
import { Timeline } from '../ui/timeline.tsx'
import { verbWords, words } from './idea.messages.ts'

export function LedgerLines({ lines }: { lines: readonly HistoryLine[] }) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="lich-su">
      <h2 id="lich-su">{words.history[language]}</h2>
      <Timeline
        events={lines.flatMap((line) => {
          const title = verbWords[line.verb]?.[language]
          if (title === undefined) return []
          const { payload } = line
          const outcome = selectionOutcomes.find((one) => one === (payload['to'] ?? payload['outcome']))
          const note = [
            outcome && line.verb.startsWith('idea.') ? ideaWords[outcome][language] : '',
            ...['milestone', 'number', 'reason', 'remark'].map((name) => String(payload[name] ?? '')),
          ]
            .filter((part) => part !== '')
            .join(' · ')
          return [
            {
              title,
              date: formatDateTime(line.at),
              dateTime: line.at.toISOString(),
              note: note === '' ? line.who : `${line.who} · ${note}`,
            },
          ]
        })}
      />
    </section>
  )
}
