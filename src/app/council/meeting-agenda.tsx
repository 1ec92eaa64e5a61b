// The agenda of a meeting as one member sees it: what each item waits for from this very person.
import type { AgendaSlot } from '#/programme/council/agenda.view.ts'
import { itemWords } from '#/programme/council/council.messages.ts'
import { useLanguage, type Language } from '../ui/language.ts'
import { State, type StateKind } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './council-pages.messages.ts'

export function Agenda({ slots }: { slots: readonly AgendaSlot[] }) {
  const language = useLanguage()
  return (
    <Table
      caption={words.agenda[language]}
      rows={slots}
      rowKey={(slot) => String(slot.ordinal)}
      columns={[
        {
          key: 'n',
          label: words.item[language],
          nowrap: true,
          narrow: 'kind',
          cell: (slot) => <span className="num">{slot.ordinal}</span>,
        },
        {
          key: 'product',
          label: words.product[language],
          head: true,
          cell: (slot) =>
            slot.kind === 'recused' ? (
              <span className="quiet">{fill(words.recused[language], { n: slot.ordinal })}</span>
            ) : (
              <>
                <a href={`/hoi-dong/muc/${slot.itemId}`}>
                  <b>{slot.product}</b>
                </a>
                <span className="hint block">
                  {slot.producer} · {words.set[language]} <span className="num">{slot.setNo}</span>
                </span>
              </>
            ),
        },
        {
          key: 'state',
          label: words.state[language],
          cell: (slot) =>
            slot.kind === 'recused' ? null : slot.withdrawn ? (
              <State kind="ended">{words.withdrawn[language]}</State>
            ) : (
              <>
                <State kind={itemWords[slot.state].mark}>{itemWords[slot.state][language]}</State>
                <span className="hint block">
                  {slot.chair === null ? words.noChair[language] : fill(words.chairedBy[language], { name: slot.chair })}
                  {slot.standIn ? ` (${words.standIn[language]})` : ''}
                </span>
              </>
            ),
        },
        {
          key: 'mine',
          label: words.mine[language],
          cell: (slot) => {
            if (slot.kind === 'recused') return null
            const part = partOf(slot, language)
            return <State kind={part.kind}>{part.text}</State>
          },
        },
        {
          key: 'progress',
          label: words.progress[language],
          nowrap: true,
          cell: (slot) => (slot.kind === 'recused' ? null : <Progress slot={slot} />),
        },
      ]}
    />
  )
}

function Progress({ slot }: { slot: Extract<AgendaSlot, { kind: 'item' }> }) {
  const language = useLanguage()
  const count = <span className="num">{fill(words.progressOf[language], slot.progress)}</span>
  if (slot.members === null) return count
  return (
    <details>
      <summary aria-label={`${words.whoFinal[language]}: ${fill(words.progressOf[language], slot.progress)}`}>{count}</summary>
      <ul>
        {slot.members.map((member) => (
          <li key={member.name}>
            <State kind={member.finished ? 'done' : member.place === 'counts' ? 'part' : 'ended'}>{member.name}</State>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What this member has to do next on the item. */
function partOf(slot: Extract<AgendaSlot, { kind: 'item' }>, language: Language): { kind: StateKind; text: string } {
  const { mine } = slot
  if (mine.conflictOpen) return { kind: 'late', text: words.conflictOpen[language] }
  if (mine.mayDeclare && !mine.declared) return { kind: 'todo', text: words.toDeclare[language] }
  if (!mine.isVotingMember) return { kind: 'info', text: words.noVote[language] }
  if (slot.mySheet === 'final') return { kind: 'done', text: words.final[language] }
  if (!mine.packOpened) return { kind: 'todo', text: words.toOpen[language] }
  if (slot.mySheet === 'draft') return { kind: 'part', text: words.draft[language] }
  return slot.mySheet === 'voided' ? { kind: 'stop', text: words.voided[language] } : { kind: 'todo', text: words.toScore[language] }
}
