import { redirect, useActionData } from 'react-router'
import type { Db } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { agendaFor, presenceOf } from '#/programme/council/agenda.view.ts'
import { declareConflict } from '#/programme/council/conflict.actions.ts'
import { ownInvitation } from '#/programme/council/invitation.store.ts'
import { meetingWords, modeWords } from '#/programme/council/council.messages.ts'
import { itemsOfMeeting } from '#/programme/council/council.store.ts'
import { closeMeeting, openMeeting, recordArrival, recordLeaving, saveScribeNotes } from '#/programme/council/meeting.actions.ts'
import { minutesRenditions } from '#/programme/council/meeting.store.ts'
import { endItem, saveItemNotes, startItem } from '#/programme/council/session.actions.ts'
import { sessionFor } from '#/programme/council/session.view.ts'
import { speaksOfOtherSets, warning } from '#/programme/council/validity.ts'
import { sessionChecks } from '#/programme/council/validity.store.ts'
import { readableDocument } from '#/programme/access/access.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words as closingWords } from './closing-pages.messages.ts'
import { words as work } from '../office/council-work.messages.ts'
import { words } from './council-pages.messages.ts'
import { Agenda } from './meeting-agenda.tsx'
import { words as opinionWords } from './opinion.messages.ts'
import { Session } from './meeting-session.tsx'
import { PresenceTable, Validity } from './presence.tsx'
import { sessionWords } from './session.messages.ts'
import type { Route } from './+types/meeting.page'
import { WordLink } from '../ui/word-link.tsx'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => {
  const agenda = await agendaFor(db, actor, params['meetingId'] ?? '', now)
  const { meeting, mine, slots } = agenda
  mustSee(mine.isMember)
  const known = new Set(slots.flatMap((slot) => (slot.kind === 'item' ? [slot.itemId] : [])))
  const keeps = mine.mayKeepRecord || mine.mayOpen
  const presence = keeps ? await presenceOf(db, meeting) : null
  const sets = slots.flatMap((slot) => (slot.kind === 'item' ? [slot.setNo] : []))
  const { seats: _seats, rules: _rules, ...shown } = meeting
  const shownChecks = async () => {
    if (meeting.openingChecks) return meeting.openingChecks.filter((check) => !speaksOfOtherSets(check, sets))
    const items = (await itemsOfMeeting(db, meeting.id)).filter((item) => known.has(item.id))
    const rows = await db.selectFrom('presence').select(['memberId', 'arrivedAt', 'leftAt']).where('meetingId', '=', meeting.id).execute()
    return sessionChecks(db, services.regulations, meeting, { items, presence: rows })
  }
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
    // A written opinion has no room, so nothing to take up in it.
    session: meeting.mode === 'meeting' && (meeting.state === 'open' || meeting.state === 'closed') ? await sessionFor(db, agenda) : null,
    invitation: await ownInvitation(db, meeting.id, actor.accountId),
    keepsReport: meeting.seats.some((seat) => seat.memberId === mine.memberId && (seat.role === 'chair' || seat.role === 'secretary')),
    minutes: meeting.state === 'closed' ? await minutesFor(db, actor, meeting.id, now) : null,
    presence,
    // Only what this reader may see; the minutes count everything.
    checks: presence === null ? null : await shownChecks(),
  }
})

/** The whole minutes where they are open to the reader, else the copy that leaves out what the reader is recused from. */
async function minutesFor(db: Db, actor: Actor, meetingId: string, now: Date): Promise<{ id: string; copy: boolean } | null> {
  for (const paper of await minutesRenditions(db, meetingId))
    if (await readableDocument(db, actor, paper.id, now)) return { id: paper.id, copy: paper.kind === 'minutesCopy' }
  return null
}

