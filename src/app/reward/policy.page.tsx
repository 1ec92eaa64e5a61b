import { formatDate, formatDong } from '#/platform/text/format.ts'
import { versionFrom } from '#/programme/fields.ts'
import { ledgerOf } from '#/programme/money/money.store.ts'
import { approvePolicy, changePolicy, endPolicy } from '#/programme/reward/policy.actions.ts'
import { policyFor } from '#/programme/reward/policy.store.ts'
import { policyWords, renewalWords, upgradeWords } from '#/programme/reward/reward.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { refusalOf } from '../idea/refusal-of.ts'
import { LedgerLines } from '../money/money-history.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { PolicyFields } from './policy-fields.tsx'
import { verbWords, words } from './reward.messages.ts'
import type { Route } from './+types/policy.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const file = await policyFor(db, actor, params['id'])
  return { ...file, history: await ledgerOf(db, { kind: 'rewardPolicy', id: file.policy.id }) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  const texts = textsOf(form)
  if (texts['deed'] === 'approve') await act((ctx) => approvePolicy(ctx, id))
  else if (texts['deed'] === 'end') await act((ctx) => endPolicy(ctx, id))
  else await act((ctx) => changePolicy(ctx, id, texts, versionFrom(form.get('_version'))))
  return saved(`/thuong/chinh-sach/${id}`)
})

export default function PolicyPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { policy, rights, history } = loaderData
  const state = policyWords[policy.state]
  const dong = (value: number | null) => (value === null ? '–' : <span className="num">{formatDong(value)}</span>)
  return (
    <Page
      title={policy.title}
      crumbs={[
        { href: '/thuong', label: words.rewards[language] },
        { href: '/thuong/chinh-sach', label: words.policies[language] },
      ]}
      layout="measure"
      marks={<State kind={state.mark}>{state[language]}</State>}
    >
      <div className="stack-l">
        <Facts
          facts={[
            { label: words.policyPaper[language], value: policy.decisionNumber },
            { label: words.validFrom[language], value: formatDate(policy.validFrom) },
            ...(policy.validTo === null ? [] : [{ label: words.validTo[language], value: formatDate(policy.validTo) }]),
            { label: words.star3[language], value: dong(policy.star3) },
            { label: words.star4[language], value: dong(policy.star4) },
            { label: words.star5[language], value: dong(policy.star5) },
            { label: words.upgrade[language], value: upgradeWords[policy.upgrade][language] },
            { label: words.renewal[language], value: renewalWords[policy.renewal][language] },
          ]}
        />
        {rights.approve ? <DeedForm deed="approve" answer={actionData} label={words.approvePolicy[language]} /> : null}
        {rights.end ? <DeedForm deed="end" kind="danger" answer={actionData} label={words.endPolicy[language]} /> : null}
        {rights.change ? (
          <Panel title={words.save[language]} small wash>
            <Form refusal={refusalOf(actionData, 'change')} version={policy.version} scope="change">
              <ErrorSummary />
              <input type="hidden" name="deed" value="change" />
              <PolicyFields policy={policy} />
              <div>
                <Button kind="quiet">{words.save[language]}</Button>
              </div>
            </Form>
          </Panel>
        ) : null}
        <LedgerLines lines={history} verbs={verbWords} />
      </div>
    </Page>
  )
}
