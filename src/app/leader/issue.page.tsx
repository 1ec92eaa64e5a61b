import { redirect } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { decisionRights } from '#/programme/certificate/certificate.policy.ts'
import { issueDecision } from '#/programme/certificate/decision.actions.ts'
import { readIssuing } from '#/programme/certificate/decision-input.ts'
import { DECISION_SYMBOL } from '#/programme/certificate/decision-paper.ts'
import { decisionById, itemsOf, reservedNumbers } from '#/programme/certificate/decision.store.ts'
import { bodiesOf } from '#/programme/people/bodies.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { DecisionList, decisionItems } from '../office/decision-list.tsx'
import { DecisionState } from '../office/decision-state.tsx'
import { decisionWords as words, fillIn } from '../office/decision.messages.ts'
import { IssuingFields } from '../office/issuing-fields.tsx'
import { formText, issuingForm } from '../office/issuing-form.server.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { DonePanel } from '../ui/done-panel.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { WordLink } from '../ui/word-link.tsx'
import type { Route } from './+types/issue.page'

export const loader = pageLoader(async ({ db, actor, params, url, now }) => {
  const decision = await decisionById(db, actor.authority, params['id'] ?? '')
  const rights = decisionRights(actor, decision)
  mustSee(rights.see)
  const { committee } = await bodiesOf(db, actor.authority)
  return {
    decision,
    rights,
    items: decisionItems(await itemsOf(db, decision.id)),
    reserved: rights.issue && committee ? await reservedNumbers(db, committee.id, DECISION_SYMBOL) : [],
    today: formatDate(plainDateOf(now)),
    justIssued: url.searchParams.has('xong'),
  }
})

export const action = pageAction(async ({ db, act, actor, params, form, now }) => {
  const id = params['id'] ?? ''
  const given = issuingForm(form)
  const version = Number(formText(form, '_version'))
  if (formText(form, 'intent') !== 'issue') {
    const decision = await decisionById(db, actor.authority, id)
    mustSee(decisionRights(actor, decision).see)
    // The same reading as the issuing itself, so that the last check never shows what would then be refused.
    const issuing = readIssuing(given, plainDateOf(now), '1900-01-01')
    return { check: { ...given, issuedOn: formatDate(issuing.issuedOn) }, version }
  }
  await act((ctx) => issueDecision(ctx, id, given, version))
  return redirect(`/lanh-dao/ky-ban-hanh/${id}?xong=1`)
})

export default function Issue({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, rights, items, justIssued } = loaderData
  const language = useLanguage()
  const check = actionData && 'check' in actionData ? actionData : null
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  return (
    <Page
      title={check ? words.checkTitle[language] : decision.title}
      crumbs={[{ href: '/lanh-dao/ky-ban-hanh', label: words.issueTitle[language] }]}
      marks={<DecisionState state={decision.state} number={decision.number} boxed />}
    >
      {justIssued && decision.state === 'issued' ? (
        <DonePanel title={fillIn(words.doneTitle[language], { number: decision.number ?? '' })}>
          <p>{words.doneNext[language]}</p>
        </DonePanel>
      ) : null}
      {check ? (
        <LastCheck {...loaderData} values={check.check} version={check.version} />
      ) : (
        <div className="stack-l mt">
          <p className="row">
            {decision.state === 'issued' && decision.documentId !== null ? (
              <>
                <ButtonLink kind="quiet" icon="doc" href={`/tep/van-ban/${decision.documentId}`}>
                  {words.openPaper[language]}
                </ButtonLink>
                <WordLink href={`/tep/van-ban/${decision.documentId}.docx`} />
              </>
            ) : (
              <>
                <ButtonLink kind="quiet" icon="doc" href={`/lanh-dao/ky-ban-hanh/${decision.id}/ban-thao`} target="_blank">
                  {words.preview[language]}
                </ButtonLink>
                <WordLink href={`/lanh-dao/ky-ban-hanh/${decision.id}/ban-thao?dang=word`} />
              </>
            )}
          </p>
          <section>
            <h2>{words.list[language]}</h2>
            <DecisionList items={items} kind={decision.kind} />
          </section>
          {rights.issue ? (
            <Panel title={words.issueTitle[language]} className="measure">
              <Form refusal={refusal} version={decision.version}>
                <ErrorSummary />
                <input type="hidden" name="intent" value="check" />
                <IssuingFields reserved={loaderData.reserved} today={loaderData.today} />
                <Button>{words.toCheck[language]}</Button>
              </Form>
            </Panel>
          ) : null}
        </div>
      )}
    </Page>
  )
}

type CheckProps = Route.ComponentProps['loaderData'] & {
  values: { numberKind: string; reserved: string; irregular: string; issuedOn: string; signerName: string; signerPost: string }
  version: number
}

function LastCheck({ decision, items, reserved, values, version }: CheckProps) {
  const language = useLanguage()
  const number =
    values.numberKind === 'next'
      ? words.next[language]
      : values.numberKind === 'irregular'
        ? `${values.irregular}/QĐ-UBND`
        : (reserved.find((entry) => entry.id === values.reserved)?.printed ?? '')
  return (
    <div className="stack-l">
      <p className="lead">{words.checkLead[language]}</p>
      <Facts
        facts={[
          { label: words.subject[language], value: decision.title },
          { label: words.numberKind[language], value: number },
          { label: words.issuedOn[language], value: values.issuedOn },
          { label: words.signer[language], value: values.signerName, note: values.signerPost.replaceAll('\n', ', ') },
          { label: words.count[language], value: items.length },
        ]}
      />
      <DecisionList items={items} kind={decision.kind} />
      <p className="strong">
        {fillIn((decision.kind === 'recognition' ? words.effect : words.effectApproval)[language], { n: items.length })}
      </p>
      <Form version={version}>
        <input type="hidden" name="intent" value="issue" />
        {Object.entries(values).map(([name, value]) =>
          name === 'signerPost' ? (
            <textarea key={name} name={name} defaultValue={value} hidden readOnly />
          ) : (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <div className="row">
          <Button icon="check">{words.issue[language]}</Button>
          <ButtonLink kind="quiet" href={`/lanh-dao/ky-ban-hanh/${decision.id}`}>
            {words.change[language]}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}
