import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { DECISION_SYMBOL } from '#/programme/certificate/decision-paper.ts'
import { reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { versionFrom } from '#/programme/fields.ts'
import { cancelRecall, issueRecall, prepareRecall } from '#/programme/objection/recall.actions.ts'
import { recallFor } from '#/programme/objection/recall.store.ts'
import { recallWords, type RecallGround } from '#/programme/objection/recall.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { DeedForm, ReasonDeed } from '../idea/deed-form.tsx'
import { fill } from '../idea/idea.messages.ts'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Facts } from '../ui/facts.tsx'
import { useLanguage, type Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './after.messages.ts'
import { resultWords } from './result-words.ts'
import type { Route } from './+types/recall.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const found = await recallFor(db, actor, params['id'])
  const { committee } = await bodiesOf(db, found.certificate.authority)
  return {
    ...found,
    today: formatDate(plainDateOf(now)),
    reserved: found.rights.issue && committee ? await reservedNumbers(db, committee.id, DECISION_SYMBOL) : [],
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  const recallId = texts['recallId'] ?? ''
  if (texts['deed'] === 'prepare') await act((ctx) => prepareRecall(ctx, id, { reason: texts['reason'] }))
  else if (texts['deed'] === 'cancel') await act((ctx) => cancelRecall(ctx, recallId, { reason: texts['reason'] }))
  else await act((ctx) => issueRecall(ctx, recallId, issuingForm(form), versionFrom(texts['_version'])))
  return saved(`/tinh/chung-nhan/${id}/thu-hoi-cong-nhan`)
})

export default function RecallPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { certificate, recall, ground, rights } = loaderData
  const decided = [certificate.decisionNumber, certificate.decidedOn === null ? '' : formatDate(certificate.decidedOn)]
  return (
    <Page
      title={`${words.recall[language]}: ${certificate.productName}`}
      lead={words.recallLead[language]}
      crumbs={[
        { href: '/tinh/chung-nhan', label: words.certificates[language] },
        { href: `/tinh/chung-nhan/${certificate.id}`, label: certificate.productName },
      ]}
      layout="measure"
      marks={recall ? <State kind={recallWords[recall.state].mark}>{recallWords[recall.state][language]}</State> : undefined}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.recalled[language], value: decided.filter((part) => part).join(', '), note: certificate.productCode },
            { label: words.producer[language], value: certificate.producerName },
            ...(ground ? [{ label: words.ground[language], value: groundText(ground, language) }] : []),
            ...(recall ? [{ label: words.recallReason[language], value: recall.reason, note: recall.endReason }] : []),
            ...(recall?.number && recall.issuedOn
              ? [{ label: words.recallNumber[language], value: `${recall.number}, ${formatDate(recall.issuedOn)}` }]
              : []),
          ]}
        />
        {recall?.documentId ? (
          <p>
            <a className="tap" href={`/tep/van-ban/${recall.documentId}`}>
              {words.paper[language]}
            </a>
          </p>
        ) : null}
        {ground === null && recall?.state !== 'issued' ? <Notice kind="info">{words.noGround[language]}</Notice> : null}
        {recall?.state === 'draft' && !rights.issue ? <p className="hint">{words.waitsForLeader[language]}</p> : null}
        {rights.prepare ? (
          <DeedForm deed="prepare" answer={actionData} label={words.prepareRecall[language]}>
            <TextArea name="reason" label={words.recallReason[language]} rows={4} maxLength={2000} />
          </DeedForm>
        ) : null}
        {rights.issue && recall ? (
          <Panel title={words.issueRecall[language]} small>
            <p className="hint">{fill(words.issueRecallHint[language], { code: certificate.productCode })}</p>
            <DeedForm deed="issue" kind="danger" answer={actionData} label={words.issueRecall[language]}>
              <input type="hidden" name="recallId" value={recall.id} />
              <input type="hidden" name="_version" value={recall.version} />
              <IssuingFields reserved={loaderData.reserved} today={loaderData.today} />
            </DeedForm>
          </Panel>
        ) : null}
        {rights.cancel && recall ? (
          <Panel title={words.giveUpRecall[language]} small wash>
            <ReasonDeed deed="cancel" answer={actionData} label={words.giveUpRecall[language]}>
              <input type="hidden" name="recallId" value={recall.id} />
            </ReasonDeed>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}

function groundText(ground: RecallGround, language: Language): string {
  return ground.kind === 'request'
    ? fill(words.groundRequest[language], { number: ground.number, date: formatDate(ground.datedOn) })
    : fill(words.groundResult[language], { result: resultWords(ground, language) })
}
