import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { bodiesToServe } from '#/programme/body/body.store.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { planReportCall } from '#/programme/report/call.actions.ts'
import { usedForms } from '#/programme/report/form.store.ts'
import { reportKindWords } from '#/programme/report/form.ts'
import { plansOfDesk } from '#/programme/report/promise.store.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { usualDays } from '#/programme/report/report.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Select } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { CallFields } from './call-fields.tsx'
import { callForm } from './incoming.ts'
import { words } from './report.messages.ts'
import type { Route } from './+types/call-new.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  const rights = callRights(actor, actor.authority)
  mustSee(rights.see)
  must(rights.keep)
  const today = plainDateOf(now)
  const forms = await usedForms(db, actor.authority)
  const form =
    forms.find((one) => one.id === url.searchParams.get('mau')) ??
    forms.find((one) => one.kind === (today.slice(5) < '06-15' ? 'halfYear' : 'year')) ??
    forms[0]
  const year = Number(today.slice(0, 4))
  const days = usualDays(form?.kind === 'halfYear' ? 'halfYear' : 'year', year)
  return {
    forms: forms.map(({ id, title, kind }) => ({ value: id, label: `${reportKindWords[kind].vi}: ${title}` })),
    formId: form?.id ?? '',
    bodies: await bodiesToServe(db, actor.authority),
    plans: await plansOfDesk(db, actor.authority),
    call: {
      title: form ? titleOf(form, year) : '',
      periodFrom: days.from,
      periodTo: days.to,
      cutOffOn: days.cutOff,
      beforeOn: days.before,
      partsBeforeOn: null,
      source: null,
      planFamilyId: null,
      asked: { desks: true, communes: true, bodies: [] },
    },
  }
})

/** The form's title with its year; an office writes it over where it is called otherwise. */
function titleOf(form: { kind: string; title: string }, year: number): string {
  return form.kind === 'halfYear'
    ? `${form.title} ${year}`
    : form.kind === 'year'
      ? form.title.replace(/trong năm$/u, `năm ${year}`)
      : form.title
}

export const action = pageAction(async ({ act, form }) => saved(`/bao-cao/dot/${await act((ctx) => planReportCall(ctx, callForm(form)))}`))

export default function CallNew({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { forms, formId, bodies, plans, call } = loaderData
  return (
    <Page
      title={words.newCall[language]}
      crumbs={[
        { href: '/bao-cao', label: words.reports[language] },
        { href: '/bao-cao/dot', label: words.calls[language] },
      ]}
      layout="measure"
    >
      {forms.length === 0 ? (
        <EmptyState title={words.noForms[language]} action={<ButtonLink href="/bao-cao/mau">{words.forms[language]}</ButtonLink>} />
      ) : (
        <Form refusal={actionData}>
          <ErrorSummary />
          <Select name="formId" label={words.form[language]} choices={forms} defaultValue={formId} />
          <CallFields call={call} bodies={bodies} plans={plans} />
          <div>
            <Button>{words.newCall[language]}</Button>
          </div>
        </Form>
      )}
    </Page>
  )
}
