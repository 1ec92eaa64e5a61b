// The session while it runs: what is in hand, what comes next, who goes out, and the scribe's notes.
import { formatTime } from '#/platform/text/format.ts'
import type { Place } from '#/programme/council/session.ts'
import type { KnownSlot, SessionSlot } from '#/programme/council/session.view.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { State, type StateKind } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { fill } from './council-pages.messages.ts'
import { sessionWords as words } from './session.messages.ts'

const marks: Record<Place, StateKind> = { current: 'part', done: 'done', next: 'todo', later: 'todo', skipped: 'ended' }

export function Session({ slots, refusal }: { slots: readonly SessionSlot[]; refusal: FormRefusal | undefined }) {
  const language = useLanguage()
  const leaving = slots.find((slot) => slot.leave)
  const scribed = slots.flatMap((slot) => (slot.known?.notes ? [{ slot, known: slot.known, notes: slot.known.notes }] : []))
  return (
    <>
      {leaving === undefined ? null : (
        <Notice kind="warn" title={words.leaveTitle[language]}>
          <p>{fill(words.leaveText[language], { n: leaving.ordinal })}</p>
        </Notice>
      )}
      <Panel title={words.title[language]} id="dien-bien">
        <p className="hint">{words.lead[language]}</p>
        <ol className="tasks">
          {slots.map((slot) => (
            <li key={slot.ordinal} className="task" aria-current={slot.place === 'current' ? 'step' : undefined}>
              <Line slot={slot} />
            </li>
          ))}
        </ol>
      </Panel>
      {scribed.length === 0 ? null : (
        <Panel title={words.notesOf[language]} small id="ghi-chep-muc">
          <p className="hint">{words.notesHint[language]}</p>
          {scribed.map(({ slot, known, notes }) => (
            <details key={slot.ordinal} className="disclose" open={slot.place === 'current' || refusal?.values['itemId'] === known.itemId}>
              <summary>{fill(words.notes[language], { n: slot.ordinal })}</summary>
              <Form
                id={`ghi-chep-${slot.ordinal}`}
                scope={`muc-${slot.ordinal}`}
                version={notes.version}
                autosave
                refusal={refusal?.values['itemId'] === known.itemId ? refusal : undefined}
              >
                <ErrorSummary />
                <input type="hidden" name="_do" value="itemNotes" />
                <input type="hidden" name="itemId" value={known.itemId} />
                <TextArea name="notes" label={known.product} defaultValue={notes.text} rows={4} optional />
                <Button kind="quiet" small>
                  {words.saveNotes[language]}
                  <span className="vh"> {slot.ordinal}</span>
                </Button>
              </Form>
            </details>
          ))}
        </Panel>
      )}
    </>
  )
}

function Line({ slot }: { slot: SessionSlot }) {
  const language = useLanguage()
  const { known, ordinal, place, times } = slot
  return (
    <>
      <div>
        <span>
          {known === null ? (
            <span className="quiet">{fill(words.recused[language], { n: ordinal })}</span>
          ) : (
            <>
              <span className="num quiet">{ordinal}</span> <b>{known.product}</b>
            </>
          )}
        </span>
        {known === null ? null : <span className="hint block">{known.producer}</span>}
        {times.length === 0 ? null : (
          <span className="hint block num">
            {times.map((time) => `${formatTime(time.startedAt)}–${time.endedAt === null ? '' : formatTime(time.endedAt)}`).join('; ')}
          </span>
        )}
        {known === null ? null : <Room known={known} current={place === 'current'} />}
      </div>
      <div className="row">
        <State kind={marks[place]}>{words[place][language]}</State>
        {known === null ? null : <Presses known={known} ordinal={ordinal} place={place} />}
      </div>
    </>
  )
}

/** Who goes out and who was there, for those who lead the item or keep its record. */
function Room({ known, current }: { known: KnownSlot; current: boolean }) {
  const language = useLanguage()
  const { away, present } = known
  return (
    <>
      {current && away !== null && away.length > 0 ? (
        <span className="block">
          <State kind="info">{fill(words.away[language], { names: away.join(', ') })}</State>
        </span>
      ) : null}
      {present === null || present.length === 0 ? null : (
        <details>
          <summary className="hint">{fill(words.presentAt[language], { n: present.length })}</summary>
          <ul>
            {present.map((entry) => (
              <li key={entry.name}>
                {entry.name}{' '}
                <span className="num quiet">
                  {entry.stays.map((stay) => `${formatTime(stay.from)}–${stay.to === null ? '' : formatTime(stay.to)}`).join('; ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Presses({ known, ordinal, place }: { known: KnownSlot; ordinal: number; place: Place }) {
  const language = useLanguage()
  if (!known.mayStart && !known.mayEnd) return null
  const label = known.mayEnd ? words.end[language] : place === 'done' ? words.again[language] : words.start[language]
  return (
    <Form className="row">
      <input type="hidden" name="itemId" value={known.itemId} />
      <Button kind={known.mayEnd || place === 'next' ? 'primary' : 'quiet'} small name="_do" value={known.mayEnd ? 'endItem' : 'startItem'}>
        {label}
        <span className="vh"> {ordinal}</span>
      </Button>
    </Form>
  )
}
