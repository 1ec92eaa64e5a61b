import { createAccount } from '#/programme/people/people.actions.ts'
import { keepsProvince } from '#/programme/people/account.store.ts'
import { hasRole } from '#/programme/people/actor.ts'
import { desksOf } from '#/programme/people/desk.actions.ts'
import { must } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { adminMessages as words } from './admin.messages.ts'
import { DeskSelect } from './desk-select.tsx'
import type { Route } from './+types/new-account.page'

export const loader = pageLoader(async ({ actor, db }) => {
  must(hasRole(actor, 'admin'))
  return { own: actor.authority, desks: keepsProvince(actor) ? await desksOf(db, actor.provinceCode) : [] }
})

export const action = pageAction(async ({ form, act }) => {
  const text = (name: string) => String(form.get(name) ?? '')
  const id = await act((ctx) =>
    createAccount(ctx, {
      username: text('username'),
      name: text('name'),
      password: text('password'),
      phone: text('phone').trim() || null,
      ...(text('authority') === '' ? {} : { authority: text('authority') }),
    }),
  )
  return saved(`/quan-tri/tai-khoan/${id}`)
})

export default function NewAccount({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  return (
    <Page title={words.addAccount[language]} crumbs={[{ href: '/quan-tri/tai-khoan', label: words.accounts[language] }]} layout="measure">
      <Form refusal={refusal}>
        <ErrorSummary />
        <Field name="name" label={words.name[language]} autoComplete="off" />
        <Field name="username" label={words.username[language]} autoComplete="off" />
        <Field name="phone" label={words.phone[language]} type="tel" autoComplete="off" />
        <DeskSelect desks={loaderData.desks} own={loaderData.own} />
        <Field name="password" label={words.password[language]} type="password" autoComplete="new-password" />
        <div>
          <Button>{words.addAccount[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
