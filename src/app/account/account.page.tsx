import { AppError } from '#/platform/errors/app-error.ts'
import { formatDateTime } from '#/platform/text/format.ts'
import { createToken, revokeToken, tokensOf } from '#/programme/people/token.actions.ts'
import { bodyNames, communeNames } from '#/programme/people/people.store.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { accountMessages as words, roleNames } from './account.messages.ts'
import type { Route } from './+types/account.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  const tokens = await tokensOf(db, actor.accountId)
  const communes = await communeNames(db, actor)
  const bodies = await bodyNames(db, actor)
  return {
    name: actor.name,
    desks: actor.desks?.length ?? 0,
    grants: actor.grants.map(({ role, communeCode, bodyId }) => ({
      role,
      place: communes[communeCode ?? ''] ?? bodies[bodyId ?? ''] ?? '',
    })),
    seats: actor.seats.map(({ role }) => role),
    tokens: tokens.map((token) => ({
      id: token.id,
      name: token.name,
      created: formatDateTime(token.createdAt),
      used: token.lastUsedAt ? formatDateTime(token.lastUsedAt) : null,
    })),
    passwordChanged: url.searchParams.has('da-doi'),
  }
})

export const action = pageAction(async ({ form, act, auth, headers }) => {
  const deed = String(form.get('deed') ?? '')
  if (deed === 'createToken') {
    const { token } = await act((ctx) => createToken(ctx, { name: String(form.get('tokenName') ?? '') }))
    return { token }
  }
  if (deed === 'revokeToken') {
    await act((ctx) => revokeToken(ctx, String(form.get('id') ?? '')))
    return saved('/tai-khoan')
  }
  if (deed === 'changePassword') {
    const next = String(form.get('matKhauMoi') ?? '')
    if (next.length < 10) throw new AppError('invalid', {}, { matKhauMoi: words.passwordTooShort })
    const answer = await auth.api.changePassword({
      body: { currentPassword: String(form.get('matKhauCu') ?? ''), newPassword: next, revokeOtherSessions: true },
      headers,
      asResponse: true,
    })
    if (!answer.ok) throw new AppError('invalid', {}, { matKhauCu: words.passwordWrong })
    const redirected = new Headers({ Location: '/tai-khoan?da-doi=1' })
    for (const cookie of answer.headers.getSetCookie()) redirected.append('Set-Cookie', cookie)
    throw new Response(null, { status: 303, headers: redirected })
  }
  throw new AppError('badRequest', { reason: 'deed' })
})

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  const token = actionData && 'token' in actionData ? actionData.token : undefined
  const roles = [
    ...loaderData.grants.map(({ role, place }) => `${roleNames[role][language]}${place === '' ? '' : `, ${place}`}`),
    ...loaderData.seats.map((role) => roleNames[role][language]),
  ]
  return (
    <Page title={loaderData.name} eyebrow={words.account[language]} layout="measure">
      {loaderData.passwordChanged ? <Notice kind="good">{words.passwordChanged[language]}</Notice> : null}
      <Facts facts={[{ label: words.roles[language], value: roles.join(' · ') || '—' }]} />
      {loaderData.desks < 2 ? null : (
        <p>
          <ButtonLink kind="quiet" href="/tai-khoan/ban-lam-viec">
            {words.changeDesk[language]}
          </ButtonLink>
        </p>
      )}
      <form method="post" action="/dang-xuat">
        <Button kind="quiet">{words.signOut[language]}</Button>
      </form>

      <section className="stack" aria-labelledby="mat-khau">
        <h2 id="mat-khau">{words.changePassword[language]}</h2>
        <Form refusal={refusal}>
          <ErrorSummary />
          <input type="hidden" name="deed" value="changePassword" />
          <Field name="matKhauCu" label={words.currentPassword[language]} type="password" autoComplete="current-password" />
          <Field name="matKhauMoi" label={words.newPassword[language]} type="password" autoComplete="new-password" />
          <div>
            <Button kind="quiet">{words.changePassword[language]}</Button>
          </div>
        </Form>
      </section>

      <section className="stack" aria-labelledby="ma-api">
        <h2 id="ma-api">{words.tokens[language]}</h2>
        <p className="hint">{words.tokensLead[language]}</p>
        {token === undefined ? null : (
          <Notice kind="good" title={words.newToken[language]} announce>
            <p className="code code-long">{token}</p>
          </Notice>
        )}
        {loaderData.tokens.length === 0 ? (
          <EmptyState title={words.noTokens[language]} />
        ) : (
          <Table
            caption={words.tokens[language]}
            rows={loaderData.tokens}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', label: words.tokenName[language], head: true, cell: (row) => row.name },
              { key: 'created', label: words.created[language], cell: (row) => <span className="num">{row.created}</span> },
              {
                key: 'used',
                label: words.lastUsed[language],
                cell: (row) => <span className="num">{row.used ?? words.never[language]}</span>,
              },
              {
                key: 'revoke',
                label: words.revoke[language],
                cell: (row) => (
                  <form method="post">
                    <input type="hidden" name="deed" value="revokeToken" />
                    <input type="hidden" name="id" value={row.id} />
                    <Button kind="danger" small>
                      {words.revoke[language]}
                      <span className="vh"> {row.name}</span>
                    </Button>
                  </form>
                ),
              },
            ]}
          />
        )}
        <Form refusal={refusal}>
          <input type="hidden" name="deed" value="createToken" />
          <Field name="tokenName" label={words.tokenName[language]} />
          <div>
            <Button kind="quiet">{words.createToken[language]}</Button>
          </div>
        </Form>
      </section>
    </Page>
  )
}
