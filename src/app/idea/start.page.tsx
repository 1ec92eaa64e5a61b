import { planFor } from '#/programme/idea/plan.load.ts'
import { prefillFor, startDossierFromPlan } from '#/programme/idea/start.actions.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form, useChoices } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './idea.messages.ts'
import { setTitleOf } from './idea.server.ts'
import type { Route } from './+types/start.page'

export const loader = pageLoader(async (page) => {
  const { db, actor, params, now } = page
  const file = await planFor(db, actor, params['id'])
  mustSee(file.rights.owner)
  must(file.rights.startDossier)
  return { id: file.plan.id, name: file.plan.name, setTitle: setTitleOf(page, file.plan), fields: await prefillFor(db, file, now) }
})

export const action = pageAction(async ({ act, form, params }) => {
  const input = { taken: form.getAll('taken'), values: textsOf(form) }
  return saved(`/ho-so/${await act((ctx) => startDossierFromPlan(ctx, params['id'] ?? '', input))}`)
})

export default function StartPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, fields } = loaderData
  return (
    <Page
      title={words.startDossier[language]}
      lead={words.startLead[language]}
      crumbs={[
        { href: '/y-tuong', label: words.ideas[language] },
        { href: `/phuong-an/${id}`, label: name },
      ]}
      layout="measure"
    >
      <Form refusal={actionData && 'refused' in actionData ? actionData : undefined}>
        <ErrorSummary />
        <Facts
          facts={[
            { label: words.name[language], value: name, note: `${words.from[language]}: ${words.fromIdea[language]}` },
            { label: words.set[language], value: loaderData.setTitle, note: `${words.from[language]}: ${words.fromIdea[language]}` },
          ]}
        />
        {fields.length === 0 ? <p className="hint">{words.nothingToTake[language]}</p> : null}
        {fields.map((field) => {
          const hint = `${words.from[language]}: ${field.from[language]}`
          return (
            <fieldset className="stack" key={field.name}>
              <legend className="vh">{field.label[language]}</legend>
              {field.kind === 'long' ? (
                <TextArea name={field.name} label={field.label[language]} hint={hint} rows={4} defaultValue={field.value} />
              ) : (
                <Field
                  name={field.name}
                  label={field.label[language]}
                  hint={hint}
                  defaultValue={field.value}
                  {...(field.kind === 'number' ? { inputMode: 'numeric' as const, size: 'middle' as const } : {})}
                />
              )}
              <Take name={field.name} label={field.label[language]} />
            </fieldset>
          )
        })}
        <SaveBar>
          <Button>{words.startDossier[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}

/** Nothing is ticked beforehand: each field is the person's own confirmation. */
function Take({ name, label }: { name: string; label: string }) {
  const language = useLanguage()
  const { chosen } = useChoices('taken', [])
  return (
    <label className="check">
      <input type="checkbox" name="taken" value={name} defaultChecked={chosen.includes(name)} />
      <span>
        {words.takeThis[language]}
        <span className="vh">: {label}</span>
      </span>
    </label>
  )
}
