import { useActionData } from 'react-router'
import { formatDateTime, formatInstantDate } from '#/platform/text/format.ts'
import { found, must } from '#/programme/refuse.ts'
import { changeSetting } from '#/programme/settings/settings.actions.ts'
import { maySet, settingRule, valueText } from '#/programme/settings/settings.ts'
import { presentSettings, settingHistory } from '#/programme/settings/settings.store.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { settingWords as words } from './settings.messages.ts'
import type { Route } from './+types/setting.page'

export const loader = pageLoader(async ({ db, actor, params, lang }) => {
  must(maySet(actor, actor.provinceCode))
  const rule = found(settingRule(params['key'] ?? ''))
  const present = found((await presentSettings(db, actor.provinceCode)).find((one) => one.rule.key === rule.key))
  const text = (value: string | number) => valueText(rule, value, lang)
  return {
    title: rule.title[lang],
    meaning: rule.meaning[lang],
    source: rule.source[lang],
    effect: rule.effect[lang],
    fallback: text(rule.fallback),
    takes:
      rule.takes.kind === 'number'
        ? { ...rule.takes, unit: rule.takes.unit[lang] }
        : { kind: rule.takes.kind, choices: rule.takes.choices.map(({ value, label }) => ({ value, label: label[lang] })) },
    value: String(present.value),
    shown: text(present.value),
    since: present.isSet && present.since ? `${formatInstantDate(present.since)}${present.by === null ? '' : `, ${present.by}`}` : null,
    history: (await settingHistory(db, actor.provinceCode, rule.key)).map((one) => ({
      what: one.from === null ? text(one.to) : `${text(one.from)} → ${text(one.to)}`,
      at: formatDateTime(one.at),
      iso: one.at.toISOString(),
      by: one.by,
      reason: one.reason,
    })),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const key = params['key'] ?? ''
  await act((ctx) => changeSetting(ctx, key, { value: form.get('value'), reason: form.get('reason'), seen: form.get('seen') ?? undefined }))
  return saved(`/quan-tri/thiet-lap/${key}`)
})

export default function Setting({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const answered = useActionData<typeof action>()
  const { title, meaning, source, effect, fallback, takes, value, shown, since, history } = loaderData
  const allowed =
    takes.kind === 'number'
      ? words.from[language].replace('{min}', String(takes.min)).replace('{max}', String(takes.max)).replace('{unit}', takes.unit)
      : takes.choices.map((choice) => choice.label).join('; ')
  return (
    <Page title={title} lead={meaning} layout="measure" crumbs={[{ href: '/quan-tri/thiet-lap', label: words.title[language] }]}>
      <Facts
        facts={[
          { label: words.value[language], value: <b>{shown}</b>, note: since ?? words.isDefault[language] },
          { label: words.fallback[language], value: fallback },
          { label: words.allowed[language], value: allowed },
          { label: words.source[language], value: source },
          { label: words.effect[language], value: effect },
        ]}
      />
      <Panel title={words.change[language]}>
        <Form refusal={answered && 'refused' in answered ? answered : undefined}>
          <ErrorSummary />
          <input type="hidden" name="seen" value={value} />
          {takes.kind === 'number' ? (
            <Field
              name="value"
              label={words.newValue[language]}
              hint={allowed}
              unit={takes.unit}
              inputMode="numeric"
              size="short"
              defaultValue={value}
            />
          ) : (
            <Radios name="value" label={words.newValue[language]} choices={takes.choices} defaultValue={value} />
          )}
          <TextArea name="reason" label={words.reason[language]} hint={words.reasonHint[language]} maxLength={1000} />
          <div>
            <Button>{words.save[language]}</Button>
          </div>
        </Form>
      </Panel>
      <section>
        <h2 className="mb">{words.history[language]}</h2>
        {history.length === 0 ? (
          <EmptyState title={words.noHistory[language]} />
        ) : (
          <Timeline
            events={history.map((one) => ({
              title: one.what,
              date: one.at,
              dateTime: one.iso,
              note: `${one.by}: ${one.reason === '' ? words.noReason[language] : one.reason}`,
            }))}
          />
        )}
      </section>
    </Page>
  )
}
