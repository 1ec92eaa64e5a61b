import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { keepsProvince } from '#/programme/people/account.store.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { desksOf, setUpDesk } from '#/programme/people/desk.actions.ts'
import { must } from '#/programme/refuse.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import { eraOf } from '#/programme/units/units.ts'
import { levelTitles } from '../level/level.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { adminMessages as words } from './admin.messages.ts'
import type { Route } from './+types/desks.page'

export const loader = pageLoader(async ({ db, actor, now }) => {
  must(hasRole(actor, 'admin') && keepsProvince(actor))
  const hasDistricts = eraOf(plainDateOf(now)) === 'e2023'
  const districts = hasDistricts ? await unitsOfProvince(db as never, 'e2023', actor.provinceCode, 'district') : []
  return {
    desks: await desksOf(db, actor.provinceCode),
    districts: districts.map(({ code, fullName }) => ({ value: code, label: fullName })),
  }
})

export const action = pageAction(async ({ form, act }) => {
  const text = (name: string) => String(form.get(name) ?? '')
  await act((ctx) => setUpDesk(ctx, { place: text('place'), committee: text('committee'), office: text('office') }))
  return saved('/quan-tri/cac-cap')
})

export default function Desks({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const { desks, districts } = loaderData
  return (
    <Page
      title={words.desks[language]}
      lead={words.desksLead[language]}
      crumbs={[{ href: '/quan-tri/tai-khoan', label: words.accounts[language] }]}
    >
      <div className="stack-l">
        <Table
          caption={words.desks[language]}
          rows={desks}
          rowKey={(row) => row.authority}
          columns={[
            {
              key: 'committee',
              label: words.committee[language],
              head: true,
              cell: (row) => row.committee ?? words.notSetUp[language],
            },
            { key: 'level', label: words.level[language], cell: (row) => levelTitles[row.level]?.[language] },
            { key: 'office', label: words.deskOffice[language], cell: (row) => row.office ?? words.notSetUp[language] },
            { key: 'accounts', label: words.deskAccounts[language], align: 'right', cell: (row) => row.accounts },
          ]}
        />
        <Panel title={words.setUp[language]}>
          <Form refusal={refusal}>
            <ErrorSummary />
            <Select name="place" label={words.place[language]} choices={[...districts, { value: 'TW', label: words.ministry[language] }]} />
            <Field name="committee" label={words.committee[language]} hint={words.committeeHint[language]} optional maxLength={200} />
            <Field name="office" label={words.deskOffice[language]} maxLength={200} />
            <div>
              <Button>{words.setUp[language]}</Button>
            </div>
          </Form>
        </Panel>
      </div>
    </Page>
  )
}
