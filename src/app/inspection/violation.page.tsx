import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { inspectionHistory } from '#/programme/inspection/inspection.store.ts'
import { decideProposal, proposeWithdrawal } from '#/programme/inspection/proposal.actions.ts'
import { answerViolation, closeViolation, extendViolation, judgeAnswer } from '#/programme/inspection/violation.actions.ts'
import { violationById } from '#/programme/inspection/violation.store.ts'
import { isLate, remedyWords, severityWords, violationKindWords, violationStateWords } from '#/programme/inspection/violation.ts'
import { AttachmentList } from '../files/attachments.tsx'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { incomingFiles, incomingPhotos, textsOf } from '../producer/incoming.server.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { State } from '../ui/state.tsx'
import { Answers, AnswerPanel, OfficePanels } from './answer-panels.tsx'
import { homeOf } from './home.ts'
import { verbWords, words } from './inspection.messages.ts'
import { Proposals, ProposePanel } from './proposal-panels.tsx'
import type { Route } from './+types/violation.page'

export const loader = pageLoader(async ({ db, services, actor, params, now, lang }) => {
  const file = await violationById(db, actor, params['violation'])
  const { violation, rights } = file
  const today = plainDateOf(now)
  const grounds = services.regulations.current.regulation.withdrawal?.grounds ?? []
  return {
    ...file,
    late: isLate(violation, today),
    home: homeOf(actor),
    files: await attachmentsOf(db, 'violation', [violation.id]),
    grounds: grounds.map((ground) => ({ value: ground.id, label: `${ground.id}) ${ground.title[lang]}` })),
    history: rights.inner ? await inspectionHistory(db, 'violation', violation.id) : [],
  }
})

export const action = pageAction(async (page) => {
  const { act, form, params } = page
  const id = params['violation'] ?? ''
  const texts = textsOf(form)
  const deed = texts['deed']
  if (deed === 'judge') await act((ctx) => judgeAnswer(ctx, id, texts))
  else if (deed === 'extend') await act((ctx) => extendViolation(ctx, id, texts))
  else if (deed === 'close') await act((ctx) => closeViolation(ctx, id, texts))
  else if (deed === 'propose') await act((ctx) => proposeWithdrawal(ctx, id, texts))
  else if (deed === 'decide') await act((ctx) => decideProposal(ctx, texts['proposal'], texts))
  else {
    const photos = await incomingPhotos(page, form, 'photos')
    const files = await incomingFiles(page, form, 'files')
    await act((ctx) => answerViolation(ctx, id, texts, { photos, files }))
  }
  return saved(`/hau-kiem/vi-pham/${id}`)
})

export default function ViolationPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { violation, rights, answers, proposals, files, grounds, home, late } = loaderData
  const state = violationStateWords[violation.state]
  const said = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }])
  const ground = grounds.find((one) => one.value === violation.ground)
  return (
    <Page
      title={violationKindWords[violation.kind][language]}
      eyebrow={words.violation[language]}
      crumbs={[
        { href: home, label: words.inspections[language] },
        ...(rights.inspection
          ? [{ href: `/hau-kiem/${violation.inspectionId}`, label: violation.record ?? words.inspection[language] }]
          : []),
      ]}
      layout="measure"
      marks={
        late ? (
          <State kind="late" boxed>
            {words.lateHint[language]}
          </State>
        ) : (
          <State kind={state.mark} boxed>
            {state[language]}
          </State>
        )
      }
      actions={<PrintButton />}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.whatFound[language], value: violation.what },
            ...said(words.product[language], violation.product ?? ''),
            ...said(words.goods[language], violation.goods),
            ...said(words.producer[language], violation.producer ?? ''),
            { label: words.severity[language], value: severityWords[violation.severity][language] },
            ...(ground === undefined ? [] : said(words.ground[language], ground.label)),
            {
              label: words.remedy[language],
              value: remedyWords[violation.remedy][language],
              ...(violation.ordered === '' ? {} : { note: violation.ordered }),
            },
            ...said(words.forwardedTo[language], violation.forwardedTo),
            ...(violation.dueOn === null
              ? []
              : [{ label: words.fixBy[language], value: <span className="num">{formatDate(violation.dueOn)}</span> }]),
            ...said(words.reason[language], violation.endReason),
            ...(rights.inspection
              ? [
                  {
                    label: words.inspection[language],
                    value: <a href={`/hau-kiem/${violation.inspectionId}`}>{violation.record}</a>,
                    note: violation.doneOn === null ? '' : formatDate(violation.doneOn),
                  },
                ]
              : []),
          ]}
        />
        {rights.owner && (violation.state === 'open' || violation.state === 'returned') ? <AnswerPanel answer={actionData} /> : null}
        <Proposals proposals={proposals} grounds={grounds} decide={rights.decide} answer={actionData} />
        <Answers answers={answers} />
        <AttachmentList files={files} />
        {rights.keep ? <OfficePanels state={violation.state} answer={actionData} /> : null}
        {rights.keep && violation.productId !== null ? (
          <ProposePanel state={violation.state} ground={violation.ground} doneOn={violation.doneOn} grounds={grounds} answer={actionData} />
        ) : null}
        {rights.inner ? <LedgerLines lines={loaderData.history} verbs={verbWords} /> : null}
      </div>
    </Page>
  )
}
