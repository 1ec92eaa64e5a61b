import { redirect, useActionData } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate, formatTime } from '#/platform/text/format.ts'
import { agendaFor } from '#/programme/council/agenda.view.ts'
import { councilFor } from '#/programme/council/council.lists.ts'
import { issueInvitation } from '#/programme/council/invitation.actions.ts'
import { invitationsOf } from '#/programme/council/invitation.store.ts'
import { setPresentation } from '#/programme/council/presentation.actions.ts'
import { slotsOf } from '#/programme/council/presentation.store.ts'
import { nameSubstitute, withdrawSubstitute } from '#/programme/council/substitute.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words as councilWords } from './council-office.messages.ts'
import { Invitation, Presentations, Substitutes } from './council-session-parts.tsx'
import { words } from './council-work.messages.ts'
import type { Route } from './+types/council-session.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { meeting, mine, slots } = await agendaFor(db, actor, params['meetingId'] ?? '', now)
  mustSee(mine.isOffice && meeting.councilId === params['councilId'])
  const { accounts, bodies } = await councilFor(db, actor, meeting.councilId, now)
  const times = await slotsOf(
    db,
    slots.flatMap((slot) => (slot.kind === 'item' ? [slot.itemId] : [])),
  )
  const taken = new Set(meeting.seats.map((seat) => seat.accountId))
  return {
    meeting: { id: meeting.id, name: meeting.name, councilId: meeting.councilId, state: meeting.state },
    seats: meeting.seats,
    accounts: accounts.filter((account) => !taken.has(account.id)),
    bodies,
    invitations: await invitationsOf(db, meeting.id),
    slots: slots.map((slot) => {
      if (slot.kind === 'recused') return { ordinal: slot.ordinal, known: null }
      const time = times.find((entry) => entry.itemId === slot.itemId)
      return {
        ordinal: slot.ordinal,
        known: {
          itemId: slot.itemId,
          product: slot.product,
          producer: slot.producer,
          from: time?.from ? formatTime(time.from) : '',
          to: time?.to ? formatTime(time.to) : '',
        },
      }
    }),
    today: formatDate(plainDateOf(now)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const meetingId = params['meetingId'] ?? ''
  const here = `/tinh/hoi-dong/${params['councilId']}/ky-hop/${meetingId}/chuan-bi`
  const given = (name: string) => form.get(name)
  switch (given('_do')) {
    case 'invite':
      await act((ctx) =>
        issueInvitation(ctx, meetingId, {
          number: given('number'),
          date: given('date'),
          signer: given('signer'),
          signerPost: given('signerPost'),
          content: given('content'),
          guests: given('guests'),
          reason: given('reason'),
        }),
      )
      return redirect(`${here}#giay-moi`, 303)
    case 'substitute':
      await act((ctx) =>
        nameSubstitute(ctx, meetingId, {
          memberId: given('memberId'),
          accountId: given('accountId'),
          bodyId: given('bodyId'),
          post: given('post'),
          mandateNumber: given('mandateNumber'),
          mandateDate: given('mandateDate'),
        }),
      )
      return redirect(`${here}#du-thay`, 303)
    case 'withdraw':
      await act((ctx) => withdrawSubstitute(ctx, meetingId, String(given('memberId') ?? ''), given('reason')))
      return redirect(`${here}#du-thay`, 303)
    case 'slot':
      await act((ctx) => setPresentation(ctx, String(given('itemId') ?? ''), { from: given('from'), to: given('to') }))
      return redirect(`${here}#trinh-bay`, 303)
    default:
      throw new AppError('badRequest', { reason: '_do' })
  }
})

export default function SessionWork({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const refusal = answered && 'refused' in answered ? answered : undefined
  const { meeting } = loaderData
  return (
    <Page
      title={words.prepare[language]}
      lead={meeting.name}
      crumbs={[
        { href: '/tinh/hoi-dong', label: councilWords.councils[language] },
        { href: `/tinh/hoi-dong/${meeting.councilId}`, label: councilWords.council[language] },
        { href: `/tinh/hoi-dong/${meeting.councilId}/ky-hop/${meeting.id}`, label: meeting.name },
      ]}
    >
      <div className="stack">
        <Invitation loaded={loaderData} refusal={refusal} />
        <Presentations loaded={loaderData} refusal={refusal} />
        <Substitutes loaded={loaderData} refusal={refusal} />
      </div>
    </Page>
  )
}
