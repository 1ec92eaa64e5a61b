import { redirect } from 'react-router'
import { decisionRights } from '#/programme/certificate/certificate.policy.ts'
import { cancelDecision } from '#/programme/certificate/decision.actions.ts'
import { decisionById, itemsOf } from '#/programme/certificate/decision.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { WordLink } from '../ui/word-link.tsx'
import type { Route } from './+types/decision.page'
import { DecisionState } from './decision-state.tsx'
import { DecisionList, decisionItems } from './decision-list.tsx'
import { decisionWords as words } from './decision.messages.ts'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const decision = await decisionById(db, actor.authority, params['id'] ?? '')
  const rights = decisionRights(actor, decision)
  mustSee(rights.see)
  return { decision, rights, items: decisionItems(await itemsOf(db, decision.id)) }
})

export const action = pageAction(async ({ act, params, form }) => {
  await act((ctx) => cancelDecision(ctx, params['id'] ?? '', String(form.get('reason') ?? '')))
  return redirect('/tinh/quyet-dinh')
})

export default function Decision({ loaderData: { decision, rights, items }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page
      title={decision.title}
      crumbs={[{ href: '/tinh/quyet-dinh', label: words.title[language] }]}
      marks={<DecisionState state={decision.state} number={decision.number} boxed />}
    >
      <div className="stack-l">
        <p className="row">
          {decision.documentId === null ? (
            <>
              <ButtonLink kind="quiet" icon="doc" href={`/lanh-dao/ky-ban-hanh/${decision.id}/ban-thao`} target="_blank">
                {words.preview[language]}
              </ButtonLink>
              <WordLink href={`/lanh-dao/ky-ban-hanh/${decision.id}/ban-thao?dang=word`} />
            </>
          ) : (
            <>
              <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${decision.documentId}`}>
                {words.openPaper[language]}
              </ButtonLink>
              <WordLink href={`/tep/van-ban/${decision.documentId}.docx`} />
            </>
          )}
        </p>
        <section>
          <h2>{words.list[language]}</h2>
          <DecisionList items={items} kind={decision.kind} />
        </section>
        {rights.cancel ? (
          <Panel title={words.giveUp[language]} className="measure">
            <p className="hint">{words.giveUpHint[language]}</p>
            <Form refusal={actionData}>
              <ErrorSummary />
              <Field name="reason" label={words.reason[language]} maxLength={500} />
              <Button kind="danger">{words.giveUp[language]}</Button>
            </Form>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
