import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { bodiesToServe } from '#/programme/body/body.store.ts'
import { accountById, keepsProvince } from '#/programme/people/account.store.ts'
import { hasRole, roles as grantable, type Role } from '#/programme/people/actor.ts'
import { desksOf } from '#/programme/people/desk.actions.ts'
import { grantRole, resetPassword, revokeRole, setBlocked } from '#/programme/people/people.actions.ts'
import { found, must } from '#/programme/refuse.ts'
import { unitsOfProvince } from '#/programme/units/units.store.ts'
import { eraOf } from '#/programme/units/units.ts'
import { roleNames } from '../account/account.messages.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { Table } from '../ui/table.tsx'
import { DeskSelect } from './desk-select.tsx'
import { adminMessages as words } from './admin.messages.ts'
import type { Route } from './+types/account.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  must(hasRole(actor, 'admin'))
  const account = found(await accountById(db, actor, params['id'] ?? '', now))
  const communes = await unitsOfProvince(db as never, eraOf(plainDateOf(now)), actor.provinceCode)
  const desks = await desksOf(db, actor.provinceCode)
  const deskName = (authority: string) => desks.find((desk) => desk.authority === authority)?.committee ?? authority
  return {
    ...account,
    own: account.id === actor.accountId,
    desks: keepsProvince(actor) ? desks : [],
    blocked: account.blockedAt !== null,
    grants: account.grants.map((grant) => ({
      id: grant.id,
      role: grant.role as Role,
      place: grant.producerName ?? grant.communeName ?? grant.bodyName ?? deskName(grant.authority),
      from: formatDate(grant.validFrom),
    })),
    desk: deskName(account.authority),
    bodies: (await bodiesToServe(db, account.authority)).map(({ id, name }) => ({ value: id, label: name })),
    communes: communes.map(({ code, fullName }) => ({ code, fullName })),
  }
})

export const action = pageAction(async ({ form, act, params, db, actor, now }) => {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const id = params['id'] ?? ''
  const account = found(await accountById(db, actor, id, now))
  switch (text('deed')) {
    case 'grant': {
      const role = grantable.find((one) => one === text('role'))
      if (!role) throw new AppError('badRequest', { reason: 'role' })
      const producer =
        role === 'producer' ? await db.selectFrom('producer').select('id').where('taxCode', '=', text('taxCode')).executeTakeFirst() : null
      if (role === 'producer' && !producer) throw new AppError('invalid', {}, { taxCode: words.producerUnknown })
      const isCommune = role === 'communeOfficer' || role === 'communeLeader'
      if (isCommune && text('communeCode') === '') throw new AppError('invalid', {}, { communeCode: words.communeHint })
      await act((ctx) =>
        grantRole(ctx, {
          accountId: id,
          role,
          producerId: producer?.id ?? null,
          communeCode: isCommune ? text('communeCode') : null,
          bodyId: role === 'bodyOfficer' ? text('bodyId') : null,
          // A second post may be at another desk: the person works at one of them at a time (people/desk.change.ts).
          authority: text('authority') === '' ? account.authority : text('authority'),
        }),
      )
      break
    }
    case 'revoke':
      await act((ctx) => revokeRole(ctx, text('grantId')))
      break
    case 'block':
      await act((ctx) => setBlocked(ctx, id, true))
      break
    case 'free':
      await act((ctx) => setBlocked(ctx, id, false))
      break
    case 'password':
      await act((ctx) => resetPassword(ctx, id, String(form.get('password') ?? '')))
      break
    default:
      throw new AppError('badRequest', { reason: 'deed' })
  }
  return saved(`/quan-tri/tai-khoan/${id}`)
})

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const { name, username, grants, blocked, own, communes } = loaderData
  return (
    <Page
      title={name}
      eyebrow={username ?? ''}
      crumbs={[{ href: '/quan-tri/tai-khoan', label: words.accounts[language] }]}
      layout="measure"
      lead={loaderData.desk}
      marks={<State kind={blocked ? 'stop' : 'done'}>{(blocked ? words.blocked : words.active)[language]}</State>}
    >
      {grants.length === 0 ? (
        <EmptyState icon="user" title={words.noRoles[language]} />
      ) : (
        <Table
          caption={words.roles[language]}
          rows={grants}
          rowKey={(row) => row.id}
          columns={[
            { key: 'role', label: words.role[language], head: true, cell: (row) => roleNames[row.role][language] },
            { key: 'place', label: words.where[language], cell: (row) => row.place || '—' },
            { key: 'from', label: words.when[language], cell: (row) => <span className="num">{row.from}</span> },
            {
              key: 'revoke',
              label: words.revoke[language],
              cell: (row) => (
                <form method="post">
                  <input type="hidden" name="deed" value="revoke" />
                  <input type="hidden" name="grantId" value={row.id} />
                  <Button kind="danger" small>
                    {words.revoke[language]}
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
      <Form refusal={refusal}>
        <ErrorSummary />
        <input type="hidden" name="deed" value="grant" />
        <Select
          name="role"
          label={words.role[language]}
          choices={grantable.map((role) => ({ value: role, label: roleNames[role][language] }))}
        />
        <Select
          name="communeCode"
          label={words.commune[language]}
          hint={words.communeHint[language]}
          choices={[{ value: '', label: '—' }, ...communes.map((unit) => ({ value: unit.code, label: unit.fullName }))]}
        />
        <DeskSelect desks={loaderData.desks} own={loaderData.authority} />
        <Select name="bodyId" label={words.body[language]} hint={words.bodyHint[language]} choices={loaderData.bodies} />
        <Field name="taxCode" label={words.producer[language]} hint={words.producerHint[language]} />
        <div>
          <Button>{words.grant[language]}</Button>
        </div>
      </Form>
      <Form refusal={refusal}>
        <input type="hidden" name="deed" value="password" />
        <Field name="password" label={words.password[language]} type="password" autoComplete="new-password" />
        <div>
          <Button kind="quiet">{words.newPassword[language]}</Button>
        </div>
      </Form>
      {own ? null : (
        <form method="post">
          <input type="hidden" name="deed" value={blocked ? 'free' : 'block'} />
          <Button kind={blocked ? 'quiet' : 'danger'}>{(blocked ? words.free : words.block)[language]}</Button>
        </form>
      )}
    </Page>
  )
}
