// The history of an entry, line, support or reward list from the ledger: what, who, when, and the words given with it.
import { formatDateTime, formatDong } from '#/platform/text/format.ts'
import { useLanguage, type Text } from '../ui/language.ts'
import { Timeline } from '../ui/timeline.tsx'
import { words } from './money.messages.ts'

type Line = { at: Date; verb: string; who: string; payload: Record<string, unknown> }

export function LedgerLines({ lines, verbs }: { lines: readonly Line[]; verbs: Readonly<Record<string, Text>> }) {
  const language = useLanguage()
  return (
    <section className="stack" aria-labelledby="lich-su">
      <h2 id="lich-su">{words.history[language]}</h2>
      <Timeline
        events={lines.flatMap((line) => {
          const title = verbs[line.verb]?.[language]
          if (title === undefined) return []
          const { amount, reason, remark, number } = line.payload
          const said = [typeof amount === 'number' ? formatDong(amount) : '', number, reason, remark].filter(
            (part): part is string => typeof part === 'string' && part !== '',
          )
          return [{ title, date: formatDateTime(line.at), dateTime: line.at.toISOString(), note: [line.who, ...said].join(' · ') }]
        })}
      />
    </section>
  )
}
