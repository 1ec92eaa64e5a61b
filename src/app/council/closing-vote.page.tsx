import { redirect, useActionData } from 'react-router'
import { closingView } from '#/programme/council/closing.view.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { press } from './closing.actions.server.ts'
import { refusedVerb } from './closing-presses.tsx'
import { EndingsPanel, RaiseForm, SpreadVotes } from './closing-votes.tsx'
import { fill, words } from './closing-pages.messages.ts'
import type { Route } from './+types/closing-vote.page'

export const loader = pageLoader(async ({ db, services, actor, params, now }) => {
  const view = await closingView(db, services.regulations, actor, params['itemId'] ?? '', now)
  // The vote is about grounds and reasons: no score belongs on this page.
  return { view: { ...view, board: null, blockers: [], seats: null } }
})

export const action = pageAction(async (page) => redirect(await press(page, 'bieu-quyet'), 303))

export default function Vote({ loaderData: { view } }: Route.ComponentProps) {
  const language = useLanguage()
  const data = useActionData<typeof action>()
  const refusal = data && 'refused' in data ? data : undefined
  const verb = refusedVerb(refusal)
  return (
    <Page
      title={`${words.voteTitle[language]}: ${view.product}`}
      crumbTitle={words.voteTitle[language]}
      crumbs={[
        { href: '/hoi-dong/ky-hop', label: words.meetings[language] },
        { href: `/hoi-dong/ky-hop/${view.meeting.id}`, label: view.meeting.name },
      ]}
      eyebrow={fill(words.item[language], { ordinal: view.ordinal })}
    >
      <div className="stack-l">
        {refusal ? <ErrorSummary refusal={refusal} scope={verb} /> : null}
        {view.endings.length + view.resolutions.length === 0 ? <p>{words.noVotes[language]}</p> : null}
        <SpreadVotes view={view} />
        <EndingsPanel view={view} />
        <RaiseForm view={view} refusal={verb === 'raise' ? refusal : undefined} />
      </div>
    </Page>
  )
}
