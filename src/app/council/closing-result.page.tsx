import { redirect, useActionData } from 'react-router'
import { formatDateTime } from '#/platform/text/format.ts'
import { outcomeWords } from '#/programme/council/closing.messages.ts'
import { resultView } from '#/programme/council/result.view.ts'
import { supersedeResult } from '#/programme/council/result.actions.ts'
import { editableDocuments } from '#/programme/document/source.store.ts'
import { words as work } from '../office/council-work.messages.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Disclose } from '../ui/disclose.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { WordLink } from '../ui/word-link.tsx'
import { Discussions, SheetsTable, SpreadPanel } from './closing-board.tsx'
import { Matrix, Proof } from './closing-proof.tsx'
import { Confirm } from './closing-presses.tsx'
import { fill, words } from './closing-pages.messages.ts'
import type { Route } from './+types/closing-result.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const result = await resultView(db, actor, params['itemId'] ?? '', now)
  const papers = [...result.papers, ...result.minutes].map((paper) => paper.id)
  return { result, editable: [...(await editableDocuments(db, papers))] }
})

export const action = pageAction(async ({ act, form, params, db, actor, now }) => {
  const { resultId } = await resultView(db, actor, params['itemId'] ?? '', now)
  await act((ctx) => supersedeResult(ctx, resultId, { reason: form.get('reason') }))
  return redirect('/thong-bao', 303)
})

export default function Result({ loaderData: { result, editable } }: Route.ComponentProps) {
  const language = useLanguage()
  const data = useActionData<typeof action>()
  const refusal = data && 'refused' in data ? data : undefined
  const { basis } = result
  return (
    <Page
      title={basis.product.name}
      tabTitle={`${words.result[language]}: ${basis.product.name}`}
      crumbTitle={words.result[language]}
      crumbs={[{ href: `/hoi-dong/ky-hop/${basis.meeting.id}/chot`, label: basis.meeting.name }]}
      eyebrow={`${basis.dossier.code} · ${basis.meeting.roundName} · bộ ${basis.set.no}, ${basis.regulation.number}`}
      lead={`${basis.producer.name}, ${basis.producer.address}`}
    >
      <div className="stack-l">
        {refusal ? <ErrorSummary refusal={refusal} scope="supersede" /> : null}
        {basis.ending ? (
          <Notice kind="bad" title={outcomeWords[basis.outcome][language]}>
            <p>{basis.ending.ruleText}</p>
            <p>
              {words.reason[language]}: {basis.ending.reason}
            </p>
            <p className="num">
              {fill(words.votedResult[language], {
                yes: basis.ending.votes.yes.length,
                no: basis.ending.votes.no.length,
                voters: basis.ending.votes.voters,
              })}
            </p>
          </Notice>
        ) : (
          <>
            <Proof basis={basis} />
            <div className="cols cols-2">
              <SpreadPanel basis={basis} />
              <SheetsTable basis={basis} />
            </div>
            <Discussions basis={basis} />
            {result.mayCompare ? (
              <p>
                <a className="tap" href={`/hoi-dong/ho-so/${result.itemId}/so-sanh`}>
                  {work.compare[language]}
                </a>
              </p>
            ) : null}
          </>
        )}
        <Panel title={words.papers[language]}>
          <ul className="list">
            {[...result.papers, ...result.minutes].map((paper) => (
              <li key={paper.id}>
                <a className="with-icon" href={`/tep/van-ban/${paper.id}`}>
                  <Icon name="download" />
                  {paper.title}
                </a>{' '}
                {editable.includes(paper.id) ? <WordLink href={`/tep/van-ban/${paper.id}.docx`} of={paper.title} /> : null}
              </li>
            ))}
            {basis.outcome === 'scored' ? (
              <li>
                <a className="with-icon" href={`/hoi-dong/ho-so/${result.itemId}/ket-qua/du-lieu.json`}>
                  <Icon name="download" />
                  {words.data[language]}
                </a>
              </li>
            ) : null}
          </ul>
          <p className="hint">
            {basis.closedBy.name}, {basis.closedBy.roleLabel}, <span className="num">{formatDateTime(new Date(basis.closedAt))}</span>.{' '}
            {words.print[language]}
          </p>
        </Panel>
        <Matrix basis={basis} />
        <Disclose summary={words.rules[language]}>
          <dl className="facts">
            {basis.rulesInWords.map((rule) => (
              <div key={rule.title}>
                <dt>{rule.title}</dt>
                <dd>{rule.value}</dd>
              </div>
            ))}
          </dl>
        </Disclose>
        {result.maySupersede ? (
          <Confirm
            verb="supersede"
            title={words.supersede[language]}
            ask={words.supersedeAsk[language]}
            sure={words.supersedePress[language]}
            reason={words.reason[language]}
            refusal={refusal}
            danger
          />
        ) : null}
      </div>
    </Page>
  )
}
