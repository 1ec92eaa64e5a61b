import { answerSupplementItem } from '#/programme/dossier/filing.actions.ts'
import { rights } from '#/programme/dossier/dossier.policy.ts'
import { documentsFor, openSupplement } from '#/programme/dossier/dossier.store.ts'
import { formatDate } from '#/platform/text/format.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { DeadlineChip } from '../ui/deadline-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { daysLeft, ownFacts } from './dossier.server.ts'
import { placeOf } from './supplement-place.ts'
import { fill, words } from './producer.messages.ts'
import type { Route } from './+types/supplement.page'

export const loader = pageLoader(async (page) => {
  const facts = await ownFacts(page)
  const { dossier } = facts
  const request = await openSupplement(page.db, dossier.id)
  const papers = request ? await documentsFor(page.db, dossier.id, ['supplementRequest']) : []
  return {
    id: dossier.id,
    name: facts.product.name,
    may: rights(page.actor, dossier).resubmit,
    request: request
      ? {
          reason: request.reason,
          due: formatDate(request.dueOn),
          left: daysLeft(request.dueOn, page.now, page.lang),
          paperId: papers.findLast((one) => one.subjectId === request.id)?.id ?? null,
          items: request.items.map((item) => ({
            id: item.id,
            ordinal: item.ordinal,
            ask: item.ask,
            answer: item.answer ?? '',
            place: placeOf(item, facts, page.lang),
          })),
        }
      : null,
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const itemId = String(form.get('itemId') ?? '')
  await act((ctx) => answerSupplementItem(ctx, id, itemId, { answer: form.get('answer') }))
  return saved(`/ho-so/${id}/bo-sung#muc-${itemId}`)
})

export default function SupplementPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, request, may } = loaderData
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const open = request?.items.filter((item) => item.answer === '').length ?? 0
  return (
    <Page
      title={words.supplement[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${id}`, label: name },
      ]}
      layout="measure"
      marks={
        request === null ? undefined : (
          <DeadlineChip mood="soon">
            {request.left}, {request.due}
          </DeadlineChip>
        )
      }
    >
      {request === null ? (
        <EmptyState title={words.noSupplement[language]} action={<ButtonLink href={`/ho-so/${id}`}>{words.back[language]}</ButtonLink>} />
      ) : (
        <div className="stack">
          <p>{fill(words.supplementLead[language], { due: request.due })}</p>
          {request.reason === '' ? null : <p className="quote">{request.reason}</p>}
          {request.paperId === null ? null : (
            <p>
              <a className="tap" href={`/tep/van-ban/${request.paperId}`}>
                {words.requestPaper[language]}
              </a>
            </p>
          )}
          {request.items.map((item) => (
            <section className="stack panel" key={item.id} id={`muc-${item.id}`} aria-labelledby={`ten-${item.id}`}>
              <div className="row between">
                <h2 className="h3" id={`ten-${item.id}`}>
                  {item.ordinal}. {item.place.title}
                </h2>
                <State kind={item.answer === '' ? 'back' : 'done'}>
                  {item.answer === '' ? words.unanswered[language] : words.answered[language]}
                </State>
              </div>
              <p className="quote">{item.ask}</p>
              <p>
                <ButtonLink small kind="quiet" href={item.place.href}>
                  {words.openPlace[language]}
                </ButtonLink>
              </p>
              {may ? (
                <Form refusal={refusal?.values['itemId'] === item.id ? refusal : undefined} id={`tra-loi-${item.ordinal}`}>
                  <input type="hidden" name="itemId" value={item.id} />
                  <TextArea name="answer" label={words.supplementAnswer[language]} rows={3} maxLength={3000} defaultValue={item.answer} />
                  <div>
                    <Button small kind="quiet">
                      {words.saveAnswer[language]}
                      <span className="vh"> {item.ordinal}</span>
                    </Button>
                  </div>
                </Form>
              ) : null}
            </section>
          ))}
          {may && open === 0 ? (
            <p>
              <ButtonLink href={`/ho-so/${id}/kiem-tra`}>{words.fileAgainNow[language]}</ButtonLink>
            </p>
          ) : null}
        </div>
      )}
    </Page>
  )
}
