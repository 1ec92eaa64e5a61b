import { planFor } from '#/programme/idea/plan.load.ts'
import { milestoneStates, milestoneWords } from '#/programme/idea/idea.workflow.ts'
import { reportMilestone } from '#/programme/idea/progress.actions.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Checks, Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './idea.messages.ts'
import type { Route } from './+types/milestone.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const file = await planFor(db, actor, params['id'])
  mustSee(file.rights.owner)
  const milestone = found(file.milestones.find((one) => one.id === params['milestone']))
  const library = await db
    .selectFrom('paper')
    .select(['id', 'title', 'number'])
    .where('producerId', '=', file.plan.producerId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute()
  return {
    planId: file.plan.id,
    name: file.plan.name,
    milestone,
    chosen: file.papers.filter((paper) => paper.milestoneId === milestone.id).map((paper) => paper.paperId),
    library: library.map((paper) => ({
      value: paper.id,
      label: [paper.title, paper.number ?? ''].filter((part) => part !== '').join(', '),
    })),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const [id, milestone] = [params['id'] ?? '', params['milestone'] ?? '']
  await act((ctx) => reportMilestone(ctx, id, milestone, { ...textsOf(form), papers: form.getAll('papers') }))
  return saved(`/phuong-an/${id}#tien-do`)
})

export default function MilestonePage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { planId, milestone, library } = loaderData
  return (
    <Page
      title={milestone.title}
      eyebrow={words.reportMilestone[language]}
      crumbs={[
        { href: '/y-tuong', label: words.ideas[language] },
        { href: `/phuong-an/${planId}`, label: loaderData.name },
      ]}
      layout="measure"
    >
      <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
        <ErrorSummary />
        <Radios
          name="state"
          label={words.state[language]}
          defaultValue={milestone.state}
          choices={milestoneStates.map((state) => ({ value: state, label: milestoneWords[state][language] }))}
        />
        <TextArea name="report" label={words.result[language]} rows={5} maxLength={3000} defaultValue={milestone.report} />
        {library.length === 0 ? (
          <p className="hint">{words.noPapers[language]}</p>
        ) : (
          <Checks
            name="papers"
            label={words.papers[language]}
            hint={words.papersHint[language]}
            optional
            defaultValues={loaderData.chosen}
            choices={library}
          />
        )}
        <div>
          <Button>{words.save[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
