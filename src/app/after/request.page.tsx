import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { answerByReassessment } from '#/programme/objection/ministry-request.actions.ts'
import { requestKindWords, requestWords } from '#/programme/objection/ministry-request.ts'
import { requestFor } from '#/programme/objection/ministry-request.store.ts'
import { ReasonDeed } from '../idea/deed-form.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Facts } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { words } from './after.messages.ts'
import { FileList } from './file-list.tsx'
import type { Route } from './+types/request.page'

export const loader = pageLoader(({ db, actor, params }) => requestFor(db, actor, params['id']))

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => answerByReassessment(ctx, id, { reason: textsOf(form)['reason'] }))
  return saved(`/tinh/yeu-cau-cua-bo/${id}`)
})

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { request, files, rights } = loaderData
  return (
    <Page
      title={`${requestKindWords[request.kind][language]}: ${request.productName}`}
      crumbs={[{ href: '/tinh/yeu-cau-cua-bo', label: words.requests[language] }]}
      layout="measure"
      marks={<State kind={requestWords[request.state].mark}>{requestWords[request.state][language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.requestNumber[language], value: request.number, note: formatDate(request.datedOn) },
            { label: words.producer[language], value: request.producerName },
            { label: words.requestContent[language], value: request.content },
            ...(request.answeredAt === null
              ? []
              : [{ label: words.requestAnswer[language], value: request.answer, note: formatInstantDate(request.answeredAt) }]),
            { label: words.dossier[language], value: <a href={`/tinh/ho-so/${request.dossierId}`}>{request.productName}</a> },
          ]}
        />
        <FileList files={files} />
        {rights.reassess ? (
          <Panel title={words.toReassess[language]} small>
            <p className="hint">{words.toReassessHint[language]}</p>
            <ReasonDeed kind="primary" deed="reassess" answer={actionData} label={words.toReassess[language]} />
          </Panel>
        ) : null}
        {request.kind === 'recall' && request.certificateId !== null ? (
          <p>
            <ButtonLink kind={rights.recall ? 'primary' : 'quiet'} href={`/tinh/chung-nhan/${request.certificateId}/thu-hoi-cong-nhan`}>
              {(rights.recall ? words.toRecall : words.recall)[language]}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </Page>
  )
}
