import { redirect } from 'react-router'
import { signIn } from '#/programme/people/sign-in.ts'
import { loadActor } from '#/programme/people/people.store.ts'
import { DEMO_PASSWORD } from '#/programme/demo/accounts.ts'
import { shownAccounts } from '#/programme/scenario/demo.ts'
import { workplaceOf } from '../frame.ts'
import { publicAction, publicLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { accountMessages as words } from './account.messages.ts'
import type { Route } from './+types/sign-in.page'

/** Only an address of this site may be returned to. */
function safeReturn(to: string | null): string | null {
  return to !== null && to !== '/' && /^\/(?![/\\])/.test(to) ? to : null
}

export const loader = publicLoader(async ({ actor, url, services }) => {
  if (actor) throw redirect(safeReturn(url.searchParams.get('tiep')) ?? workplaceOf(actor))
  return {
    demo: services.config.demo ? await shownAccounts(services.database.db) : [],
    password: services.config.demo ? DEMO_PASSWORD : '',
  }
})

export const action = publicAction(async ({ form, services, auth, address, headers, url }) => {
  const { cookies, accountId } = await signIn(services, auth, {
    username: String(form.get('username') ?? ''),
    password: String(form.get('matKhau') ?? ''),
    address,
    headers,
  })
  const actor = await loadActor(services.database.db, accountId, services.clock.now())
  const answer = new Headers({ Location: safeReturn(url.searchParams.get('tiep')) ?? workplaceOf(actor) })
  for (const cookie of cookies) answer.append('Set-Cookie', cookie)
  throw new Response(null, { status: 303, headers: answer })
})

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  return (
    <Page title={words.signIn[language]} lead={words.signInLead[language]} layout="measure">
      <Form refusal={actionData ?? undefined}>
        <ErrorSummary />
        <Field name="username" label={words.username[language]} hint={words.usernameHint[language]} autoComplete="username" />
        <Field name="matKhau" label={words.password[language]} type="password" autoComplete="current-password" />
        <div>
          <Button>{words.signIn[language]}</Button>
        </div>
        <p className="hint">{words.noAccount[language]}</p>
      </Form>
      {loaderData.demo.length === 0 ? null : (
        <section className="stack demo-accounts" aria-labelledby="vai">
          <h2 id="vai">{words.demoTitle[language]}</h2>
          <p className="hint">{words.demoLead[language].replace('{password}', loaderData.password)}</p>
          <ul className="demo-roles">
            {loaderData.demo.map((account) => (
              <li key={account.username}>
                <form method="post">
                  <input type="hidden" name="username" value={account.username} />
                  <input type="hidden" name="matKhau" value={loaderData.password} />
                  <button className="demo-role">
                    <b>{account.role[language]}</b>
                    <span className="quiet">
                      {account.name} · {account.username}
                    </span>
                    <Icon name="next" />
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
