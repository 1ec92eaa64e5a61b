import { redirect, useActionData } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { issueCouncilRules, saveCouncilRulesText } from '#/programme/council/council-paper.actions.ts'
import { councilRulesPapers } from '#/programme/council/council-paper.store.ts'
import { rulesText } from '#/programme/council/council-paper.ts'
import { councilForPapers } from '#/programme/council/council.lists.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words as councilWords } from './council-office.messages.ts'
import { IssuedPapers, PaperForms } from './council-paper.tsx'
import { words } from './council-work.messages.ts'
import type { Route } from './+types/council-rules-paper.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { council, seats, office } = await councilForPapers(db, actor, params['councilId'] ?? '')
  const papers = await councilRulesPapers(db, council.id)
  const seated = seats.filter((seat) => seat.leftOn === null)
  return {
    council: { id: council.id, name: council.name },
    office,
    papers,
    draft: papers.find((paper) => paper.state === 'draft') ?? null,
    firstText: rulesText({ ...council, secretaries: seated.filter((seat) => seat.role === 'secretary').length }),
    chair: seated.find((seat) => seat.role === 'chair')?.name ?? '',
    established: council.state === 'established',
    today: formatDate(plainDateOf(now)),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const councilId = params['councilId'] ?? ''
  const given = (name: string) => form.get(name)
  if (given('_do') === 'save')
    await act((ctx) => saveCouncilRulesText(ctx, councilId, { text: given('text'), version: Number(given('_version')) }))
  else if (given('_do') === 'issue')
    await act((ctx) => issueCouncilRules(ctx, councilId, { number: given('number'), date: given('date'), signer: given('signer') }))
  else throw new AppError('badRequest', { reason: '_do' })
  return redirect(`/tinh/hoi-dong/${councilId}/van-ban-quy-che`, 303)
})

export default function RulesPaper({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const { council, office, papers, draft, firstText, chair, established, today } = loaderData
  return (
    <Page
      title={words.rulesPaper[language]}
      lead={words.rulesPaperLead[language]}
      layout="measure"
      crumbs={
        office
          ? [
              { href: '/tinh/hoi-dong', label: councilWords.councils[language] },
              { href: `/tinh/hoi-dong/${council.id}`, label: councilWords.council[language] },
            ]
          : [{ href: '/hoi-dong/ky-hop', label: councilWords.meetings[language] }]
      }
    >
      <div className="stack">
        <IssuedPapers papers={papers} />
        <PaperForms
          draft={draft}
          firstText={firstText}
          mayIssue={established}
          chair={chair}
          today={today}
          refusal={answered && 'refused' in answered ? answered : undefined}
        />
      </div>
    </Page>
  )
}
