import { redirect, useActionData } from 'react-router'
import { AppError } from '#/platform/errors/app-error.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { agendaFor, openingsOf, presenceOf } from '#/programme/council/agenda.view.ts'
import { waitingDossiers } from '#/programme/council/council.lists.ts'
import { meetingWords, modeWords } from '#/programme/council/council.messages.ts'
import { itemsOfMeeting } from '#/programme/council/council.store.ts'
import { changeMeeting, moveItem, putOnAgenda, releasePack, removeFromAgenda } from '#/programme/council/agenda.actions.ts'
import { recordArrival, recordLeaving } from '#/programme/council/meeting.actions.ts'
import { leadTime } from '#/programme/council/meeting.ts'
import { speaksOfOtherSets } from '#/programme/council/validity.ts'
import { sessionChecks } from '#/programme/council/validity.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { calendarOf } from '#/programme/reference.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fill } from '../council/council-pages.messages.ts'
import { PresenceTable, Validity } from '../council/presence.tsx'
import { pageAction, pageLoader } from '../page.server.ts'
import { words as opinionWords } from '../council/opinion.messages.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checks } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form, type FormRefusal } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './council-office.messages.ts'
import { words as work } from './council-work.messages.ts'
import type { Route } from './+types/council-meeting.page'
import { Agenda, ChangeMeeting, Openings } from './council-meeting-parts.tsx'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => {
  const { meeting, mine, slots } = await agendaFor(db, actor, params['meetingId'] ?? '', now)
  mustSee(mine.isOffice && meeting.councilId === params['councilId'])
  const calendar = await calendarOf(db)
  const { leadCounting } = services.regulations.get(meeting.regulationId).regulation.councilRules
  const known = new Set(slots.flatMap((slot) => (slot.kind === 'item' ? [slot.itemId] : [])))
  const sets = slots.flatMap((slot) => (slot.kind === 'item' ? [slot.setNo] : []))
  const presence = await db.selectFrom('presence').select(['memberId', 'arrivedAt', 'leftAt']).where('meetingId', '=', meeting.id).execute()
  return {
    meeting,
    slots,
    waiting: meeting.state === 'planned' ? await waitingDossiers(db, meeting) : [],
    lead: leadTime(calendar, plainDateOf(now), plainDateOf(meeting.startsAt), meeting.rules.leadWorkingDays, leadCounting),
    presence: meeting.state === 'planned' ? null : await presenceOf(db, meeting),
    openings: await openingsOf(db, slots),
    checks: meeting.openingChecks
      ? meeting.openingChecks.filter((check) => !speaksOfOtherSets(check, sets))
      : await sessionChecks(db, services.regulations, meeting, {
          items: (await itemsOfMeeting(db, meeting.id)).filter((item) => known.has(item.id)),
          presence,
        }),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const meetingId = params['meetingId'] ?? ''
  const itemId = String(form.get('itemId') ?? '')
  const memberId = String(form.get('memberId') ?? '')
  switch (form.get('_do')) {
    case 'put':
      await act((ctx) => putOnAgenda(ctx, meetingId, form.getAll('dossier').map(String)))
      break
    case 'change': {
      const [name, date, time, place] = [form.get('name'), form.get('day'), form.get('time'), form.get('place')]
      await act((ctx) => changeMeeting(ctx, meetingId, { name, date, time, place }, versionFrom(form.get('_version'))))
      break
    }
    case 'move':
      await act((ctx) => moveItem(ctx, itemId, Number(form.get('place'))))
      break
    case 'remove':
      await act((ctx) => removeFromAgenda(ctx, itemId, form.get('reason')))
      break
    case 'release':
      await act((ctx) => releasePack(ctx, meetingId, { reason: form.get('reason') }))
      break
    case 'arrive':
      await act((ctx) => recordArrival(ctx, meetingId, memberId))
      break
    case 'leave':
      await act((ctx) => recordLeaving(ctx, meetingId, memberId))
      break
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
  return redirect(`/tinh/hoi-dong/${params['councilId']}/ky-hop/${meetingId}`, 303)
})

export default function OfficeMeeting({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal: FormRefusal | undefined = answered && 'refused' in answered ? answered : undefined
  const { meeting, slots, waiting, lead, presence, openings, checks } = loaderData
  const here = `/tinh/hoi-dong/${meeting.councilId}/ky-hop/${meeting.id}`
  return (
    <Page
      title={meeting.name}
      crumbs={[
        { href: '/tinh/hoi-dong', label: words.councils[language] },
        { href: `/tinh/hoi-dong/${meeting.councilId}`, label: words.council[language] },
      ]}
      marks={
        <>
          <State kind={meetingWords[meeting.state].mark} boxed>
            {meetingWords[meeting.state][language]}
          </State>
          <span className="hint">
            <span className="num">{formatDateTime(meeting.startsAt)}</span>
            {meeting.place === '' ? '' : `, ${meeting.place}`} · {meeting.roundName} · {modeWords[meeting.mode][language]}
            {meeting.releasedAt === null ? '' : ` · ${fill(words.releasedAt[language], { time: formatDateTime(meeting.releasedAt) })}`}
          </span>
        </>
      }
      actions={
        slots.length === 0 ? undefined : (
          <>
            {meeting.mode === 'writtenOpinion' && meeting.state !== 'planned' ? (
              <ButtonLink kind="quiet" href={`/hoi-dong/ky-hop/${meeting.id}/y-kien`}>
                {opinionWords.toBoard[language]}
              </ButtonLink>
            ) : null}
            <ButtonLink kind="quiet" href={`${here}/chuan-bi`}>
              {work.prepare[language]}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`${here}/xung-dot`}>
              {words.conflicts[language]}
            </ButtonLink>
            {meeting.state === 'closed' ? (
              <ButtonLink kind="quiet" href={`/hoi-dong/ky-hop/${meeting.id}/bao-cao`}>
                {work.report[language]}
              </ButtonLink>
            ) : null}
          </>
        )
      }
    >
      <div className="stack">
        {refusal === undefined || refusal.values['_do'] === 'change' ? null : (
          <Form refusal={refusal}>
            <ErrorSummary />
          </Form>
        )}
        {meeting.lateReason === null ? null : (
          <Notice kind="warn">
            <p>{fill(words.wasLate[language], { reason: meeting.lateReason })}</p>
          </Notice>
        )}
        {meeting.state === 'planned' ? (
          <ChangeMeeting meeting={meeting} refusal={refusal?.values['_do'] === 'change' ? refusal : undefined} />
        ) : null}
        <h2>{words.agenda[language]}</h2>
        {slots.length === 0 ? (
          <EmptyState title={words.emptyAgenda[language]} />
        ) : (
          <Agenda slots={slots} planned={meeting.state === 'planned'} />
        )}
        {meeting.state === 'planned' ? (
          <>
            <Panel title={words.waiting[language]}>
              {waiting.length === 0 ? (
                <p className="hint">{words.noWaiting[language]}</p>
              ) : (
                <Form>
                  <Checks
                    name="dossier"
                    label={words.waiting[language]}
                    choices={waiting.map((row) => ({
                      value: row.id,
                      label: row.product,
                      hint: `${row.producer} · ${language === 'vi' ? 'Bộ' : 'Set'} ${row.setNo}`,
                    }))}
                  />
                  <Button kind="quiet" name="_do" value="put">
                    {words.put[language]}
                  </Button>
                </Form>
              )}
            </Panel>
            {slots.length === 0 ? null : (
              <Panel title={words.release[language]}>
                <Form refusal={refusal?.values['_do'] === 'release' ? refusal : undefined}>
                  <p>{fill(words.lead[language], { days: lead.days, needed: lead.needed })}</p>
                  {lead.late ? <TextArea name="reason" label={words.lateReason[language]} rows={2} /> : null}
                  <Button name="_do" value="release">
                    {words.release[language]}
                  </Button>
                </Form>
              </Panel>
            )}
          </>
        ) : null}
        <Validity checks={checks} />
        {presence === null ? null : (
          <Panel title={words.presence[language]} small id="co-mat">
            <PresenceTable lines={presence} editable={meeting.state !== 'closed'} />
          </Panel>
        )}
        {meeting.releasedAt === null ? null : (
          <Openings openings={openings} slots={slots} names={Object.fromEntries(meeting.seats.map((seat) => [seat.memberId, seat.name]))} />
        )}
      </div>
    </Page>
  )
}
