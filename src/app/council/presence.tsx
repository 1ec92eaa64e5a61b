// Presence and validity of a session, shown to whoever keeps its record: secretary, chair, office.
import { formatTime } from '#/platform/text/format.ts'
import { roleWords } from '#/programme/council/council.messages.ts'
import type { PresenceLine } from '#/programme/council/agenda.view.ts'
import { checkText } from '#/programme/council/validity.ts'
import type { CompositionCheck } from '#/regulation/composition.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './council-pages.messages.ts'

export function PresenceTable({ lines, editable }: { lines: readonly PresenceLine[]; editable: boolean }) {
  const language = useLanguage()
  return (
    <Table
      caption={words.presence[language]}
      rows={lines}
      rowKey={(line) => line.seat.memberId}
      columns={[
        { key: 'name', label: language === 'vi' ? 'Thành viên' : 'Member', head: true, cell: (line) => line.seat.name },
        {
          key: 'role',
          label: language === 'vi' ? 'Vai trò' : 'Role',
          cell: (line) => `${roleWords[line.seat.role][language]}${line.seat.post === '' ? '' : `, ${line.seat.post}`}`,
        },
        {
          key: 'stays',
          label: words.stays[language],
          cell: (line) => (
            <span className="num">
              {line.stays.map((stay) => `${formatTime(stay.arrivedAt)}–${stay.leftAt === null ? '' : formatTime(stay.leftAt)}`).join('; ')}
            </span>
          ),
        },
        {
          key: 'state',
          label: words.presence[language],
          cell: (line) => <State kind={line.present ? 'done' : 'todo'}>{line.present ? words.here[language] : words.away[language]}</State>,
        },
        ...(editable
          ? [
              {
                key: 'do',
                label: language === 'vi' ? 'Ghi nhận' : 'Record',
                narrow: 'full' as const,
                cell: (line: PresenceLine) => (
                  <Form className="row">
                    <input type="hidden" name="memberId" value={line.seat.memberId} />
                    <Button kind="quiet" small name="_do" value={line.present ? 'leave' : 'arrive'}>
                      {line.present ? words.leave[language] : words.arrive[language]}
                      <span className="vh"> {line.seat.name}</span>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** The rules of composition and of the session, each met or not, with where it stands. */
export function Validity({ checks, title }: { checks: readonly CompositionCheck[]; title?: string }) {
  const language = useLanguage()
  const answer = (check: CompositionCheck) =>
    check.met ? words.met[language] : check.severity === 'block' ? words.unmet[language] : words.unmetWarns[language]
  return (
    <Panel title={title ?? words.validity[language]} small id="dieu-kien">
      <ul className="tasks">
        {checks.map((check, index) => (
          <li key={`${check.rule}${index}`} className="task">
            <span>
              {checkText(check)[language]}
              <span className="hint block">{check.source}</span>
            </span>
            <State kind={check.met ? 'done' : check.severity === 'block' ? 'stop' : 'late'}>{answer(check)}</State>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
