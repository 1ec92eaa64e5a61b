import { versionFrom } from '#/programme/fields.ts'
import { organisationText } from '#/programme/programme-plan/head.input.ts'
import { editWords } from '#/programme/programme-plan/plan.actions.ts'
import { planFor } from '#/programme/programme-plan/plan.store.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { textsOf } from '../producer/incoming.server.ts'
import { refusalIn } from '../commune/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { SaveBar } from '../ui/save-bar.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { words } from './plan.messages.ts'
import type { Route } from './+types/words.page'

export const loader = pageLoader(async ({ db, actor, params }) => {
  const { plan, rights } = await planFor(db, actor, params['id'])
  mustSee(rights.edit)
  return { plan }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => editWords(ctx, id, textsOf(form), versionFrom(form.get('_version'))))
  return saved(`/ke-hoach/${id}`)
})

const lists = ['basis', 'purposes', 'requirements', 'aims', 'solutions'] as const

export default function WordsPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { plan } = loaderData
  const { content } = plan
  const text = (lines: readonly { text: string }[]) => lines.map((line) => line.text).join('\n')
  return (
    <Page
      title={words.editWords[language]}
      lead={words.lineEach[language]}
      crumbs={[{ href: `/ke-hoach/${plan.id}`, label: plan.title }]}
      layout="measure"
    >
      <Form refusal={refusalIn(actionData)} version={plan.version}>
        <ErrorSummary />
        {lists.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={words[name][language]}
            optional
            rows={6}
            maxLength={30_000}
            defaultValue={text(content[name])}
          />
        ))}
        <TextArea
          name="organisation"
          label={words.organisation[language]}
          hint={words.organisationHint[language]}
          optional
          rows={10}
          maxLength={30_000}
          defaultValue={organisationText(content.organisation)}
        />
        <TextArea
          name="recipients"
          label={words.recipients[language]}
          optional
          rows={6}
          maxLength={30_000}
          defaultValue={content.recipients.join('\n')}
        />
        <Field name="archive" label={words.archive[language]} defaultValue={content.archive} maxLength={60} size="middle" />
        <SaveBar>
          <Button>{words.save[language]}</Button>
        </SaveBar>
      </Form>
    </Page>
  )
}
