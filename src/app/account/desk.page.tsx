import { redirect } from 'react-router'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { changeDesk } from '#/programme/people/desk.change.ts'
import { deskName } from '#/programme/people/desk.name.ts'
import { eraOf } from '#/programme/units/units.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { State } from '../ui/state.tsx'
import { accountMessages as words } from './account.messages.ts'
import type { Route } from './+types/desk.page'

export const loader = pageLoader(async ({ db, actor, now }) => {
  const era = eraOf(plainDateOf(now))
  return {
    desks: await Promise.all(
      (actor.desks ?? []).map(async (desk) => ({ desk, here: desk === actor.authority, name: (await deskName(db, desk, era)).full })),
    ),
  }
})

export const action = pageAction(async ({ act, form, session }) => {
  await act((ctx) => changeDesk(ctx, session, form.get('desk')))
  return redirect('/tai-khoan/ban-lam-viec', 303)
})

export default function DeskPage({ loaderData: { desks }, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const refusal = actionData && 'refused' in actionData ? actionData : undefined
  return (
    <Page
      title={words.changeDesk[language]}
      lead={words.changeDeskLead[language]}
      crumbs={[{ href: '/tai-khoan', label: words.account[language] }]}
      layout="measure"
    >
      {refusal === undefined ? null : (
        <Form refusal={refusal}>
          <ErrorSummary />
        </Form>
      )}
      {desks.length === 0 ? (
        <EmptyState icon="user" title={words.noDesk[language]} />
      ) : (
        <ul className="tasks">
          {desks.map(({ desk, here, name }) => (
            <li key={desk} className="task">
              <b>{name}</b>
              {here ? (
                <State kind="done">{words.deskHere[language]}</State>
              ) : (
                <form method="post">
                  <input type="hidden" name="desk" value={desk} />
                  <Button kind="quiet" small>
                    {words.goToDesk[language]}
                    <span className="vh"> {name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
