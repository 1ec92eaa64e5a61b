import { formatDate } from '#/platform/text/format.ts'
import { fileObjection, withdrawObjection } from '#/programme/objection/objection.actions.ts'
import { ownObjection } from '#/programme/objection/objection.store.ts'
import { objectionWords, outcomeWords } from '#/programme/objection/objection.ts'
import { ReasonDeed } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import { FileList } from './file-list.tsx'
import type { Route } from './+types/own-objection.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const own = await ownObjection(db, actor, params['id'])
  const { objection, told, dossier } = own
  return {
    id: dossier.id,
    name: dossier.productName,
    told: told && { paperId: told.paperId, number: told.number, issuedOn: told.issuedOn },
    raised: own.raised,
    files: own.files,
    objection: objection && {
      state: objection.state,
      wants: objection.wants,
      outcome: objection.outcome,
      answer: objection.answer,
      dueOn: objection.dueOn,
      answerDocumentId: objection.answerDocumentId,
    },
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'withdraw') await act((ctx) => withdrawObjection(ctx, id, { reason: texts['reason'] }))
  else {
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => fileObjection(ctx, id, { wants: texts['wants'] }, files))
  }
  return saved(`/ho-so/${id}/kien-nghi`)
})

export default function OwnObjection({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { objection, told } = loaderData
  const open = objection !== null && objection.state !== 'answered' && objection.state !== 'withdrawn'
  return (
    <Page
      title={words.objection[language]}
      lead={words.objectionLead[language]}
      crumbs={[
        { href: '/ho-so', label: words.dossiers[language] },
        { href: `/ho-so/${loaderData.id}`, label: loaderData.name },
      ]}
      layout="measure"
      marks={objection ? <State kind={objectionWords[objection.state].mark}>{objectionWords[objection.state][language]}</State> : undefined}
    >
      <div className="stack-l">
        {told === null ? (
          <p className="hint">{words.noPaper[language]}</p>
        ) : (
          <p>
            {words.told[language]}:{' '}
            <a className="tap" href={`/tep/van-ban/${told.paperId}`}>
              {told.number}, {formatDate(told.issuedOn)}
            </a>
          </p>
        )}
        {objection ? (
          <>
            <Facts
              facts={[
                { label: words.wants[language], value: objection.wants },
                { label: words.dueObjection[language], value: formatDate(objection.dueOn) },
                ...(objection.outcome
                  ? [{ label: words.outcome[language], value: outcomeWords[objection.outcome][language], note: objection.answer }]
                  : []),
              ]}
            />
            <FileList files={loaderData.files} />
            {objection.answerDocumentId ? (
              <p>
                <a className="tap" href={`/tep/van-ban/${objection.answerDocumentId}`}>
                  {words.paper[language]}
                </a>
              </p>
            ) : null}
          </>
        ) : null}
        {told !== null && !loaderData.raised && !open ? (
          <Form upload refusal={refusalOf(actionData, 'send')}>
            <ErrorSummary />
            <input type="hidden" name="deed" value="send" />
            <TextArea name="wants" label={words.wants[language]} rows={6} maxLength={5000} />
            <FileField name="files" label={words.files[language]} multiple optional />
            <div>
              <Button>{words.send[language]}</Button>
            </div>
          </Form>
        ) : null}
        {open ? (
          <Panel title={words.withdraw[language]} small wash>
            <ReasonDeed deed="withdraw" answer={actionData} label={words.withdraw[language]} />
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
