// Presence and validity of a session, shown to whoever keeps its record: secretary, chair, office.
import { formatDate, formatTime } from '#/platform/text/format.ts'
import { roleWords, validityWords } from '#/programme/council/council.messages.ts'
import type { PresenceLine } from '#/programme/council/agenda.view.ts'
import type { ValidityCheck } from '#/programme/council/meeting.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './council-pages.messages.ts'

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

export function Validity({ checks }: { checks: readonly ValidityCheck[] }) {
  const language = useLanguage()
  return (
    <Panel title={words.validity[language]} small>
      <ul className="tasks">
        {checks.map((check) => (
          <li key={check.code} className="task">
            <span>{fill(validityWords[check.code][language], shown(check.values))}</span>
            <State kind={check.met ? 'done' : 'late'}>
              {check.met ? (language === 'vi' ? 'Đạt' : 'Met') : language === 'vi' ? 'Chưa đạt' : 'Not met'}
            </State>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function shown(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value]),
  )
}
