import { redirect } from 'react-router'
import { formatDateTime } from '#/platform/text/format.ts'
import { openInvitation } from '#/programme/council/invitation.actions.ts'
import { ownInvitation } from '#/programme/council/invitation.store.ts'
import { meetingById } from '#/programme/council/meeting.store.ts'
import { found } from '#/programme/refuse.ts'
import { words } from '../office/council-work.messages.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words as councilWords } from './council-pages.messages.ts'
import type { Route } from './+types/invitation.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const meetingId = params['meetingId'] ?? ''
  const mine = found(await ownInvitation(db, meetingId, actor.accountId))
  const meeting = await meetingById(db, meetingId)
  return { mine, meeting: { name: meeting.name, councilName: meeting.councilName, startsAt: meeting.startsAt, place: meeting.place } }
})

export const action = pageAction(async ({ act, params }) => {
  const documentId = await act((ctx) => openInvitation(ctx, params['meetingId'] ?? ''))
  return redirect(`/tep/van-ban/${documentId}`, 303)
})

export default function OwnInvitation({ loaderData: { mine, meeting } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={`${words.invitation[language]} ${mine.number ?? ''}`}
      lead={`${meeting.name}, ${meeting.councilName}`}
      layout="measure"
      crumbs={[{ href: '/hoi-dong/ky-hop', label: councilWords.meetings[language] }]}
    >
      <div className="stack">
        <p>
          <span className="num">{formatDateTime(meeting.startsAt)}</span>
          {meeting.place === '' ? '' : `, ${meeting.place}`}
        </p>
        <Form>
          <p className="hint">
            {mine.openedAt === null ? words.openLead[language] : `${words.opened[language]} ${formatDateTime(mine.openedAt)}`}
          </p>
          <Button>{words.openLetter[language]}</Button>
        </Form>
      </div>
    </Page>
  )
}
