import { formatDate } from '#/platform/text/format.ts'
import { keepsMoney } from '#/programme/money/money.policy.ts'
import { addPolicy } from '#/programme/reward/policy.actions.ts'
import { listPolicies } from '#/programme/reward/policy.store.ts'
import { policyStates, policyWords } from '#/programme/reward/reward.ts'
import { DeedForm } from '../idea/deed-form.tsx'
import { Dong } from '../money/figures.tsx'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { Listing } from '../ui/listing.tsx'
import { Page } from '../ui/page.tsx'
import { PrintButton } from '../ui/page-tools.tsx'
import { Panel } from '../ui/panel.tsx'
import { State } from '../ui/state.tsx'
import { Filter, Toolbar } from '../ui/toolbar.tsx'
import { PER_PAGE, policyQuery } from './list-query.ts'
import { PolicyFields } from './policy-fields.tsx'
import { words } from './reward.messages.ts'
import type { Route } from './+types/policies.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const query = policyQuery(url.searchParams)
  return { ...(await listPolicies(db, actor, query)), query, search: url.search, keep: keepsMoney(actor, actor.authority) }
})

export const action = pageAction(async ({ act, form }) => saved(`/thuong/chinh-sach/${await act((ctx) => addPolicy(ctx, textsOf(form)))}`))

export default function Policies({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, keep } = loaderData
  return (
    <Page
      title={words.policies[language]}
      crumbs={[{ href: '/thuong', label: words.rewards[language] }]}
      className="print-wide"
      actions={<PrintButton />}
    >
      <div className="stack-l">
        {total === 0 && search === '' ? (
          <EmptyState
            title={words.noPolicies[language]}
            hint={words.noPoliciesHint[language]}
            action={keep ? <ButtonLink href="#them">{words.addPolicy[language]}</ButtonLink> : undefined}
          />
        ) : (
          <div>
            <Toolbar search={<Field name="q" type="search" label={words.findPolicy[language]} defaultValue={query.search} />}>
              <Filter
                name="trang-thai"
                label={words.state[language]}
                value={query.state}
                choices={policyStates.map((state) => ({ value: state, label: policyWords[state][language] }))}
              />
            </Toolbar>
            <Listing
              caption={words.policies[language]}
              rows={rows}
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
                  narrow: 'line',
                  label: words.validFrom[language],
                  cell: (row) =>
                    [formatDate(row.validFrom), row.validTo === null ? '' : formatDate(row.validTo)].filter(Boolean).join(' – '),
                },
                { key: 'star3', narrow: 'line', label: words.star3[language], align: 'right', cell: (row) => <Dong value={row.star3} /> },
                { key: 'star4', narrow: 'line', label: words.star4[language], align: 'right', cell: (row) => <Dong value={row.star4} /> },
                { key: 'star5', narrow: 'line', label: words.star5[language], align: 'right', cell: (row) => <Dong value={row.star5} /> },
                {
                  key: 'state',
                  label: words.state[language],
                  narrow: 'full',
                  cell: (row) => <State kind={policyWords[row.state].mark}>{policyWords[row.state][language]}</State>,
                },
              ]}
              clearHref="/thuong/chinh-sach"
              search={search}
              page={query.page}
              perPage={PER_PAGE}
              total={total}
              excel={`/thuong/chinh-sach.xlsx${search}`}
            />
          </div>
        )}
        {keep ? (
          <Panel title={words.addPolicy[language]} small className="measure no-print" id="them">
            <DeedForm deed="add" answer={actionData} label={words.addPolicy[language]}>
              <PolicyFields />
            </DeedForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  )
}