export const action = pageAction(async ({ act, form, params, actor, db, now }) => {
  const meetingId = params['meetingId'] ?? ''
  const here = `/hoi-dong/ky-hop/${meetingId}`
  const memberId = String(form.get('memberId') ?? '')
  const itemId = String(form.get('itemId') ?? '')
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
      await act((ctx) => openMeeting(ctx, meetingId, { reason: form.get('reason') }))
      break
    case 'close':
      await act((ctx) => closeMeeting(ctx, meetingId))
      break
    case 'notes':
      await act((ctx) => saveScribeNotes(ctx, meetingId, form.get('notes'), Number(form.get('_version'))))
      break
    case 'startItem':
      await act((ctx) => startItem(ctx, itemId))
      return redirect(`${here}#dien-bien`, 303)
    case 'endItem':
      await act((ctx) => endItem(ctx, itemId))
      return redirect(`${here}#dien-bien`, 303)
    case 'itemNotes': {
      const version = await act((ctx) => saveItemNotes(ctx, itemId, form.get('notes'), Number(form.get('_version'))))
      return redirect(`${here}#ghi-chep-muc`, { status: 303, headers: { 'X-Version': String(version) } })
    }
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
  return redirect(here, 303)
})

export default function Meeting({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const { meeting, mine, slots, session, minutes, presence, checks, invitation, keepsReport } = loaderData
  const ofNotes = refusal?.values['_do'] === 'itemNotes'
  const undeclared = slots.filter((slot) => slot.kind === 'item' && slot.mine.mayDeclare && !slot.mine.declared).length
  return (
    <Page
      title={meeting.name}
      crumbs={[{ href: '/hoi-dong/ky-hop', label: words.meetings[language] }]}
      lead={`${meeting.councilName}. ${words.agendaLead[language]}`}
      marks={
        <>
          <State kind={meetingWords[meeting.state].mark} boxed>
            {meeting.mode === 'writtenOpinion' && meeting.state === 'open'
              ? opinionWords.inProgress[language]
              : meetingWords[meeting.state][language]}
          </State>
          <span className="hint">
            <span className="num">{formatDateTime(meeting.startsAt)}</span>
            {meeting.place === '' ? '' : `, ${meeting.place}`} · {meeting.roundName} · {modeWords[meeting.mode][language]}
          </span>
        </>
      }
    >
      <div className="stack">
        <Form refusal={ofNotes ? undefined : refusal}>
          <ErrorSummary />
          {mine.mayOpen && meeting.state === 'released' && checks !== null && warning(checks).length > 0 ? (
            <TextArea name="reason" label={words.openingReason[language]} rows={2} optional />
          ) : null}
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
        {session === null ? null : <Session slots={session} refusal={ofNotes ? refusal : undefined} />}
        {meeting.mode === 'writtenOpinion' && meeting.state !== 'planned' ? (
          <p>
            <a className="tap" href={`/hoi-dong/ky-hop/${meeting.id}/y-kien`}>
              {opinionWords.toBoard[language]}
            </a>
          </p>
        ) : null}
        <h2>{words.agenda[language]}</h2>
        <Agenda slots={slots} />
        {meeting.state === 'open' || meeting.state === 'closed' ? (
          <p>
            <a href={`/hoi-dong/ky-hop/${meeting.id}/chot`}>{closingWords.list[language]}</a>
          </p>
        ) : null}
        <p className="row">
          {minutes === null ? null : (
            <>
              <a className="tap" href={`/tep/van-ban/${minutes.id}`}>
                {minutes.copy ? sessionWords.copy[language] : sessionWords.minutes[language]}
              </a>{' '}
              <WordLink href={`/tep/van-ban/${minutes.id}.docx`} />
            </>
          )}
          {invitation === null ? null : (
            <a className="tap" href={`/hoi-dong/ky-hop/${meeting.id}/giay-moi`}>
              {work.invitation[language]}
            </a>
          )}
          {meeting.state === 'closed' && (mine.mayKeepRecord || keepsReport) ? (
            <a className="tap" href={`/hoi-dong/ky-hop/${meeting.id}/bao-cao`}>
              {work.report[language]}
            </a>
          ) : null}
          {meeting.state === 'closed' ? null : (
            <a className="tap" href={`/hoi-dong/ky-hop/${meeting.id}/in`}>
              {sessionWords.print[language]}
            </a>
          )}
        </p>
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
