// The history of a record from the ledger: what was done, by whom, when, and the words given with it.
import { Fragment } from 'react'
import { formatDateTime } from '#/platform/text/format.ts'
import { useLanguage, type Text } from './language.ts'
import { Timeline } from './timeline.tsx'
import { words } from './ui.messages.ts'

export type LedgerLine = { at: Date; verb: string; who: string; payload: Record<string, unknown> }

/**
 * `verbs`: what each verb is called; one without words is not shown. `note`: what stands beside the name; empty parts are left out. `below`: what
 * stands under it, each on a line of its own.
 */
export function LedgerLines<Line extends LedgerLine>({
  lines,
  verbs,
  note,
  below,
}: {
  lines: readonly Line[]
  verbs: Readonly<Record<string, Text>>
  note: (line: Line) => readonly string[]
  below?: (line: Line) => readonly string[]
}) {
  const language = useLanguage()
  return (
    <section className="stack" id="lich-su" aria-labelledby="lich-su-ten">
      <h2 id="lich-su-ten">{words.history[language]}</h2>
      <Timeline
        events={lines.flatMap((line) => {
          const title = verbs[line.verb]?.[language]
          if (title === undefined) return []
          const said = [line.who, ...note(line)].filter((part) => part !== '').join(' · ')
          const lower = below?.(line).map((text) => (
            <Fragment key={text}>
              <br />
              {text}
            </Fragment>
          ))
          const whole = lower === undefined ? said : [said, lower]
          return [{ title, date: formatDateTime(line.at), dateTime: line.at.toISOString(), note: whole }]
        })}
      />
    </section>
  )
}

/** The named words of a payload, as they are. */
export function saidIn(payload: Record<string, unknown>, ...names: readonly string[]): string[] {
  return names.map((name) => String(payload[name] ?? ''))
}
