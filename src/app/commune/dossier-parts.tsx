// The course of a filed dossier: supplements, papers, history. The same for the commune and the province.
import { formatDate, formatDateTime, formatInstantDate } from '#/platform/text/format.ts'
import type { SupplementRequest } from '#/programme/commune/submission.store.ts'
import type { LedgerLine } from '#/programme/commune/commune.store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { ReturnedItems } from '../ui/returned-items.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { fill, verbWords, words } from './commune.messages.ts'
import { WordLink } from '../ui/word-link.tsx'

export type SupplementView = SupplementRequest & { titles: Record<string, string> }

export function Supplements({ requests }: { requests: readonly SupplementView[] }) {
  const language = useLanguage()
  return (
    <div className="stack">
      {requests.map((request) => (
        <ReturnedItems
          key={request.id}
          title={fill(words.supplementN[language], {
            n: request.ordinal,
            level: (request.level === 'commune' ? words.byCommune : words.byProvince)[language],
            due: formatDate(request.dueOn),
          })}
          lead={[request.outcome === null ? words.waiting[language] : words[request.outcome][language], request.reason]
            .filter(Boolean)
            .join(' · ')}
          items={request.items.map((item) => ({
            title: request.titles[item.id] ?? item.target,
            remark: item.ask,
            answered: item.answeredAt !== null,
            stateText: (item.answeredAt === null ? words.unanswered : words.answered)[language],
            ...(item.answer ? { action: <p>{item.answer}</p> } : {}),
          }))}
        />
      ))}
    </div>
  )
}

export type DocumentRow = {
  id: string
  kind: string
  title: string
  number: string | null
  issuedOn: string | null
  createdAt: Date
  state: string
}

export function Documents({ documents }: { documents: readonly DocumentRow[] }) {
  const language = useLanguage()
  if (documents.length === 0) return null
  return (
    <Panel title={words.documents[language]} small>
      <ul className="tasks mt">
        {documents.map((document) => (
          <li className="task" key={document.id}>
            <span>
              <a href={`/tep/van-ban/${document.id}`}>{document.title}</a>{' '}
              {document.kind !== 'certificate' && document.kind !== 'summaryWorkbook' ? (
                <WordLink href={`/tep/van-ban/${document.id}.docx`} of={document.title} />
              ) : null}
              <span className="hint">
                {[
                  document.number,
                  document.issuedOn === null ? formatInstantDate(document.createdAt) : formatDate(document.issuedOn),
                  document.state === 'cancelled' ? words.replacedPaper[language] : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What was done, from the ledger, newest first. Reasons and remarks are shown where the verb carries one. */
export function History({ lines }: { lines: readonly LedgerLine[] }) {
  const language = useLanguage()
  if (lines.length === 0) return <EmptyState title={words.historyEmpty[language]} />
  return (
    <Timeline
      events={lines.map((line) => ({
        title: verbWords[line.verb]?.[language] ?? line.verb,
        date: formatDateTime(line.at),
        dateTime: line.at.toISOString(),
        note: [line.actorName, noteOf(line.payload, language)].filter(Boolean).join(' · '),
        state: /reject|notProposed|lapsed/.test(line.verb) ? 'stop' : /supplementAsked|sentBack/i.test(line.verb) ? 'back' : 'done',
      }))}
    />
  )
}

function noteOf(payload: Record<string, unknown>, language: 'vi' | 'en'): string {
  const text = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '')
  const due = text('dueOn')
  const papers = [text('report'), text('letter')].filter((part) => /\//.test(part)).join(', ')
  return [
    text('reason') || text('remark') || text('exception'),
    due === '' ? '' : `${language === 'vi' ? 'hạn' : 'due'} ${formatDate(due)}`,
    papers,
    text('roundName'),
    typeof payload['handed'] === 'number' ? `${payload['handed']} ${words.unit[language]}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
