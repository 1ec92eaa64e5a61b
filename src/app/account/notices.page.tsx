import { formatDateTime } from '#/platform/text/format.ts'
import { noticesOf, noticeText } from '#/programme/people/notice.store.ts'
import { markNoticesSeen } from '#/programme/people/notice.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { accountMessages as words } from './account.messages.ts'
import type { Route } from './+types/notices.page'

export const loader = pageLoader(async ({ db, actor, lang }) => {
  const rows = await noticesOf(db, actor.accountId)
  return {
    notices: rows.map((row) => ({
      id: row.id,
      text: noticeText(row, lang),
      link: row.link,
      at: formatDateTime(row.createdAt),
      seen: row.seenAt !== null,
    })),
  }
})

export const action = pageAction(async ({ act }) => {
  await act(markNoticesSeen)
  return saved('/thong-bao')
})

export default function Notices({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { notices } = loaderData
  return (
    <Page title={words.notices[language]} layout="measure">
      {notices.length === 0 ? <EmptyState icon="info" title={words.noNotices[language]} /> : null}
      <ul className="tasks">
        {notices.map((notice) => (
          <li key={notice.id} className="task">
            <span>
              <a href={notice.link}>{notice.text}</a>
              <span className="hint num">{notice.at}</span>
            </span>
            {notice.seen ? null : <State kind="info">{words.unread[language]}</State>}
          </li>
        ))}
      </ul>
      {notices.some((notice) => !notice.seen) ? (
        <form method="post">
          <Button kind="quiet">{words.markSeen[language]}</Button>
        </form>
      ) : null}
    </Page>
  )
}
