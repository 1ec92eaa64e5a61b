import { criteriaOf } from '#/regulation/form.ts'
import { found, must } from '#/programme/refuse.ts'
import { changeCriterion } from '#/programme/regulation-revision/revision.actions.ts'
import { NEW_OPTIONS } from '#/programme/regulation-revision/revision.edit.ts'
import { revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { keepsRegulations, readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import { typedIn } from './upload.server.ts'
import type { Route } from './+types/criterion.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { provinceCode } = services.config
  must(readsRegulations(actor, provinceCode))
  const { id, version, state, baseId, draft } = await revisionOf(db, params['id'])
  const form = found(draft.forms[Number(params['set'])])
  const { criterion } = found(criteriaOf(form).find((placed) => placed.criterion.code === params['code']))
  const writes = keepsRegulations(actor, provinceCode) && state === 'draft'
  const empty = { text: '', points: null, minStar: null, case: null }
  return {
    id,
    version,
    baseId,
    writes,
    set: form.set,
    code: criterion.code,
    title: criterion.title,
    max: criterion.max,
    minStar: criterion.minStar ?? null,
    evidence: criterion.evidence ?? '',
    notes: (criterion.notes ?? []).join('\n'),
    cases: criterion.cases ?? [],
    options: [
      ...criterion.options.map((option) => ({
        text: option.text,
        points: option.points,
        minStar: option.minStar ?? null,
        case: option.case ?? null,
        isNew: false,
      })),
      ...(writes ? Array.from({ length: NEW_OPTIONS }, () => ({ ...empty, isNew: true })) : []),
    ],
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const { id = '', set = '', code = '' } = params
  await act((ctx) => changeCriterion(ctx, id, { set: Number(set), code }, form.get('_version'), typedIn(form)))
  return saved(`/quan-tri/quy-dinh/ban/${id}/bo/${set}/${encodeURIComponent(code)}`)
})

export default function CriterionOfForm({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, version, baseId, writes, set, code, title, max, minStar, evidence, notes, cases, options } = loaderData
  const at = `/quan-tri/quy-dinh/ban/${id}`
  const shown = (value: number | null) => (value === null ? '' : String(value))
  return (
    <Page
      title={`${code}. ${title}`}
      layout="measure"
      crumbs={[
        { href: at, label: filled(words.versionOf[language], { id: baseId }) },
        { href: `${at}/bo/${set}`, label: `${words.set[language]} ${set}` },
      ]}
      crumbTitle={code}
    >
      <Form refusal={refusalIn(actionData)} version={version}>
        <ErrorSummary />
        <TextArea name="title" label={words.criterionTitle[language]} rows={2} maxLength={2000} defaultValue={title} />
        <Field name="max" label={words.max[language]} inputMode="numeric" size="short" defaultValue={String(max)} readOnly={!writes} />
        <Field
          name="minStar"
          label={words.minStar[language]}
          inputMode="numeric"
          size="short"
          defaultValue={shown(minStar)}
          readOnly={!writes}
        />
        <TextArea name="evidence" label={words.evidence[language]} defaultValue={evidence} maxLength={5000} />
        <TextArea name="notes" label={words.notes[language]} hint={words.oneALine[language]} defaultValue={notes} />
        {cases.map((entry, index) => (
          <Field
            key={entry.case}
            name={`case.${index}.label`}
            label={filled(words.caseLabel[language], { n: entry.case })}
            defaultValue={entry.label}
            readOnly={!writes}
          />
        ))}
        {writes ? <Notice kind="warn">{words.orderWarning[language]}</Notice> : null}
        {options.map((option, index) => (
          <Panel
            key={index}
            title={option.isNew ? words.newOption[language] : filled(words.option[language], { n: index + 1 })}
            small
            wash={option.isNew}
          >
            <div className="stack">
              <TextArea
                name={`option.${index}.text`}
                label={words.optionText[language]}
                rows={2}
                defaultValue={option.text}
                maxLength={5000}
              />
              <div className="row">
                <Field
                  name={`option.${index}.points`}
                  label={words.optionPoints[language]}
                  inputMode="numeric"
                  size="short"
                  defaultValue={shown(option.points)}
                />
                <Field
                  name={`option.${index}.minStar`}
                  label={words.optionStar[language]}
                  inputMode="numeric"
                  size="short"
                  defaultValue={shown(option.minStar)}
                />
                <Field
                  name={`option.${index}.place`}
                  label={words.optionPlace[language]}
                  inputMode="numeric"
                  size="short"
                  defaultValue={String(index + 1)}
                />
                {cases.length === 0 ? null : (
                  <Field
                    name={`option.${index}.case`}
                    label={words.optionCase[language]}
                    inputMode="numeric"
                    size="short"
                    defaultValue={shown(option.case)}
                  />
                )}
              </div>
              {writes && !option.isNew ? <CheckBox name={`option.${index}.drop`} label={words.drop[language]} /> : null}
            </div>
          </Panel>
        ))}
        {writes ? (
          <div>
            <Button>{words.save[language]}</Button>
          </div>
        ) : null}
      </Form>
    </Page>
  )
}
