import { redirect, useActionData } from 'react-router'
import { changeRules } from '#/programme/council/council.actions.ts'
import { councilFor } from '#/programme/council/council.lists.ts'
import { ruleSettings } from '#/programme/council/council.rules.ts'
import { pageAction, pageLoader } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './council-office.messages.ts'
import type { Route } from './+types/council-rules.page'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { council } = await councilFor(db, actor, params['councilId'] ?? '', now)
  return { council: { id: council.id, name: council.name, version: council.version, rules: council.rules } }
})

export const action = pageAction(async ({ act, form, params }) => {
  const councilId = params['councilId'] ?? ''
  const given = Object.fromEntries(ruleSettings.map((setting) => [setting.name, form.get(setting.name)]))
  await act((ctx) => changeRules(ctx, councilId, given, Number(form.get('_version'))))
  return redirect(`/tinh/hoi-dong/${councilId}`, 303)
})

export default function Rules({ loaderData: { council } }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  return (
    <Page
      title={words.rules[language]}
      layout="measure"
      lead={words.rulesHint[language]}
      crumbs={[
        { href: '/tinh/hoi-dong', label: words.councils[language] },
        { href: `/tinh/hoi-dong/${council.id}`, label: words.council[language] },
      ]}
    >
      <Form version={council.version} refusal={answered && 'refused' in answered ? answered : undefined}>
        <ErrorSummary />
        {ruleSettings.map((setting) => {
          const value = council.rules[setting.name]
          if (setting.kind === 'number')
            return (
              <Field
                key={setting.name}
                name={setting.name}
                label={setting.title[language]}
                hint={setting.source[language]}
                unit={setting.unit[language]}
                inputMode="numeric"
                size="short"
                defaultValue={String(value)}
              />
            )
          const choices =
            setting.kind === 'yesNo'
              ? [
                  { value: 'yes', label: words.yes[language] },
                  { value: 'no', label: words.no[language] },
                ]
              : Object.entries<{ vi: string; en: string }>(setting.values).map(([key, text]) => ({ value: key, label: text[language] }))
          const stored = setting.kind === 'yesNo' ? (value === true ? 'yes' : 'no') : String(value)
          return (
            <Radios
              key={setting.name}
              name={setting.name}
              label={setting.title[language]}
              hint={setting.source[language]}
              choices={choices}
              defaultValue={stored}
            />
          )
        })}
        <Button>{words.saveRules[language]}</Button>
      </Form>
    </Page>
  )
}
