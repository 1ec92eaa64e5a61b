import { formatDateTime } from '#/platform/text/format.ts'
import { meetingWords, modeWords } from '#/programme/council/council.messages.ts'
import { meetingsOfMember } from '#/programme/council/meeting.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { words } from './council-pages.messages.ts'
import type { Route } from './+types/meetings.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(actor.seats.length > 0)
  return {
    meetings: await meetingsOfMember(db, actor.seats),
  }
})

export default function Meetings({ loaderData: { meetings } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.meetings[language]}>
      {meetings.length === 0 ? (
        <EmptyState icon="folder" title={words.noMeetings[language]} hint={words.noMeetingsHint[language]} />
      ) : (
        <Table
          caption={words.meetings[language]}
          rows={meetings}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: words.meeting[language],
              head: true,
              cell: (row) => <a href={`/hoi-dong/ky-hop/${row.id}`}>{row.name}</a>,
            },
            {
              key: 'when',
              label: words.when[language],
              nowrap: true,
              cell: (row) => <span className="num">{formatDateTime(row.startsAt)}</span>,
            },
            { key: 'place', label: words.place[language], cell: (row) => row.place },
            { key: 'round', label: words.round[language], cell: (row) => row.roundName },
            { key: 'mode', label: words.mode[language], cell: (row) => modeWords[row.mode][language] },
            { key: 'items', label: words.items[language], align: 'right', cell: (row) => <span className="num">{row.items}</span> },
            {
              key: 'state',
              label: words.state[language],
              cell: (row) => <State kind={meetingWords[row.state].mark}>{meetingWords[row.state][language]}</State>,
            },
          ]}
        />
      )}
    </Page>
  )
}
