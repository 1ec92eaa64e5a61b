import { found, must } from '#/programme/refuse.ts'
import { changeForm } from '#/programme/regulation-revision/revision.actions.ts'
import { revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { keepsRegulations, readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import { typedIn } from './upload.server.ts'
import type { Route } from './+types/form.page'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  const { provinceCode } = services.config
  must(readsRegulations(actor, provinceCode))
  const { id, version, state, baseId, draft } = await revisionOf(db, params['id'])
  const form = found(draft.forms[Number(params['set'])])
  return {
    id,
    version,
    baseId,
    set: form.set,
    writes: keepsRegulations(actor, provinceCode) && state === 'draft',
    title: form.title,
    disqualifiers: (form.disqualifiers ?? []).join('\n'),
    parts: form.parts.map((part) => ({
      code: part.code,
      title: part.title,
      max: part.max,
      groups: part.groups.map((group) => ({
        code: group.code,
        title: group.title,
        max: group.max,
        criteria: group.criteria.map(({ code, title, max }) => ({ code, title, max })),
      })),
    })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const { id = '', set = '' } = params
  await act((ctx) => changeForm(ctx, id, Number(set), form.get('_version'), typedIn(form)))
  return saved(`/quan-tri/quy-dinh/ban/${id}/bo/${set}`)
})

export default function FormOfSet({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, version, baseId, set, writes, title, disqualifiers, parts } = loaderData
  const at = `/quan-tri/quy-dinh/ban/${id}`
  return (
    <Page
      title={`${set}. ${title}`}
      layout="measure"
      crumbs={[
        { href: '/quan-tri/quy-dinh', label: words.title[language] },
        { href: at, label: filled(words.versionOf[language], { id: baseId }) },
      ]}
      crumbTitle={`${words.set[language]} ${set}`}
      actions={
        <ButtonLink kind="quiet" small href={`${at}/yaml?bo=${set}`} download>
          {words.download[language]}
        </ButtonLink>
      }
    >
      <div className="stack-l">
        <section>
          <h2 className="mb">{words.criteria[language]}</h2>
          {parts.map((part) =>
            part.groups.map((group) => (
              <div key={`${part.code} ${group.code}`}>
                <h3>
                  {part.code} · {group.code}. {group.title}
                </h3>
                <ul>
                  {group.criteria.map((criterion) => (
                    <li key={criterion.code}>
                      <a className="tap" href={`${at}/bo/${set}/${encodeURIComponent(criterion.code)}`}>
                        {criterion.code}. {criterion.title}
                      </a>{' '}
                      <span className="quiet num">
                        {criterion.max} {words.points[language]}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            )),
          )}
        </section>
        <Form refusal={refusalIn(actionData)} version={version}>
          <ErrorSummary />
          <Field name="title" label={words.formTitle[language]} maxLength={500} defaultValue={title} readOnly={!writes} />
          <TextArea
            name="disqualifiers"
            label={words.disqualifiers[language]}
            hint={words.oneALine[language]}
            rows={4}
            defaultValue={disqualifiers}
          />
          {parts.map((part, p) => (
            <Panel key={part.code} title={filled(words.part[language], { n: part.code })}>
              <div className="stack">
                <Field name={`part.${p}.title`} label={words.titleVi[language]} defaultValue={part.title} readOnly={!writes} />
                <Field
                  name={`part.${p}.max`}
                  label={words.max[language]}
                  inputMode="numeric"
                  size="short"
                  defaultValue={String(part.max)}
                  readOnly={!writes}
                />
                {part.groups.map((group, g) => (
                  <div key={group.code} className="stack">
                    <Field
                      name={`group.${p}.${g}.title`}
                      label={filled(words.group[language], { n: group.code })}
                      defaultValue={group.title}
                      readOnly={!writes}
                    />
                    <Field
                      name={`group.${p}.${g}.max`}
                      label={words.max[language]}
                      inputMode="numeric"
                      size="short"
                      defaultValue={String(group.max)}
                      readOnly={!writes}
                    />
                  </div>
                ))}
              </div>
            </Panel>
          ))}
          {writes ? (
            <div>
              <Button>{words.save[language]}</Button>
            </div>
          ) : null}
        </Form>
      </div>
    </Page>
  )
}
