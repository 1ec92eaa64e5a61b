import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { closingList } from '#/programme/council/closing.list.ts'
import { itemWords } from '#/programme/council/council.messages.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Stars } from '../ui/star.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { fill, words } from './closing-pages.messages.ts'
import type { Route } from './+types/closing-list.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => closingList(db, actor, params['meetingId'] ?? '', now))

export default function ClosingList({ loaderData: { meeting, lines } }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={words.list[language]}
      crumbs={[
        { href: '/hoi-dong/ky-hop', label: words.meetings[language] },
        { href: `/hoi-dong/ky-hop/${meeting.id}`, label: meeting.name },
      ]}
      eyebrow={<span className="num">{formatDateTime(meeting.startsAt)}</span>}
    >
      <Table
        caption={words.list[language]}
        rows={lines}
        rowKey={(line) => line.itemId}
        columns={[
          {
            key: 'ordinal',
            label: fill(words.item[language], { ordinal: '' }).trim(),
            cell: (line) => <span className="num">{line.ordinal}</span>,
            narrow: 'kind',
          },
          {
            key: 'product',
            label: words.product[language],
            head: true,
            cell: (line) => <a href={`/hoi-dong/ho-so/${line.itemId}/dong`}>{line.product}</a>,
          },
          {
            key: 'state',
            label: words.state[language],
            cell: (line) => <State kind={itemWords[line.state].mark}>{itemWords[line.state][language]}</State>,
          },
          {
            key: 'sheets',
            label: words.sheet[language],
            align: 'right',
            cell: (line) => <span className="num">{fill('{final}/{of}', { final: line.final, of: line.of })}</span>,
          },
          {
            key: 'result',
            label: words.result[language],
            cell: (line) =>
              line.star === null ? null : (
                <>
                  <Stars count={line.star} /> <span className="num">{decimalComma(line.mean ?? '')}</span>
                </>
              ),
          },
        ]}
      />
    </Page>
  )
}
