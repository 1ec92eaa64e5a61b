import { formatDate } from '#/platform/text/format.ts'
import { keepsMoney, readsMoney } from '#/programme/money/money.policy.ts'
import { mustSee } from '#/programme/refuse.ts'
import { addPolicy } from '#/programme/reward/policy.actions.ts'
import { policiesOf } from '#/programme/reward/reward.store.ts'
import { policyWords } from '#/programme/reward/reward.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Dong } from '../money/figures.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { PolicyFields } from './policy-fields.tsx'
import { words } from './reward.messages.ts'
import type { Route } from './+types/policies.page'

export const loader = pageLoader(async ({ db, actor }) => {
  mustSee(readsMoney(actor, actor.authority))
  return { policies: await policiesOf(db, actor.authority), keep: keepsMoney(actor, actor.authority) }
})

export const action = pageAction(async ({ act, form }) => saved(`/thuong/chinh-sach/${await act((ctx) => addPolicy(ctx, textsOf(form)))}`))

export default function Policies({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { policies, keep } = loaderData
  return (
    <Page title={words.policies[language]} crumbs={[{ href: '/thuong', label: words.rewards[language] }]}>
      <div className="stack-l">
        {policies.length === 0 ? (
          <EmptyState title={words.noPolicies[language]} />
        ) : (
          <Table
            caption={words.policies[language]}
            rows={policies}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                label: words.policyTitle[language],
                head: true,
                cell: (row) => (
                  <a href={`/thuong/chinh-sach/${row.id}`}>
                    <b>{row.title}</b>
                  </a>
                ),
              },
              {
                key: 'valid',
                label: words.validFrom[language],
                cell: (row) => [formatDate(row.validFrom), row.validTo === null ? '' : formatDate(row.validTo)].filter(Boolean).join(' – '),
              },
              { key: 'star3', label: words.star3[language], align: 'right', cell: (row) => <Dong value={row.star3} /> },
              { key: 'star4', label: words.star4[language], align: 'right', cell: (row) => <Dong value={row.star4} /> },
              { key: 'star5', label: words.star5[language], align: 'right', cell: (row) => <Dong value={row.star5} /> },
              {
                key: 'state',
                label: words.state[language],
                narrow: 'full',
                cell: (row) => <State kind={policyWords[row.state].mark}>{policyWords[row.state][language]}</State>,
              },
            ]}
          />
        )}
        {keep ? (
          <Panel title={words.addPolicy[language]} small className="measure">
            <DeedForm deed="add" answer={actionData} label={words.addPolicy[language]}>
              <PolicyFields />
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
