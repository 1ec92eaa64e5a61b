import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { firstBallotsFor } from '#/programme/council/first-ballots.view.ts'
import { groundWords, waysText } from '#/programme/council/opinion.messages.ts'
import { pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { fill } from './council-pages.messages.ts'
import { words } from './opinion.messages.ts'
import type { Route } from './+types/first-ballots.page'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => ({
  first: await firstBallotsFor(db, services.regulations, actor, params['itemId'] ?? '', now),
}))

export default function FirstBallotsPage({ loaderData: { first } }: Route.ComponentProps) {
  const language = useLanguage()
  const { item, call, comparison } = first
  const ways = waysText(call.ways, language)
  return (
    <Page
      title={`${words.firstBallots[language]}: ${item.product}`}
      crumbTitle={words.firstBallots[language]}
      lead={words.firstBallotsLead[language]}
      crumbs={[{ href: `/hoi-dong/muc/${item.id}`, label: `${words.item[language]} ${item.ordinal}` }]}
      marks={<PrintButton />}
    >
      <div className="stack">
        <Notice title={groundWords[call.ground][language]}>
          {ways === '' ? null : <p>{ways}</p>}
          <p>
            {fill(words.firstBallotsCount[language], {
              date: formatDate(plainDateOf(call.calledAt)),
              ballots: call.ballots,
              silent: call.silent,
            })}
          </p>
        </Notice>
        {comparison.columns.length === 0 ? (
          <p className="hint">{words.firstBallotsNone[language]}</p>
        ) : (
          <ComparisonTable caption={words.firstBallots[language]} comparison={comparison} />
        )}
      </div>
    </Page>
  )
}
