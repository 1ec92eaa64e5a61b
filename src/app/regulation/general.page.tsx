import { must } from '#/programme/refuse.ts'
import { changeGeneral } from '#/programme/regulation-revision/revision.actions.ts'
import { revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { keepsRegulations, readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { refusalIn } from '../commune/refusal.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { filled, regulationWords as words } from './regulation.messages.ts'
import { typedIn } from './upload.server.ts'
import type { Route } from './+types/general.page'

export const loader = pageLoader(async ({ db, actor, params, lang, services }) => {
  const { provinceCode } = services.config
  must(readsRegulations(actor, provinceCode))
  const { id, version, state, baseId, draft } = await revisionOf(db, params['id'])
  const { regulation } = draft
  return {
    id,
    version,
    baseId,
    writes: keepsRegulations(actor, provinceCode) && state === 'draft',
    regulation: {
      id: regulation.id,
      number: regulation.number,
      title: regulation.title,
      stars: regulation.stars.map(({ star, from }) => ({ star, from })),
    },
    levels: regulation.levels.map(({ body, recognises, sendsUp }) => ({
      body: body[lang],
      recognises: recognises.join(', '),
      sendsUp: sendsUp ? { from: sendsUp.from, below: sendsUp.below } : null,
    })),
  }
})

export const action = pageAction(async ({ act, params, form }) => {
  const id = params['id'] ?? ''
  await act((ctx) => changeGeneral(ctx, id, form.get('_version'), typedIn(form)))
  return saved(`/quan-tri/quy-dinh/ban/${id}`)
})

export default function General({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, version, baseId, writes, regulation, levels } = loaderData
  return (
    <Page
      title={words.general[language]}
      layout="measure"
      crumbs={[
        { href: '/quan-tri/quy-dinh', label: words.title[language] },
        { href: `/quan-tri/quy-dinh/ban/${id}`, label: filled(words.versionOf[language], { id: baseId }) },
      ]}
    >
      <Form refusal={refusalIn(actionData)} version={version}>
        <ErrorSummary />
        <Field
          name="id"
          label={words.id[language]}
          hint={words.idHint[language]}
          size="middle"
          maxLength={40}
          defaultValue={regulation.id}
          readOnly={!writes}
        />
        <Field
          name="number"
          label={words.number[language]}
          size="middle"
          maxLength={100}
          defaultValue={regulation.number}
          readOnly={!writes}
        />
        <Field name="titleVi" label={words.titleVi[language]} maxLength={500} defaultValue={regulation.title.vi} readOnly={!writes} />
        <Field name="titleEn" label={words.titleEn[language]} maxLength={500} defaultValue={regulation.title.en} readOnly={!writes} />
        <Panel title={words.stars[language]}>
          <div className="stack">
            {regulation.stars.map(({ star, from }) => (
              <Field
                key={star}
                name={`star.${star}.from`}
                label={filled(words.star[language], { n: star })}
                unit={words.points[language]}
                inputMode="numeric"
                size="short"
                defaultValue={String(from)}
                readOnly={!writes}
              />
            ))}
          </div>
        </Panel>
        {levels.map((level, index) => (
          <Panel key={index} title={level.body}>
            <div className="stack">
              <Field
                name={`level.${index}.recognises`}
                label={words.recognises[language]}
                hint={words.recognisesHint[language]}
                size="short"
                defaultValue={level.recognises}
                readOnly={!writes}
              />
              {level.sendsUp === null ? null : (
                <>
                  <Field
                    name={`level.${index}.sendsFrom`}
                    label={words.sendsFrom[language]}
                    unit={words.points[language]}
                    inputMode="numeric"
                    size="short"
                    defaultValue={String(level.sendsUp.from)}
                    readOnly={!writes}
                  />
                  <Field
                    name={`level.${index}.sendsBelow`}
                    label={words.sendsBelow[language]}
                    unit={words.points[language]}
                    inputMode="numeric"
                    size="short"
                    defaultValue={level.sendsUp.below === undefined ? '' : String(level.sendsUp.below)}
                    readOnly={!writes}
                  />
                </>
              )}
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
