// Parts of the office's page of a meeting: when and where, the agenda with its presses, the log of opened packs.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDateTime, formatTime } from '#/platform/text/format.ts'
import { type AgendaSlot } from '#/programme/council/agenda.view.ts'
import { itemWords } from '#/programme/council/council.messages.ts'
import { fill } from '../council/council-pages.messages.ts'
import { Button } from '../ui/button.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DateField, Field } from '../ui/field.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './council-office.messages.ts'

/** Name, day, hour, place while the meeting is planned; the day field is called `day`, as where a meeting is planned. */
export function ChangeMeeting({
  meeting,
  refusal,
}: {
  meeting: { name: string; startsAt: Date; place: string; version: number }
  refusal: FormRefusal | undefined
}) {
  const language = useLanguage()
  return (
    <Disclose summary={words.changeMeeting[language]} open={refusal !== undefined}>
      <p className="hint">{words.changeMeetingHint[language]}</p>
      <Form refusal={refusal} version={meeting.version} scope="change">
        <ErrorSummary />
        <Field name="name" label={words.meetingName[language]} defaultValue={meeting.name} maxLength={200} />
        <DateField name="day" label={words.day[language]} defaultValue={formatDate(plainDateOf(meeting.startsAt))} />
        <Field
          name="time"
          label={words.time[language]}
          hint={words.timeHint[language]}
          size="short"
          defaultValue={formatTime(meeting.startsAt)}
        />
        <Field name="place" label={words.place[language]} defaultValue={meeting.place} optional />
        <Button name="_do" value="change" kind="quiet">
          {words.changeMeeting[language]}
        </Button>
      </Form>
    </Disclose>
  )
}

export function Agenda({ slots, planned }: { slots: readonly AgendaSlot[]; planned: boolean }) {
  const language = useLanguage()
  return (
    <Table
      caption={words.agenda[language]}
      rows={slots}
      rowKey={(slot) => String(slot.ordinal)}
      columns={[
        { key: 'n', label: words.item[language], narrow: 'kind', cell: (slot) => <span className="num">{slot.ordinal}</span> },
        {
          key: 'product',
          label: words.product[language],
          head: true,
          cell: (slot) =>
            slot.kind === 'recused' ? (
              <span className="quiet">{fill(words.recused[language], { n: slot.ordinal })}</span>
            ) : (
              <>
                <b>{slot.product}</b>
                <span className="hint block">
                  {slot.producer} · {language === 'vi' ? 'Bộ' : 'Set'} <span className="num">{slot.setNo}</span>
                </span>
              </>
            ),
        },
        {
          key: 'state',
          label: words.state[language],
          cell: (slot) =>
            slot.kind === 'recused' ? null : <State kind={itemWords[slot.state].mark}>{itemWords[slot.state][language]}</State>,
        },
        {
          key: 'chair',
          label: words.chair[language],
          cell: (slot) => (slot.kind === 'recused' ? null : (slot.chair ?? words.noChair[language])),
        },
        {
          key: 'progress',
          label: words.progress[language],
          nowrap: true,
          cell: (slot) => (slot.kind === 'recused' ? null : <span className="num">{`${slot.progress.final}/${slot.progress.of}`}</span>),
        },
        {
          key: 'do',
          label: language === 'vi' ? 'Thay đổi' : 'Change',
          narrow: 'full',
          cell: (slot) =>
            slot.kind === 'recused' || slot.state !== 'waiting' ? null : (
              <Disclose summary={planned ? `${words.moveDo[language]}, ${words.takeOff[language].toLowerCase()}` : words.takeOff[language]}>
                {planned ? (
                  <Form className="row">
                    <input type="hidden" name="itemId" value={slot.itemId} />
                    <label className="hint">
                      {words.move[language]}{' '}
                      <input className="input input-short" name="place" inputMode="numeric" defaultValue={slot.ordinal} />
                    </label>
                    <Button kind="quiet" small name="_do" value="move">
                      {words.moveDo[language]}
                    </Button>
                  </Form>
                ) : null}
                <Form className="row">
                  <input type="hidden" name="itemId" value={slot.itemId} />
                  <label className="hint">
                    {words.reason[language]} <input className="input" name="reason" />
                  </label>
                  <Button kind="danger" small name="_do" value="remove">
                    {words.takeOff[language]}
                  </Button>
                </Form>
              </Disclose>
            ),
        },
      ]}
    />
  )
}

/** Release log: who opened what, when. */
export function Openings({
  openings,
  slots,
  names,
}: {
  openings: readonly { itemId: string; memberId: string; openedAt: Date }[]
  slots: readonly AgendaSlot[]
  names: Record<string, string>
}) {
  const language = useLanguage()
  const ordinal = (itemId: string) => slots.find((slot) => slot.kind === 'item' && slot.itemId === itemId)?.ordinal ?? 0
  return (
    <Panel title={words.openings[language]} small id="nhat-ky-tai-lieu">
      {openings.length === 0 ? (
        <p className="hint">{words.notOpened[language]}</p>
      ) : (
        <Table
          caption={words.openings[language]}
          rows={openings}
          rowKey={(row) => `${row.itemId}${row.memberId}`}
          columns={[
            {
              key: 'when',
              label: words.opened[language],
              nowrap: true,
              cell: (row) => <span className="num">{formatDateTime(row.openedAt)}</span>,
            },
            { key: 'who', label: words.who[language], head: true, cell: (row) => names[row.memberId] ?? '' },
            { key: 'item', label: words.item[language], align: 'right', cell: (row) => <span className="num">{ordinal(row.itemId)}</span> },
          ]}
        />
      )}
    </Panel>
  )
}
