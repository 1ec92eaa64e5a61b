// Other support of the producer for the same item, so that nothing is supported twice from two sources.
import { formatDong, formatInstantDate } from '#/platform/text/format.ts'
import type { twinsOf } from '#/programme/support/support.store.ts'
import { supportWords } from '#/programme/support/support.ts'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { words } from './support.messages.ts'

/** What another desk gave is named without a link: its contract is read there. */
export function Twins({ rows, authority }: { rows: Awaited<ReturnType<typeof twinsOf>>; authority: string }) {
  const language = useLanguage()
  if (rows.length === 0) return null
  return (
    <Panel title={words.twin[language]} small wash>
      <p className="hint">{words.twinLead[language]}</p>
      <ul>
        {rows.map((twin) => {
          const text = [
            formatInstantDate(twin.askedAt),
            formatDong(twin.approved ?? twin.asked),
            twin.number,
            supportWords[twin.state][language],
            twin.authority === authority ? '' : twin.authority,
          ]
            .filter((part) => part !== '')
            .join(' · ')
          return (
            <li key={twin.id}>
              {twin.authority === authority ? (
                <a className="tap" href={`/ho-tro/${twin.id}`}>
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
