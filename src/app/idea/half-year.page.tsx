import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { planFor } from '#/programme/idea/plan.load.ts'
import { halfOf } from '#/programme/idea/plan.ts'
import { reportHalfYear } from '#/programme/idea/progress.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, MoneyField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './idea.messages.ts'
import type { Route } from './+types/half-year.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.owner)
  return { id: plan.id, name: plan.name, unit: plan.outputUnit, current: halfOf(plainDateOf(now)) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => reportHalfYear(ctx, id, textsOf(form)))
  return saved(`/phuong-an/${id}#sau-thang`)
})

export default function HalfYearPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, current, unit } = loaderData
  return (
    <Page
      title={words.addReport[language]}
      eyebrow={name}
      crumbs={[
        { href: '/y-tuong', label: words.ideas[language] },
        { href: `/phuong-an/${id}`, label: name },
      ]}
      layout="measure"
    >
      <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
        <ErrorSummary />
        <Field name="year" label={words.year[language]} size="short" inputMode="numeric" defaultValue={String(current.year)} />
        <Radios
          name="half"
          label={words.halfYear[language]}
          defaultValue={String(current.half)}
          choices={[
            { value: '1', label: words.firstHalf[language] },
            { value: '2', label: words.secondHalf[language] },
          ]}
        />
        <TextArea name="content" label={words.reportContent[language]} rows={5} maxLength={5000} />
        <Field name="volume" label={words.volume[language]} size="middle" inputMode="numeric" unit={unit} />
        <MoneyField name="revenue" label={words.revenue[language]} />
        <Field name="workers" label={words.workers[language]} size="short" inputMode="numeric" />
        <div>
          <Button>{words.save[language]}</Button>
        </div>
      </Form>
    </Page>
  )
}
