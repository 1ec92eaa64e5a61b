import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { agendaFor, presenceOf, type AgendaSlot } from '#/programme/council/agenda.view.ts'
import { declareConflict } from '#/programme/council/conflict.actions.ts'
import { itemWords, meetingWords, modeWords } from '#/programme/council/council.messages.ts'
import { itemsOfMeeting } from '#/programme/council/council.store.ts'
import { closeMeeting, openMeeting, recordArrival, recordLeaving, saveScribeNotes } from '#/programme/council/meeting.actions.ts'
import { meetingValidity } from '#/programme/council/meeting.ts'
import { itemsWithoutSamples } from '#/programme/council/meeting.store.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State, type StateKind } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words as closingWords } from './closing-pages.messages.ts'
import { fill, words } from './council-pages.messages.ts'
import { PresenceTable, Validity } from './presence.tsx'
import type { Route } from './+types/meeting.page'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => {
  const { meeting, mine, slots } = await agendaFor(db, actor, params['meetingId'] ?? '', now)
  mustSee(mine.isMember)
  const known = new Set(slots.flatMap((slot) => (slot.kind === 'item' ? [slot.itemId] : [])))
  const keeps = mine.mayKeepRecord || mine.mayOpen
  const presence = keeps ? await presenceOf(db, meeting) : null
  const { seats: _seats, rules, ...shown } = meeting
  return {
    meeting: {
      id: shown.id,
      name: shown.name,
      place: shown.place,
      mode: shown.mode,
      state: shown.state,
      startsAt: shown.startsAt,
      roundName: shown.roundName,
      councilName: shown.councilName,
      version: shown.version,
      scribeNotes: keeps ? shown.scribeNotes : '',
    },
    mine,
    slots,
    presence,
    checks:
      presence === null
        ? null
        : meetingValidity(
            {
              ...meeting,
              rules,
              presence: await db
                .selectFrom('presence')
                .select(['memberId', 'arrivedAt', 'leftAt'])
                .where('meetingId', '=', meeting.id)
                .execute(),
              // Counts only what this reader may see; the minutes count everything.
              items: (await itemsOfMeeting(db, meeting.id)).filter((item) => known.has(item.id)),
              withoutSamples: (
                await itemsWithoutSamples(db, meeting.id, services.regulations.current.regulation.samples.exceptSets)
              ).filter((id) => known.has(id)),
            },
            await calendarOf(db),
          ),
  }
})

export const action = pageAction(async ({ act, form, params, actor, db, now }) => {
  const meetingId = params['meetingId'] ?? ''
  const memberId = String(form.get('memberId') ?? '')
  switch (form.get('_do')) {
    case 'none': {
      // One press for several items: each is declared by itself, so that each has its own row and time.
      const { slots } = await agendaFor(db, actor, meetingId, now)
      const open = slots.flatMap((slot) => (slot.kind === 'item' && slot.mine.mayDeclare && !slot.mine.declared ? [slot.itemId] : []))
      for (const itemId of open) await act((ctx) => declareConflict(ctx, itemId, { conflicted: 'no' }))
      break
    }
    case 'arrive':
      await act((ctx) => recordArrival(ctx, meetingId, memberId))
      break
    case 'leave':
      await act((ctx) => recordLeaving(ctx, meetingId, memberId))
      break
    case 'open':
      await act((ctx) => openMeeting(ctx, meetingId))
      break
    case 'close':
      await act((ctx) => closeMeeting(ctx, meetingId))
      break
    case 'notes':
      await act((ctx) => saveScribeNotes(ctx, meetingId, form.get('notes'), Number(form.get('_version'))))
      break
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
  return redirect(`/hoi-dong/ky-hop/${meetingId}`, 303)
})

export default function Meeting({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = useActionData<typeof action>()
  const { meeting, mine, slots, presence, checks } = loaderData
  const undeclared = slots.filter((slot) => slot.kind === 'item' && slot.mine.mayDeclare && !slot.mine.declared).length
  return (
    <Page
      title={meeting.name}
      crumbs={[{ href: '/hoi-dong/ky-hop', label: words.meetings[language] }]}
      lead={`${meeting.councilName}. ${words.agendaLead[language]}`}
      marks={
        <>
          <State kind={meetingWords[meeting.state].mark} boxed>
            {meetingWords[meeting.state][language]}
          </State>
          <span className="hint">
            <span className="num">{formatDateTime(meeting.startsAt)}</span>
            {meeting.place === '' ? '' : `, ${meeting.place}`} · {meeting.roundName} · {modeWords[meeting.mode][language]}
          </span>
        </>
      }
    >
      <div className="stack">
        <Form refusal={refusal && 'refused' in refusal ? refusal : undefined}>
          <ErrorSummary />
          <div className="row">
            {undeclared > 0 ? (
              <Button name="_do" value="none" kind="quiet">
                {words.declareNoneAll[language]} (<span className="num">{undeclared}</span>)
              </Button>
            ) : null}
            {mine.mayOpen && meeting.state === 'released' ? (
              <Button name="_do" value="open">
                {words.openSession[language]}
              </Button>
            ) : null}
            {mine.mayOpen && meeting.state === 'open' ? (
              <Button name="_do" value="close" kind="quiet">
                {words.closeSession[language]}
              </Button>
            ) : null}
          </div>
        </Form>
        <h2>{words.agenda[language]}</h2>
        <Agenda slots={slots} />
        {meeting.state === 'open' || meeting.state === 'closed' ? (
          <p>
            <a href={`/hoi-dong/ky-hop/${meeting.id}/chot`}>{closingWords.list[language]}</a>
          </p>
        ) : null}
        {checks === null ? null : <Validity checks={checks} />}
        {presence === null ? null : (
          <Panel title={words.presence[language]} small id="co-mat">
            <PresenceTable lines={presence} editable={mine.mayKeepRecord} />
          </Panel>
        )}
        {mine.mayKeepRecord ? (
          <Panel title={words.notes[language]} small>
            <Form version={meeting.version} id="ghi-chep">
              <TextArea name="notes" label={words.notes[language]} defaultValue={meeting.scribeNotes} rows={6} optional />
              <Button name="_do" value="notes" kind="quiet">
                {words.saveNotes[language]}
              </Button>
            </Form>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}

function Agenda({ slots }: { slots: readonly AgendaSlot[] }) {
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
